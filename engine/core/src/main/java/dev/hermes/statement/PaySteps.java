package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.PayeeFigures;
import dev.hermes.kernel.PayeeFigures.ParameterFigures;
import dev.hermes.kernel.PayeeFigures.PayFigures;
import dev.hermes.model.Adjustment;
import dev.hermes.model.Period;
import dev.hermes.model.Scheme;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet: who is paid what, and each step to the payout. A step that changes the amount of money shows by how
 * much in the column of lines; the lines add up to the payout.
 */
final class PaySteps {

    static final String NAME = "Statement";

    private static final int AMOUNT = 1;
    private static final int LINE = 2;
    private static final int NOTE = 4;

    private final Book book;
    private final PayeeFigures figures;
    private final CompiledScheme scheme;
    private final RuleCells rules;
    private final Draft sheet = new Draft(new Sheet(NAME, false,
            List.of(Draft.column("", 40), Draft.column("", 18), Draft.column("", 16), Draft.column("", 60),
                    Draft.column("", 60))));
    private final List<String> moneyParameters = new ArrayList<>();
    private final List<String> summedParameters = new ArrayList<>();
    /** Every parameter's amount, or a zero where it does not apply: no payout without them, be they read or not. */
    private final List<String> neededParameters = new ArrayList<>();
    private int firstLine;
    /** A condition without which a parameter has no lines; empty for none. */
    private String linesWhere = "";
    private int notComputed;

    PaySteps(Book book, RuleCells rules) {
        this.book = book;
        this.rules = rules;
        figures = book.figures();
        scheme = figures.scheme();
    }

    Draft sheet() {
        return sheet;
    }

    /** How many figures the engine computes and the workbook does not. */
    int notComputed() {
        return notComputed;
    }

    private int minorUnit() {
        return scheme.document().minorUnit();
    }

    void lay() {
        head();
        if (!figures.isCalculated()) {
            sheet.add(Cell.text("The scheme does not apply.").as(Cell.Look.TOTAL));
            return;
        }
        firstLine = sheet.heading("", scheme.document().currency(), "line", "how", "note") + 1;
        CompiledFormula appliesWhen = scheme.appliesWhen();
        String applies = appliesWhen == null ? "" : formula("applies when", appliesWhen, 0);
        openings();
        for (ParameterFigures parameter : figures.parameters()) {
            parameter(parameter);
        }
        pay(figures.pay(), applies);
        closings();
    }

    private void head() {
        Scheme document = scheme.document();
        Period period = figures.plan().period();
        sheet.add(Cell.text("Statement of " + figures.name()).as(Cell.Look.TITLE));
        sheet.add(Cell.text("payee"), Cell.text(figures.payee()));
        if (!figures.organisation().isEmpty()) {
            sheet.add(Cell.text("organisation"), Cell.text(figures.organisation()));
        }
        sheet.add(Cell.text("scheme"), Cell.text(document.name()), Cell.EMPTY, Cell.text(document.code()));
        sheet.add(Cell.text("period"), Cell.text(period.code()), Cell.EMPTY,
                Cell.text(period.start() + " to " + period.end().minusDays(1)));
        sheet.add(Cell.text("plan"), Cell.text(figures.plan().fingerprint().substring(0, 12)));
        if (figures.failure() != null) {
            sheet.add(Cell.text("failed").as(Cell.Look.TOTAL), Cell.text(figures.failure().text()));
        }
        sheet.add(Cell.text("Figures in blue may be changed: everything that is made of them is computed anew.")
                .as(Cell.Look.NOTE));
        sheet.add();
    }

    private void openings() {
        for (Scheme.Balance balance : scheme.document().balances()) {
            Column opening = figures.opening(balance);
            int row = sheet.add(Cell.text("balance " + balance.code() + " on entry"),
                    Cell.of(Contents.of(opening, balance.scale())).as(Cell.Look.INPUT), Cell.EMPTY, Cell.EMPTY,
                    Cell.text(Contents.failure(opening)));
            book.name(new Source.OfBalance(balance.code()), sheet.name(row, AMOUNT));
        }
    }

    /** A row with a formula of the scheme; returns its cell. */
    private String formula(String label, CompiledFormula formula, int scale) {
        Column known = figures.recorded(formula.expression());
        if (formula.expression() instanceof Expression.NumberLiteral literal) {
            Cell number = Cell.number(Contents.shown(literal.value().toBigDecimal(), scale));
            return row(label, new Living(number.as(Cell.Look.INPUT), ""), "", known);
        }
        Living living = Living.of(() -> FormulaText.of(formula.expression(), book.place(formula)),
                Contents.of(known, scale));
        return row(label, living, formula.text(), known);
    }

    private String row(String label, Living living, String how, @Nullable Column known) {
        notComputed += living.note().isEmpty() ? 0 : 1;
        int row = sheet.add(Cell.text(label), living.cell(), Cell.EMPTY, Cell.text(how.strip()),
                Cell.text((living.note() + " " + Contents.failure(known)).strip()));
        return sheet.name(row, AMOUNT);
    }

