package dev.hermes.app.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.hermes.app.files.StagedFile;
import dev.hermes.decimal.Decimal;
import dev.hermes.spi.Cell;
import dev.hermes.workspace.imports.HarmlessText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;

/** How tables are written for other programs: RFC 4180. Stateless. */
final class CsvText {

    private CsvText() {}

    /** Writes the records of a table. */
    @FunctionalInterface
    interface Records {
        void writeTo(CsvWriter csv) throws IOException;
    }

    /** Writes a table into a file that has no name yet. */
    static void write(StagedFile file, List<String> titles, Records records) {
        file.write(writer -> {
            try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer)) {
                csv.writeRecord(titles);
                records.writeTo(csv);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    /** A cell: text that a spreadsheet would take for a formula made harmless, numbers as they are. */
    static String cell(Cell cell) {
        Cell.Value value = switch (cell.content()) {
            case Cell.Formula formula -> formula.value();
            case Cell.Value plain -> plain;
        };
        return switch (value) {
            case Cell.Empty _,Cell.Missing _,Cell.Failed _ -> "";
            case Cell.Text text -> HarmlessText.of(text.text());
            case Cell.Figure figure -> figure.number().toPlainString();
            case Cell.Day day -> day.day().toString();
            case Cell.Truth truth -> Boolean.toString(truth.truth());
        };
    }

    /** A number as a cell, with at least so many fractional digits. */
    static String number(Decimal number, int scale) {
        return number.toStringMinimum(scale);
    }

    /** A sum as a cell, which may be wider than a number. */
    static String number(BigDecimal sum, int scale) {
        return sum.setScale(Math.max(scale, sum.scale())).toPlainString();
    }
}
