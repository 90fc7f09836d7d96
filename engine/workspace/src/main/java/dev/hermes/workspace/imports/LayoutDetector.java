package dev.hermes.workspace.imports;

import dev.hermes.model.Mapping.Format.Csv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what separates the columns of a text, and what stands around cells. */
final class LayoutDetector {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final double ALL = 1 - 1e-9;
    /** So many ragged rows may be mistakes. */
    private static final double MOST = 0.9;

    private final Found<Character> separator;
    private final Found<Character> quote;
    private final TableSample sample;

    private LayoutDetector(Found<Character> separator, Found<Character> quote, TableSample sample) {
        this.separator = separator;
        this.quote = quote;
        this.sample = sample;
    }

    Found<Character> separator() {
        return separator;
    }

    Found<Character> quote() {
        return quote;
    }

    TableSample sample() {
        return sample;
    }

    /** Takes a text apart; null where it cannot be done in any way. */
    static @Nullable LayoutDetector of(String text) {
        List<LayoutDetector> possible = new ArrayList<>();
        for (char separator : SEPARATORS) {
            LayoutDetector layout = of(text, separator);
            if (layout != null) {
                possible.add(layout);
            }
        }
        List<LayoutDetector> tables = possible.stream().filter(layout -> layout.sample.width() > 1)
                .filter(layout -> layout.sample.consistency() >= MOST)
                .sorted(Comparator.comparingDouble((LayoutDetector layout) -> -layout.sample.consistency())
                        .thenComparingInt(layout -> -layout.sample.width()))
                .toList();
        if (tables.isEmpty()) {
            return possible.stream().max(Comparator.comparingInt(layout -> layout.width())).map(LayoutDetector::alone)
                    .orElse(null);
        }
        return tables.getFirst().among(tables.subList(1, tables.size()));
    }

    private int width() {
        return sample.width() > 1 ? 1 + (int) (sample.consistency() * 100) : 0;
    }

    private LayoutDetector alone() {
        return sample.width() == 1
                ? new LayoutDetector(Found.certain(',', "There is one column: nothing separates others."), quote,
                        sample)
                : new LayoutDetector(Found.open(sample.separator(), "Only " + (int) (sample.consistency() * 100)
                        + " % of the rows have " + sample.width() + " cells where " + word(sample.separator())
                        + " separates them, and nothing else does better; is it that?", List.of()), quote, sample);
    }

    private LayoutDetector among(List<LayoutDetector> others) {
        List<LayoutDetector> equal = others.stream()
                .filter(other -> other.sample.consistency() >= ALL && sample.consistency() >= ALL).toList();
        String evidence = word(sample.separator()) + " separates "
                + (sample.consistency() >= ALL ? "every row" : "nearly every row") + " into " + sample.width()
                + " cells";
        if (equal.isEmpty()) {
            return new LayoutDetector(sample.consistency() >= ALL
                    ? Found.certain(sample.separator(), evidence + ", and nothing else does.")
                    : Found.likely(sample.separator(), evidence + "."), quote, sample);
        }
        TableSample other = equal.getFirst().sample;
        return new LayoutDetector(Found.open(sample.separator(), evidence + ", and " + word(other.separator())
                + " into " + other.width() + "; which is it?",
                equal.stream().map(layout -> layout.sample.separator())
                        .toList()),
                quote, sample);
    }

    private static @Nullable LayoutDetector of(String text, char separator) {
        TableSample usual = TableSample.of(text, separator, Csv.QUOTE);
        TableSample bare = TableSample.of(text, separator, Csv.NO_QUOTE);
        if (bare == null) {
            return null;
        }
        Found<Character> mark = Found.likely(Csv.QUOTE, "No cell needs quotes.");
        if (bare.beginningWith(Csv.QUOTE) == 0) {
            TableSample apostrophes = bare.beginningWith('\'') == 0 ? null : TableSample.of(text, separator, '\'');
            if (apostrophes != null && apostrophes.consistency() >= bare.consistency()) {
                return new LayoutDetector(Found.certain(separator, ""), Found.likely('\'',
                        "Cells stand in apostrophes: " + example(bare, '\'') + "."), apostrophes);
            }
            return new LayoutDetector(Found.certain(separator, ""), mark, usual == null ? bare : usual);
        }
        if (usual != null && usual.consistency() >= bare.consistency()) {
            Found<Character> quotes = Found.certain(Csv.QUOTE, "Cells stand in quotes: " + example(bare, '"') + ".");
            return new LayoutDetector(Found.certain(separator, ""), quotes, usual);
        }
        return new LayoutDetector(Found.certain(separator, ""), Found.likely(Csv.NO_QUOTE,
                "Quotes do not stand around cells, but in them: " + example(bare, '"') + "."), bare);
    }

    private static String example(TableSample sample, char beginning) {
        return sample.lines().stream().flatMap(line -> line.cells().stream()
                .filter(cell -> cell.indexOf(beginning) == 0).map(cell -> cell + " in line " + line.number()))
                .findFirst().orElse("");
    }

    static String word(char separator) {
        return separator == '\t' ? "a tab" : "'" + separator + "'";
    }
}
