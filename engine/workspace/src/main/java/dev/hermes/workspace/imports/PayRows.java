package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.model.Adjustment;
import dev.hermes.model.Message;
import dev.hermes.model.OpeningBalance;
import dev.hermes.model.Scheme;
import dev.hermes.spi.BadCellException;
import java.util.List;

/** What is added to pay, and the balances with which payees enter a period. */
final class PayRows {

    private PayRows() {}

    static RowMaker adjustments(MappedFields fields, Library library) {
        SchemeField schemes = SchemeField.byCode(fields, library);
        FieldReader amount = fields.required("amount");
        FieldReader reason = fields.required("reason");
        return (row, writer) -> {
            Decimal plusOrMinus = amount.number(row);
            String why = reason.required(row, Cells::text, "");
            Scheme scheme = schemes.read(row);
            if (scheme == null) {
                return;
            }
            String payee = schemes.payee(row, scheme);
            String period = schemes.period(row, scheme);
            if (!row.isBad()) {
                writer.write(row.line(), new Adjustment(scheme.code(), payee, period, plusOrMinus, why));
            }
        };
    }

    static RowMaker balances(MappedFields fields, Library library) {
        SchemeField schemes = SchemeField.byLineageOrCode(fields, library);
        FieldReader balance = fields.required("balance");
        FieldReader value = fields.required("value");
        return (row, writer) -> {
            Decimal opening = value.number(row);
            Scheme scheme = schemes.read(row);
            if (scheme == null) {
                return;
            }
            String code = balance.required(row, text -> balance(text, scheme, library), "");
            String payee = schemes.payee(row, scheme);
            String period = schemes.period(row, scheme);
            if (!row.isBad()) {
                writer.write(row.line(), new OpeningBalance(scheme.lineage(), code, payee, period, opening));
            }
        };
    }

    /** Lets the code of a balance pass that a scheme of the lineage carries. */
    private static String balance(String code, Scheme scheme, Library library) throws BadCellException {
        List<String> known = library.schemes().stream().filter(other -> other.lineage().equals(scheme.lineage()))
                .flatMap(other -> other.balances().stream()).map(Scheme.Balance::code).distinct().toList();
        if (!known.contains(code)) {
            throw new BadCellException(
                    Message.of("The scheme {0} carries no balance {1}", scheme.code(), Quote.of(code)),
                    known.isEmpty() ? Message.of("Maybe its document should declare it.") : Suggestion.among(known));
        }
        return code;
    }
}
