package dev.hermes.app.report;

import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Failure;
import dev.hermes.model.Scheme;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet.Column;
import dev.hermes.spi.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Payouts as a table: a row for each payee of each scheme. Columns of parameters and balances that a scheme does not
 * have are empty in its rows. Amounts have as many digits as they need.
 */
public final class PayoutsTable implements ResultTable {

    private static final int AMOUNT = 14;
    private static final int TEXT = 30;
    private static final List<Column> FIRST = List.of(new Column("payee", 28), new Column("person", 12),
            new Column("name", 24), new Column("organisation", 16), new Column("scheme", 20), new Column("period", 10),
            new Column("status", 8), new Column("payout", 16), new Column("currency", 9));
    private static final List<Column> LAST = List.of(new Column("failure", 20), new Column("failureText", 60));

    @Override
    public Sheet sheet(CalcResult result) {
        List<Column> columns = new ArrayList<>(FIRST);
        for (String parameter : parameters(result)) {
            columns.addAll(List.of(new Column(parameter, AMOUNT), new Column(parameter + ".reason", TEXT),
                    new Column(parameter + ".capped", AMOUNT)));
        }
        columns.addAll(List.of(new Column("capped", AMOUNT), new Column("adjustments", AMOUNT)));
        balances(result).forEach(balance -> columns.add(new Column("balance." + balance, AMOUNT)));
        columns.addAll(LAST);
        return new Sheet("Payouts", true, columns);
    }

    private static SequencedSet<String> parameters(CalcResult result) {
        SequencedSet<String> parameters = new LinkedHashSet<>();
        result.schemes().forEach(scheme -> parameters.addAll(scheme.scheme().document().parameters()));
        return parameters;
    }

    private static SequencedSet<String> balances(CalcResult result) {
        SequencedSet<String> balances = new LinkedHashSet<>();
        result.schemes().forEach(scheme -> scheme.scheme().document().balances()
                .forEach(balance -> balances.add(balance.code())));
        return balances;
    }

    @Override
    public void rows(CalcResult result, Rows rows) throws IOException {
        SequencedSet<String> parameters = parameters(result);
        SequencedSet<String> balances = balances(result);
        for (SchemeResult scheme : result.schemes()) {
            Iterator<Statement> statements = Statements.of(scheme).iterator();
            while (statements.hasNext()) {
                rows.row(row(result, scheme.scheme().document(), statements.next(), parameters, balances));
            }
        }
    }

    private static List<Cell> row(CalcResult result, Scheme scheme, Statement statement,
            SequencedSet<String> parameters, SequencedSet<String> balances) {
        int scale = scheme.minorUnit();
        List<Cell> row = new ArrayList<>();
        row.add(Cell.text(statement.payee()));
        row.add(Cell.text(statement.person()));
        row.add(Cell.text(statement.name()));
        row.add(Cell.text(statement.organisation()));
        row.add(Cell.text(scheme.code()));
        row.add(Cell.text(result.plan().period().code()));
        row.add(Cell.text(statement.failure() == null ? "paid" : "failed"));
        row.add(Cells.number(statement.payout(), scale));
        row.add(Cell.text(scheme.currency()));
        Map<String, Statement.Part> parts = statement.parts().stream()
                .collect(Collectors.toMap(Statement.Part::code, Function.identity(), (first, _) -> first));
        for (String parameter : parameters) {
            Statement.Part part = parts.get(parameter);
            row.add(part == null ? Cell.EMPTY : Cells.number(part.amount(), scale));
            row.add(part == null ? Cell.EMPTY : Cell.text(part.reason()));
            row.add(part == null ? Cell.EMPTY : Cells.number(part.cut(), scale));
        }
        row.add(Cells.number(statement.cut(), scale));
        row.add(statement.adjustments().signum() == 0 ? Cell.EMPTY : Cells.number(statement.adjustments(), scale));
        for (String balance : balances) {
            row.add(Cells.number(Optional.ofNullable(statement.balances().get(balance)), scale));
        }
        Failure failure = statement.failure();
        row.add(failure == null ? Cell.EMPTY : Cell.text(failure.code().name()));
        row.add(failure == null ? Cell.EMPTY : Cell.text(failure.text()));
        return row;
    }
}
