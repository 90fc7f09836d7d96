package dev.hermes.app.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.PayLine;
import dev.hermes.kernel.SchemeResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;

/**
 * The lines of all statements as a table: the amounts of a payee add up to the payout, and all amounts to the cost.
 * Payees whose payout failed have no lines here.
 */
public final class LinesCsv {

    private LinesCsv() {}

    /** Writes the lines of all schemes of a run. */
    public static void write(CalcResult result, Writer writer) throws IOException {
        try (CsvWriter csv = CsvText.writer(writer)) {
            csv.writeRecord("scheme", "period", "payee", "line", "kind", "label", "amount", "reason");
            for (SchemeResult scheme : result.schemes()) {
                Statements.of(scheme).filter(statement -> statement.failure() == null)
                        .forEach(statement -> write(result, scheme, statement, csv));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(CalcResult result, SchemeResult scheme, Statement statement, CsvWriter csv) {
        int number = 0;
        for (PayLine line : statement.lines()) {
            csv.writeRecord(scheme.scheme().document().code(), result.plan().period().code(),
                    CsvText.text(statement.payee()), Integer.toString(++number), word(line.kind()),
                    CsvText.text(line.label()),
                    CsvText.number(line.amount(), scheme.scheme().document().minorUnit()),
                    CsvText.text(line.reason()));
        }
    }

    /** The kind of a line as other programs read it: {@code parameterCap}. */
    static String word(PayLine.Kind kind) {
        StringBuilder word = new StringBuilder();
        for (String part : kind.name().toLowerCase(Locale.ROOT).split("_")) {
            word.append(word.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return word.toString();
    }
}
