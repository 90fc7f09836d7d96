package dev.hermes.workspace.imports;

import dev.hermes.model.Message;
import dev.hermes.model.NumberStyle;
import dev.hermes.model.NumberStyle.Negative;
import dev.hermes.workspace.imports.TableSample.Cell;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Finds how a file writes numbers, from those of its columns that may hold some. Of one thread. */
final class NumberDetector {

    /** The simplest first. */
    private static final List<NumberStyle> STYLES = List.of(style('.', null), style(',', null), style('.', ','),
            style(',', '.'), style('.', ' '), style(',', ' '), style('.', '\''), style(',', '\''));

    private final boolean isWhole;
    /** The columns that are numbers in some style, each with the styles and its cells. */
    private final SequencedMap<Integer, Column> columns = new LinkedHashMap<>();

    NumberDetector(boolean isWhole) {
        this.isWhole = isWhole;
    }

    private record Column(List<NumberStyle> styles, List<Cell> cells, boolean percent, Negative negative) {}

    private static NumberStyle style(char decimal, @Nullable Character grouping) {
        return new NumberStyle(decimal, grouping, Negative.LEADING, false);
    }

    /**
     * Looks at a column.
     *
     * @param cells
     *            those that are not empty
     */
    void add(int place, List<Cell> cells) {
        boolean percent = cells.stream().anyMatch(cell -> cell.text().endsWith("%"));
        Negative negative = cells.stream().map(Cell::text).anyMatch(text -> text.startsWith("(")) ? Negative.PARENTHESES
                : cells.stream().map(Cell::text).anyMatch(text -> text.endsWith("-") || text.endsWith("\u2212"))
                        ? Negative.TRAILING
                        : Negative.LEADING;
        List<NumberStyle> fitting = STYLES.stream().filter(style -> {
            Numerals numerals = Numerals.of(new NumberStyle(style.decimal(), style.grouping(), negative, percent));
            return cells.stream().allMatch(cell -> isNumber(numerals, cell.text()));
        }).toList();
        if (!fitting.isEmpty()) {
            columns.put(place, new Column(fitting, cells, percent, negative));
        }
    }

    private static boolean isNumber(Numerals numerals, String text) {
        return numerals.read(text) != null;
    }

    /** The style of the file: the simplest that reads the most columns. */
    Found<NumberStyle> detect() {
        if (columns.isEmpty()) {
            return Found.likely(NumberStyle.PLAIN, Message.of("No column holds numbers."));
        }
        NumberStyle best = STYLES.getFirst();
        for (NumberStyle style : STYLES) {
            best = support(style) > support(best) ? style : best;
        }
        boolean percent = columns.values().stream().anyMatch(Column::percent);
        Negative negative = columns.values().stream().map(Column::negative)
                .filter(form -> form != Negative.LEADING).findFirst().orElse(Negative.LEADING);
        NumberStyle found = new NumberStyle(best.decimal(), best.grouping(), negative, percent);
        NumberStyle chosen = best;
        List<NumberStyle> others = STYLES.stream().filter(style -> style.decimal() != chosen.decimal())
                .filter(style -> support(style) == support(chosen)).toList();
        for (NumberStyle other : others) {
            NumberStyle instead = new NumberStyle(other.decimal(), other.grouping(), negative, percent);
            Message difference = difference(found, instead);
            if (difference != null) {
                return Found.open(found, difference, List.of(instead));
            }
        }
        return Found.certain(found, evidence(found));
    }

    private long support(NumberStyle style) {
        return columns.values().stream().filter(column -> column.styles().contains(style)).count();
    }

    private @Nullable Message difference(NumberStyle one, NumberStyle other) {
        Numerals first = Numerals.of(one);
        Numerals second = Numerals.of(other);
        for (Column column : columns.values()) {
            for (Cell cell : column.cells()) {
                String as = first.read(cell.text());
                String instead = second.read(cell.text());
                if (as != null && instead != null && new BigDecimal(as).compareTo(new BigDecimal(instead)) != 0) {
                    return Message.of(
                            "{0} may be {1} (decimal: '{2}') or {3} (decimal: '{4}'); nothing in the {5} decides.",
                            cell.shown(), as, one.decimal(), instead, other.decimal(), Detector.looked(isWhole));
                }
            }
        }
        return null;
    }

    /** The cell that tells most of the style. */
    private Message evidence(NumberStyle style) {
        Numerals numerals = Numerals.of(style);
        Cell telling = null;
        for (Column column : columns.values()) {
            for (Cell cell : column.cells()) {
                if (numerals.read(cell.text()) != null
                        && (telling == null || marks(style, cell.text()) > marks(style, telling.text()))) {
                    telling = cell;
                }
            }
        }
        return telling == null
                ? Message.of("No column holds numbers.")
                : Message.of("{0} is {1}.", telling.shown(), numerals.read(telling.text()));
    }

    /** How much a cell shows of a style. */
    private static int marks(NumberStyle style, String text) {
        boolean hasPoint = text.indexOf(style.decimal()) >= 0;
        boolean hasGroups = style.grouping() != null && text.indexOf(style.grouping()) >= 0;
        return (hasPoint ? 1 : 0) + (hasGroups ? 1 : 0);
    }

    /** The columns that are numbers in this style. */
    List<Integer> places(NumberStyle style) {
        Numerals numerals = Numerals.of(style);
        return columns.entrySet().stream()
                .filter(column -> column.getValue().cells().stream().allMatch(cell -> isNumber(numerals, cell.text())))
                .map(Map.Entry::getKey).toList();
    }

    /** What is to be said of columns that are numbers in another style, by their places. */
    Map<Integer, Message> others(NumberStyle style) {
        List<Integer> numbers = places(style);
        Map<Integer, Message> others = new LinkedHashMap<>();
        columns.forEach((place, column) -> {
            if (!numbers.contains(place)) {
                Numerals numerals = Numerals.of(style);
                Cell unlike = column.cells().stream().filter(cell -> !isNumber(numerals, cell.text())).findFirst()
                        .orElseThrow();
                others.put(place,
                        Message.of("{0} is written otherwise than the numbers of other columns. Maybe it is no "
                                + "number, or must be brought into line at its source.", unlike.shown()));
            }
        });
        return others;
    }

    /** The most fractional digits in cells that are numbers. */
    static int scale(NumberStyle style, List<Cell> cells) {
        Numerals numerals = Numerals.of(style);
        List<String> plain = new ArrayList<>();
        cells.forEach(cell -> plain.add(Objects.requireNonNull(numerals.read(cell.text()))));
        return plain.stream().mapToInt(text -> Math.max(0, new BigDecimal(text).scale())).max().orElse(0);
    }
}