    private String step(String label, String formula, Column known, int scale, String how) {
        return row(label, Living.of(() -> formula, Contents.of(known, scale)), how, known);
    }

    /** Says on an amount's row by how much it changed the one before; null: it is the first of its parameter. */
    private void line(String amount, Column known, @Nullable String before, @Nullable Column knownBefore) {
        int row = Integer.parseInt(amount.substring(amount.indexOf('!') + 2));
        String formula = before == null ? amount : Precision.round(amount + "-" + before, Precision.ENGINE - 4);
        sheet.set(row, LINE, Living.computing(
                linesWhere.isEmpty() ? formula : "IF(" + linesWhere + "," + formula + ",0)",
                Contents.change(knownBefore, known, minorUnit())));
    }

    private void parameter(ParameterFigures parameter) {
        CompiledParameter compiled = parameter.parameter();
        String name = compiled.document().name();
        boolean money = compiled.document().unit().isMoney();
        int scale = money ? minorUnit() : 0;
        sheet.add();
        sheet.add(Cell.text(name).as(Cell.Look.TOTAL));
        CompiledFormula appliesWhen = compiled.appliesWhen();
        String applies = appliesWhen == null ? "" : formula(name + " applies when", appliesWhen, 0);
        linesWhere = applies;
        List<String> items = new ArrayList<>();
        String amount = "";
        for (int k = 0; k < compiled.items().size(); k++) {
            RuleCells.Item item = rules.item(parameter, k);
            amount = step(name + ": " + compiled.items().get(k).name(), item.value(), parameter.items().get(k), scale,
                    compiled.items().get(k).rules().document().name());
            if (!item.reason().isEmpty()) {
                int row = Integer.parseInt(amount.substring(amount.indexOf('!') + 2));
                sheet.set(row, NOTE, Living.computing(item.reason(), new Cell.Empty()));
            }
            book.name(new Source.OfItem(compiled.items().get(k).name()), amount);
            items.add(amount);
        }
        amount = combined(parameter, items, amount, scale);
        if (money) {
            line(amount, parameter.combined(), null, null);
        }
        amount = limited(parameter, prorated(parameter, amount), scale, money);
        if (money) {
            String before = amount;
            amount = step(name + ", rounded", Precision.rounded(before, parameter.capped(), minorUnit()),
                    parameter.rounded(), scale, "to " + minorUnit() + " digits, a half away from zero");
            line(amount, parameter.rounded(), before, parameter.capped());
        }
        conclude(parameter, applies, amount, scale);
    }

    private String combined(ParameterFigures parameter, List<String> items, String last, int scale) {
        CompiledFormula combine = parameter.parameter().combine();
        String name = parameter.parameter().document().name();
        if (combine != null) {
            return formula(name + ", combined", combine, scale);
        }
        return items.size() == 1
                ? last
                : step(name + ", together", String.join("+", items), parameter.combined(), scale, "the sum");
    }

    private String prorated(ParameterFigures parameter, String before) {
        CompiledFormula days = scheme.prorationDays();
        CompiledFormula basis = scheme.prorationBasis();
        if (days == null || basis == null || !parameter.parameter().document().prorated()
                || !parameter.parameter().document().unit().isMoney()) {
            return before;
        }
        String name = parameter.parameter().document().name();
        String counted = formula(name + ": days", days, 0);
        String of = formula(name + ": days of the basis", basis, 0);
        String amount = step(name + ", prorated", before + "*" + counted + "/" + of, parameter.prorated(), minorUnit(),
                "amount × days ÷ basis");
        line(amount, parameter.prorated(), before, parameter.combined());
        return amount;
    }

    private String limited(ParameterFigures parameter, String before, int scale, boolean money) {
        CompiledParameter compiled = parameter.parameter();
        String limited = limited(compiled.document().name(), compiled.cap(), compiled.floor(), before,
                parameter.capped(), scale);
        if (money && !limited.equals(before)) {
            line(limited, parameter.capped(), before, parameter.prorated());
        }
        return limited;
    }

    /** At most the cap, then at least the floor. */
    private String limited(String name, @Nullable CompiledFormula cap, @Nullable CompiledFormula floor, String before,
            Column known, int scale) {
        if (cap == null && floor == null) {
            return before;
        }
        String formula = before;
        if (cap != null) {
            formula = "MIN(" + formula + "," + formula(name + ": cap", cap, scale) + ")";
        }
        if (floor != null) {
            formula = "MAX(" + formula + "," + formula(name + ": floor", floor, scale) + ")";
        }
        return step(name + ", " + (floor == null ? "capped" : cap == null ? "raised to the floor" : "within bounds"),
                formula, known, scale, "");
    }

    private void conclude(ParameterFigures parameter, String applies, String amount, int scale) {
        CompiledParameter compiled = parameter.parameter();
        linesWhere = "";
        String counted = applies.isEmpty() ? amount : "IF(" + applies + "," + amount + ",0)";
        neededParameters.add(counted);
        String cell = amount;
        if (!applies.isEmpty()) {
            cell = step(compiled.document().name() + ", where it applies",
                    "IF(" + applies + "," + amount + "," + FormulaText.MISSING + ")", parameter.rounded(), scale, "");
        }
        summedParameters.add(counted);
        if (compiled.document().unit().isMoney()) {
            moneyParameters.add(counted);
        }
        book.name(new Source.OfParameter(compiled.document().code()), cell);
    }

