package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.Scheme;
import dev.hermes.model.Scheme.Balance;
import dev.hermes.model.Scheme.Payee;
import dev.hermes.model.Scheme.Proration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The fields of a scheme. */
final class SchemeForm {

    private static final Words<Payee> PAYEES = Words.of(Payee.class);
    private static final Words<Boolean> WITHIN_CAPS = Words.of("afterCaps", false).and("withinCaps", true);
    private static final int GREATEST_SCALE = 12;

    private SchemeForm() {}

    static Scheme read(String code, String name, Fields fields) {
        String lineage = fields.optional("lineage", Readings::reference, code);
        String population = fields.reference("population");
        String calendar = fields.reference("calendar");
        LocalDate from = fields.date("from");
        LocalDate to = fields.optionalDate("to");
        if (to != null && !to.isAfter(from)) {
            fields.error("to",
                    Message.of("The date to ({0}) must be after from ({1}): it is the first day on which the "
                            + "scheme no longer holds. Maybe the two are swapped.", to, from));
        }
        String payLine = fields.reference("payLine");
        String currency = fields.required("currency", value -> Readings.checked(value, Units::problemOfCurrency), "");
        int minorUnit = minorUnit(currency, fields);
        Payee payee = fields.word("payee", PAYEES, Payee.ASSIGNMENT);
        Formula appliesWhen = fields.optionalFormula("appliesWhen");
        List<Placed<String>> parameters = fields.some("parameters", Readings::reference);
        Repeats.refuse(parameters, Message.of("parameter"), Function.identity());
        List<String> codes = parameters.stream().map(Placed::read).toList();
        Proration proration = fields.optional("proration",
                value -> value.fields(inner -> new Proration(inner.formula("days"), inner.formula("basis"))));
        Formula pay = fields.optionalFormula("pay");
        Formula coefficient = fields.optionalFormula("coefficient");
        Formula floor = fields.optionalFormula("floor");
        Formula cap = fields.optionalFormula("cap");
        boolean withinCaps = fields.word("adjustments", WITHIN_CAPS, false);
        return new Scheme(code, name, lineage, population, calendar, from, to, payLine, currency, minorUnit, payee,
                appliesWhen, codes, proration, pay, coefficient, floor, cap, withinCaps,
                balances(fields, new HashSet<>(codes), minorUnit));
    }

    static void write(Scheme scheme, Output output) {
        Proration proration = scheme.proration();
        // The minor unit is always written: what ISO says of a currency changes with the years.
        output.text("lineage", scheme.lineage(), scheme.code()).text("population", scheme.population())
                .text("calendar", scheme.calendar()).date("from", scheme.from()).date("to", scheme.to())
                .text("payLine", scheme.payLine()).text("currency", scheme.currency())
                .integer("minorUnit", scheme.minorUnit()).word("payee", scheme.payee(), PAYEES, Payee.ASSIGNMENT)
                .formula("appliesWhen", scheme.appliesWhen()).texts("parameters", scheme.parameters())
                .put("proration", proration == null
                        ? null
                        : new Output().formula("days", proration.days()).formula("basis", proration.basis()).fields())
                .formula("pay", scheme.pay()).formula("coefficient", scheme.coefficient())
                .formula("floor", scheme.floor()).formula("cap", scheme.cap())
                .word("adjustments", scheme.adjustmentsWithinCaps(), WITHIN_CAPS, false)
                .table("balances", scheme.balances(), Balance::code,
                        balance -> write(balance, scheme.minorUnit()).fields());
    }

    private static int minorUnit(String currency, Fields fields) {
        int usual = currency.isEmpty() ? 0 : Currency.getInstance(currency).getDefaultFractionDigits();
        if (usual < 0 && !fields.has("minorUnit")) {
            fields.error("minorUnit", Message.of("The currency {0} has no usual minor unit. Maybe add minorUnit: 2 to "
                    + "round to two fractional digits.", currency));
        }
        return fields.integer("minorUnit", 0, GREATEST_SCALE, Math.max(usual, 0));
    }

    private static List<Balance> balances(Fields fields, Set<String> parameters, int minorUnit) {
        List<Balance> balances = new ArrayList<>();
        for (Placed<String> name : fields.table("balances")) {
            Message problem = parameters.contains(name.read())
                    ? Message.of("The name {0} is that of a parameter. Maybe choose another.",
                            Quotation.of(name.read()))
                    : Codes.problemOfName(name.read());
            if (problem != null) {
                name.value().errorOfName(problem);
            }
            Balance balance = name.value().fields(inner -> new Balance(name.read(), inner.unit("unit"),
                    inner.optional("opening", Readings::decimal, Decimal.ZERO), inner.formula("closing"),
                    inner.integer("scale", 0, GREATEST_SCALE, minorUnit)));
            if (balance != null) {
                balances.add(balance);
            }
        }
        return balances;
    }

    private static Output write(Balance balance, int minorUnit) {
        return new Output().text("unit", balance.unit().name())
                .decimal("opening", balance.opening().isZero() ? null : balance.opening())
                .formula("closing", balance.closing()).integer("scale", balance.scale(), minorUnit);
    }
}
