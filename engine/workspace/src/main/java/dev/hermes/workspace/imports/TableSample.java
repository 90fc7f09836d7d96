package dev.hermes.workspace.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a text, taken apart in one of the ways that are possible. Cells are without white space around them.
 *
 * @param width
 *            how many cells most rows have
 */
record TableSample(char separator, char quote, List<Line> lines, int width) {

    static final int MOST_ROWS = 10_000;

    /** A row with the line that it starts in, from 1. */
    record Line(long number, List<String> cells) {}

    /** Takes a text apart; null where that cannot be done. */
    static @Nullable TableSample of(String text, char separator, char quote) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator)
                .quoteCharacter(quote == Csv.NO_QUOTE ? Character.MAX_VALUE : quote).allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                lines.add(new Line(row.getStartingLineNumber(), row.getFields().stream().map(String::strip).toList()));
                if (lines.size() > MOST_ROWS) {
                    break;
                }
            }
        } catch (CsvParseException e) {
            return null;
        } catch (IOException e) {
            throw new IllegalStateException("A text in memory cannot be read.", e);
        }
        return lines.isEmpty() ? null : new TableSample(separator, quote, lines, width(lines));
    }

    private static int width(List<Line> lines) {
        Map<Integer, Long> counts = lines.stream().map(line -> line.cells().size())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream().max(Map.Entry.<Integer, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey())).orElseThrow().getKey();
    }

    /** Which part of the rows has as many cells as most. */
    double consistency() {
        return (double) lines.stream().filter(line -> line.cells().size() == width).count() / lines.size();
    }

    /** How many cells there are that begin with a character. */
    long beginningWith(char character) {
        return lines.stream().flatMap(line -> line.cells().stream())
                .filter(cell -> !cell.isEmpty() && cell.charAt(0) == character).count();
    }

    /** The cells of a column, in the rows that have as many cells as most, with their lines. */
    List<Cell> column(int place, boolean hasHeader) {
        return lines.stream().skip(hasHeader ? 1 : 0).filter(line -> line.cells().size() == width)
                .map(line -> new Cell(line.number(), line.cells().get(place))).toList();
    }

    /** A cell with the line of its row. */
    record Cell(long line, String text) {

        boolean isEmpty() {
            return text.isEmpty();
        }

        /** The cell as evidence. */
        Message shown() {
            return Message.of("{0} in line {1}", Quote.of(text), line);
        }
    }
}
