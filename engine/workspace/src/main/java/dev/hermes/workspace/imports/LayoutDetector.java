package dev.hermes.workspace.imports;

import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.Message;
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
                ? new LayoutDetector(Found.certain(',', Message.of("There is one column: nothing separates others.")),
                        quote,
                        sample)
                : new LayoutDetector(Found.open(sample.separator(), Message.of(
                        "Only {0} % of the rows have {1} cells where {2} separates them, and nothing else does "
                                + "better; is it that?",
                        (int) (sample.consistency() * 100), sample.width(), word(sample.separator())), List.of()),
                        quote, sample);
    }

    private LayoutDetector among(List<LayoutDetector> others) {
        List<LayoutDetector> equal = others.stream()
                .filter(other -> other.sample.consistency() >= ALL && sample.consistency() >= ALL).toList();
        Message evidence = sample.consistency() >= ALL
                ? Message.of("{0} separates every row into {1} cells", word(sample.separator()), sample.width())
                : Message.of("{0} separates nearly every row into {1} cells", word(sample.separator()),
                        sample.width());
        if (equal.isEmpty()) {
            return new LayoutDetector(sample.consistency() >= ALL
                    ? Found.certain(sample.separator(), Message.of("{0}, and nothing else does.", evidence))
                    : Found.likely(sample.separator(), Message.of("{0}.", evidence)), quote, sample);
        }
        TableSample other = equal.getFirst().sample;
        return new LayoutDetector(Found.open(sample.separator(),
                Message.of("{0}, and {1} into {2}; which is it?", evidence, word(other.separator()), other.width()),
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
        Found<Character> mark = Found.likely(Csv.QUOTE, Message.of("No cell needs quotes."));
        if (bare.beginningWith(Csv.QUOTE) == 0) {
            TableSample apostrophes = bare.beginningWith('\'') == 0 ? null : TableSample.of(text, separator, '\'');
            if (apostrophes != null && apostrophes.consistency() >= bare.consistency()) {
                return new LayoutDetector(Found.certain(separator, Message.EMPTY),
                        Found.likely('\'', Message.of("Cells stand in apostrophes: {0}.", example(bare, '\''))),
                        apostrophes);
            }
            return new LayoutDetector(Found.certain(separator, Message.EMPTY), mark, usual == null ? bare : usual);
        }
        if (usual != null && usual.consistency() >= bare.consistency()) {
            Found<Character> quotes = Found.certain(Csv.QUOTE,
                    Message.of("Cells stand in quotes: {0}.", example(bare, '"')));
            return new LayoutDetector(Found.certain(separator, Message.EMPTY), quotes, usual);
        }
        return new LayoutDetector(Found.certain(separator, Message.EMPTY), Found.likely(Csv.NO_QUOTE,
                Message.of("Quotes do not stand around cells, but in them: {0}.", example(bare, '"'))), bare);
    }

    private static Message example(TableSample sample, char beginning) {
        return sample.lines().stream().flatMap(line -> line.cells().stream()
                .filter(cell -> cell.indexOf(beginning) == 0)
                .map(cell -> Message.of("{0} in line {1}", cell, line.number())))
                .findFirst().orElse(Message.EMPTY);
    }

    static Message word(char separator) {
        return separator == '\t' ? Message.of("a tab") : Message.verbatim("'" + separator + "'");
    }
}
