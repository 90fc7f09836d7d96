package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.formula.Expression;
import dev.hermes.kernel.PayeeFigures.ParameterFigures;
import dev.hermes.model.RuleTable.HitPolicy;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledParameter.CompiledItem;
import dev.hermes.plan.CompiledRules;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sheet of rules: for each item its rule table, with which rules hold, what they give, and what comes out. What a
 * rule gives is computed only where it holds.
 */
final class RuleCells {

    private static final int HOLDS = 2;
    private static final int VALUE = 4;
    private static final int REASON = 5;
    private static final int NOTE = 6;

    private final Book book;
    private final FactCells facts;
    private final Draft sheet = new Draft(new Sheet("Rules", false,
            List.of(Draft.column("", 34), Draft.column("", 44), Draft.column("", 10), Draft.column("", 44),
                    Draft.column("", 16), Draft.column("", 40), Draft.column("", 60))));
    private int notComputed;

    RuleCells(Book book, FactCells facts) {
        this.book = book;
        this.facts = facts;
    }

    Draft sheet() {
        return sheet;
    }

    /** How many figures the engine computes and the workbook does not. */
    int notComputed() {
        return notComputed;
    }

    /**
     * The cells of an item.
     *
     * @param value
     *            what its rules give
     * @param reason
     *            the label of the rule that holds; empty where it is not known
     */
    record Item(String value, String reason) {}

    Item item(ParameterFigures parameter, int index) {
        CompiledItem item = parameter.parameter().items().get(index);
        CompiledRules rules = item.rules();
        sheet.add();
        sheet.add(Cell.text(parameter.parameter().document().name() + ": " + item.name()).as(Cell.Look.TOTAL));
        return rules.document().eachFact()
                ? ofFacts(item, parameter.items().get(index))
                : ofPeriod(rules, parameter, index);
    }

    private Item ofFacts(CompiledItem item, Column known) {
        Cell.Value value = Contents.of(known, book.minorUnit());
        Living sum = facts.sum(item, value);
        notComputed += sum.note().isEmpty() ? 0 : 1;
        int row = sheet.add(Cell.text(item.rules().document().name()), Cell.text("for each fact"), Cell.EMPTY,
                Cell.text("see the sheet " + FactCells.NAME), sum.cell(), Cell.EMPTY,
                Cell.text(sum.note()));
        return new Item(sheet.name(row, VALUE), "");
    }

    private Item ofPeriod(CompiledRules rules, ParameterFigures parameter, int index) {
        HitPolicy policy = rules.document().hitPolicy();
        sheet.heading(rules.document().name() + switch (policy) {
            case FIRST -> " (the first that holds)";
            case UNIQUE -> " (the only one that holds)";
            case SUM -> " (all that hold)";
        },
                "condition", "holds", "expression", "value", "reason", "note");
        Column known = parameter.items().get(index);
        int matched = parameter.matched().get(index);
        int first = 0;
        int last = 0;
        for (CompiledRules.CompiledRule rule : rules.rules()) {
            int number = last == 0 ? 1 : last - first + 2;
            last = rule(rule, number, policy == HitPolicy.FIRST && first > 0 ? sheet.names(first, last, HOLDS) : "",
                    matched == number - 1 ? known : null);
            first = first == 0 ? last : first;
        }
        String holds = first == 0 ? "" : sheet.names(first, last, HOLDS);
        int otherwise = otherwise(rules, holds, matched < 0 ? known : null);
        String sum = "SUM(" + sheet.names(first == 0 ? otherwise : first, otherwise, VALUE) + ")";
        String several = policy == HitPolicy.UNIQUE && !holds.isEmpty()
                ? "IF(COUNTIF(" + holds + ",TRUE)>1," + FormulaText.FAILURE + "," + sum + ")"
                : sum;
        int result = sheet.add(Cell.text("result").as(Cell.Look.TOTAL), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY,
                Living.computing(several, Contents.of(known, book.minorUnit())).as(Cell.Look.TOTAL),
                reason(first == 0 ? otherwise : first, otherwise), Cell.text(Contents.failure(known)));
        return new Item(sheet.name(result, VALUE), sheet.name(result, REASON));
    }

    private int rule(CompiledRules.CompiledRule rule, int number, String before, @Nullable Column known) {
        CompiledFormula condition = rule.condition();
        int row = sheet.add(Cell.text("rule " + number), Cell.text(condition == null ? "always" : condition.text()));
        Expression truth = condition == null ? null : condition.expression();
        Column held = truth == null ? null : book.figures().recorded(truth);
        Living holds = Living.of(() -> {
            String text = condition == null ? "TRUE" : FormulaText.of(condition.expression(), book.place(condition));
            return before.isEmpty() ? text : "IF(COUNTIF(" + before + ",TRUE)>0,FALSE," + text + ")";
        }, held == null ? new Cell.Truth(condition == null && known != null) : Contents.of(held, 0));
        sheet.set(row, HOLDS, holds.cell());
        note(row, holds.note());
        expression(row, rule.expression(), rule.reason(), known);
        return row;
    }

    private void expression(int row, CompiledFormula expression, String reason, @Nullable Column known) {
        sheet.set(row, HOLDS + 1, Cell.text(expression.text()));
        Column value = book.figures().recorded(expression.expression());
        Living living = Living.of(() -> "IF(" + sheet.name(row, HOLDS) + ","
                + FormulaText.of(expression.expression(), book.place(expression)) + ",0)",
                value == null ? new Cell.Figure(BigDecimal.ZERO) : Contents.of(value, 0));
        sheet.set(row, VALUE, living.cell());
        sheet.set(row, REASON, Cell.text(reason));
        note(row, living.note());
        if (known != null) {
            note(row, Contents.failure(value));
        }
    }

    private int otherwise(CompiledRules rules, String holds, @Nullable Column known) {
        String none = holds.isEmpty() ? "TRUE" : "COUNTIF(" + holds + ",TRUE)=0";
        CompiledFormula otherwise = rules.otherwise();
        int row = sheet.add(Cell.text("otherwise"), Cell.EMPTY,
                Living.computing(none, new Cell.Truth(known != null)));
        if (otherwise == null) {
            sheet.set(row, HOLDS + 1, Cell.text("(a failure)"));
            sheet.set(row, VALUE, Living.computing(
                    "IF(" + sheet.name(row, HOLDS) + "," + FormulaText.FAILURE + ",0)",
                    known == null ? new Cell.Figure(BigDecimal.ZERO) : new Cell.Failed()));
        } else {
            expression(row, otherwise, rules.document().otherwiseReason(), known);
        }
        return row;
    }

    /** The label of the only rule that holds. */
    private Cell reason(int first, int last) {
        StringBuilder text = new StringBuilder("\"\"");
        for (int row = last; row >= first; row--) {
            if (sheet.get(row, REASON).content() instanceof Cell.Text) {
                text.insert(0, "IF(" + sheet.name(row, HOLDS) + "," + sheet.name(row, REASON) + ",").append(')');
            }
        }
        return Living.of(text::toString, new Cell.Empty()).cell();
    }

    private void note(int row, String note) {
        if (!note.isEmpty()) {
            notComputed += note.startsWith("A value") || note.startsWith("The formula") ? 1 : 0;
            String before = sheet.get(row, NOTE).content() instanceof Cell.Text text ? text.text() + " " : "";
            sheet.set(row, NOTE, Cell.text(before + note));
        }
    }
}