    private void pay(PayFigures pay, String applies) {
        sheet.add();
        sheet.add(Cell.text("Pay").as(Cell.Look.TOTAL));
        String parameters = sum(moneyParameters);
        String before = scheme.pay() == null
                ? step("sum of the parameters", sum(summedParameters), pay.pay(), minorUnit(), "")
                : formula("pay expression", scheme.pay(), minorUnit());
        line(before, pay.pay(), "(" + parameters + ")", parametersTogether());
        CompiledFormula coefficient = scheme.coefficient();
        if (coefficient != null) {
            String factor = formula("coefficient", coefficient, 0);
            before = changed("pay × coefficient", before + "*" + factor, pay.withCoefficient(), before, pay.pay());
        }
        boolean within = scheme.document().adjustmentsWithinCaps();
        if (within) {
            before = adjusted(before, pay.adjustedWithin(), pay.withCoefficient());
        }
        String limited = limited("pay", scheme.cap(), scheme.floor(), before, pay.capped(), minorUnit());
        if (!limited.equals(before)) {
            line(limited, pay.capped(), before, pay.adjustedWithin());
        }
        before = changed("pay, rounded", Precision.rounded(limited, pay.capped(), minorUnit()), pay.rounded(), limited,
                pay.capped());
        if (!within) {
            before = adjusted(before, pay.payout(), pay.rounded());
        }
        conclude(pay, applies, before);
    }

    private static String sum(List<String> cells) {
        return cells.isEmpty() ? "0" : String.join("+", cells);
    }

    /** What the parameters of money come to; missing where one of them failed. */
    private Column parametersTogether() {
        NumberColumn sum = new NumberColumn(1);
        for (ParameterFigures parameter : figures.parameters()) {
            if (parameter.rounded().isFailed(0)) {
                sum.setMissing(0);
            } else if (parameter.parameter().document().unit().isMoney() && parameter.rounded().isPresent(0)
                    && parameter.rounded() instanceof NumberColumn rounded) {
                sum.set(0, sum.get(0).plus(rounded.get(0)));
            }
        }
        return sum;
    }

    private String changed(String label, String formula, Column known, String before, Column knownBefore) {
        String amount = step(label, formula, known, minorUnit(), "");
        line(amount, known, before, knownBefore);
        return amount;
    }

    private String adjusted(String before, Column known, Column knownBefore) {
        String amount = before;
        List<Adjustment> adjustments = figures.adjustments();
        List<String> added = new ArrayList<>(List.of(before));
        for (Adjustment adjustment : adjustments) {
            int row = sheet.add(Cell.text("adjustment"),
                    Cell.number(Contents.shown(adjustment.amount().toBigDecimal(), minorUnit())).as(Cell.Look.INPUT),
                    Cell.EMPTY, Cell.text(adjustment.reason()));
            added.add(sheet.name(row, AMOUNT));
        }
        if (!adjustments.isEmpty()) {
            amount = changed("with adjustments", Precision.clean(String.join("+", added), known), known, before,
                    knownBefore);
        }
        return amount;
    }

    private void conclude(PayFigures pay, String applies, String amount) {
        Column known = pay.payout();
        boolean failed = figures.failure() != null;
        Cell.Value shown = failed ? new Cell.Failed() : Contents.of(known, minorUnit());
        String lines = Precision.round("SUM(" + sheet.names(firstLine, Integer.parseInt(amount
                .substring(amount.indexOf('!') + 2)), LINE) + ")", minorUnit());
        String needed = scheme.pay() == null
                ? amount
                : "IF(COUNT(" + String.join(",", neededParameters) + ")<" + neededParameters.size() + ","
                        + FormulaText.FAILURE + "," + amount + ")";
        String payout = applies.isEmpty() ? needed : "IF(" + applies + "," + needed + "," + FormulaText.MISSING + ")";
        int row = sheet.add(Cell.text("Payout").as(Cell.Look.TOTAL),
                Living.computing(payout, shown).as(Cell.Look.TOTAL), Living.computing(lines, shown).as(Cell.Look.TOTAL),
                Cell.text("the lines add up to it"));
        book.name(new Source.OfPayout(), sheet.name(row, AMOUNT));
    }

    private void closings() {
        if (!scheme.closings().isEmpty()) {
            sheet.add();
        }
        for (int k = 0; k < scheme.closings().size(); k++) {
            Scheme.Balance balance = scheme.document().balances().get(k);
            CompiledFormula closing = scheme.closings().get(k);
            Column known = figures.closing(balance);
            Living living = Living.of(() -> Precision.rounded(
                    FormulaText.of(closing.expression(), book.place(closing)), known, balance.scale()),
                    Contents.of(known, balance.scale()));
            row("balance " + balance.code() + " carried on", living, closing.text(), known);
        }
    }
}
