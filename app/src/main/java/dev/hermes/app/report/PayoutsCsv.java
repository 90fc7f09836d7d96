package dev.hermes.app.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Failure;
import dev.hermes.model.Scheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Payouts as a table: a row for each payee of each scheme. Columns of parameters and balances that a scheme does not
 * have are empty in its rows. Amounts have no thousands separators and as many digits as they need.
 */
public final class PayoutsCsv {

    private static final List<String> FIRST = List.of("payee", "person", "name", "organisation", "scheme", "period",
            "status", "payout", "currency");
    private static final List<String> LAST = List.of("failure", "failureText");

    private final CalcResult result;
    private final SequencedSet<String> parameters = new LinkedHashSet<>();
    private final SequencedSet<String> balances = new LinkedHashSet<>();

    private PayoutsCsv(CalcResult result) {
        this.result = result;
        for (SchemeResult scheme : result.schemes()) {
            parameters.addAll(scheme.scheme().document().parameters());
            scheme.scheme().document().balances().forEach(balance -> balances.add(balance.code()));
        }
    }

    /** Writes the payouts of all schemes of a run. */
    public static void write(CalcResult result, Writer writer) throws IOException {
        new PayoutsCsv(result).write(writer);
    }

    private void write(Writer writer) throws IOException {
        try (CsvWriter csv = CsvText.writer(writer)) {
            csv.writeRecord(header());
            for (SchemeResult scheme : result.schemes()) {
                Statements.of(scheme)
                        .forEach(statement -> csv.writeRecord(row(scheme.scheme().document(), statement)));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<String> header() {
        List<String> header = new ArrayList<>(FIRST);
        for (String parameter : parameters) {
            header.addAll(List.of(parameter, parameter + ".reason", parameter + ".capped"));
        }
        header.addAll(List.of("capped", "adjustments"));
        balances.forEach(balance -> header.add("balance." + balance));
        header.addAll(LAST);
        return header;
    }

    private List<String> row(Scheme scheme, Statement statement) {
        int scale = scheme.minorUnit();
        List<String> row = new ArrayList<>();
        row.add(CsvText.text(statement.payee()));
        row.add(CsvText.text(statement.person()));
        row.add(CsvText.text(statement.name()));
        row.add(CsvText.text(statement.organisation()));
        row.add(scheme.code());
        row.add(result.plan().period().code());
        row.add(statement.failure() == null ? "paid" : "failed");
        row.add(CsvText.number(statement.payout(), scale));
        row.add(scheme.currency());
        Map<String, Statement.Part> parts = statement.parts().stream()
                .collect(Collectors.toMap(Statement.Part::code, Function.identity(), (first, _) -> first));
        for (String parameter : parameters) {
            Statement.Part part = parts.get(parameter);
            row.add(part == null ? "" : CsvText.number(part.amount(), scale));
            row.add(part == null ? "" : CsvText.text(part.reason()));
            row.add(part == null ? "" : CsvText.number(part.cut(), scale));
        }
        row.add(CsvText.number(statement.cut(), scale));
        row.add(statement.adjustments().signum() == 0 ? "" : CsvText.number(statement.adjustments(), scale));
        for (String balance : balances) {
            row.add(CsvText.number(Optional.ofNullable(statement.balances().get(balance)), scale));
        }
        Failure failure = statement.failure();
        row.add(failure == null ? "" : failure.code().name());
        row.add(failure == null ? "" : CsvText.text(failure.text()));
        return row;
    }
}
