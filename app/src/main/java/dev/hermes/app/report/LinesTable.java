package dev.hermes.app.report;

import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.PayLine;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * The lines of all statements as a table: the amounts of a payee add up to the payout, and all amounts to the cost.
 * Payees whose payout failed have no lines here.
 */
public final class LinesTable implements ResultTable {

    private static final Sheet SHEET = new Sheet("Lines", true,
            List.of(new Sheet.Column("scheme", 20), new Sheet.Column("period", 10), new Sheet.Column("payee", 28),
                    new Sheet.Column("line", 6), new Sheet.Column("kind", 16), new Sheet.Column("label", 30),
                    new Sheet.Column("amount", 16), new Sheet.Column("reason", 50)));

    @Override
    public Sheet sheet(CalcResult result) {
        return SHEET;
    }

    @Override
    public void rows(CalcResult result, Rows rows) throws IOException {
        for (SchemeResult scheme : result.schemes()) {
            Iterator<Statement> statements = Statements.of(scheme).filter(statement -> statement.failure() == null)
                    .iterator();
            while (statements.hasNext()) {
                write(result, scheme, statements.next(), rows);
            }
        }
    }

    private static void write(CalcResult result, SchemeResult scheme, Statement statement, Rows rows)
            throws IOException {
        int number = 0;
        for (PayLine line : statement.lines()) {
            rows.row(List.of(Cell.text(scheme.scheme().document().code()),
                    Cell.text(result.plan().period().code()), Cell.text(statement.payee()), Cell.number(++number),
                    Cell.text(word(line.kind())), Cell.text(line.label()),
                    Cells.number(line.amount(), scheme.scheme().document().minorUnit()), Cell.text(line.reason())));
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
