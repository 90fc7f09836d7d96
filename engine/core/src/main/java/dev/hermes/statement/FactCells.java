package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.Labels;
import dev.hermes.kernel.PayeeFigures.PaidFact;
import dev.hermes.model.RuleTable.HitPolicy;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledParameter.CompiledItem;
import dev.hermes.plan.CompiledRules;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sheet of facts that rules are evaluated for one by one: what the rules read of each, and what it pays. */
final class FactCells {

    static final String NAME = "EachFact";

    /** More facts than these are not listed: their sum is a value. */
    static final int LISTED = 5000;

    private static final int VALUE = 2;
    private static final int NOTE = 3;
    private static final int FIRST_COLUMN = 4;

    private final Book book;
    private final Draft sheet = new Draft(new Sheet(NAME, false,
            List.of(Draft.column("", 24), Draft.column("", 12), Draft.column("", 16), Draft.column("", 40),
                    Draft.column("", 16), Draft.column("", 16), Draft.column("", 16), Draft.column("", 16))));
    private int notComputed;

    FactCells(Book book) {
        this.book = book;
    }

    Draft sheet() {
        return sheet;
    }

    /** How many figures the engine computes and the workbook does not. */
    int notComputed() {
        return notComputed;
    }

    /** What an item's rules give for all facts. */
    Living sum(CompiledItem item, Cell.Value value) {
        List<PaidFact> facts = book.figures().paidFacts(item);
        if (facts.isEmpty()) {
            return new Living(Living.computing("0", value), "");
        }
        if (facts.size() > LISTED) {
            return new Living(Cell.of(value), "A value: " + facts.size() + " facts are too many to list.");
        }
        Map<Source.OfFact, List<Expression>> columns = columns(item.rules(), facts);
        sheet.add();
        sheet.add(Cell.text(item.rules().document().name()).as(Cell.Look.TOTAL));
        List<String> titles = new ArrayList<>(List.of("fact", "day", "pays", "note"));
        columns.forEach((_, reads) -> titles.add(Labels.of(reads.getFirst())));
        sheet.heading(titles.toArray(String[]::new));
        int first = 0;
        int last = 0;
        for (PaidFact fact : facts) {
            last = fact(item.rules(), fact, columns);
            first = first == 0 ? last : first;
        }
        return new Living(Living.computing("SUM(" + sheet.names(first, last, VALUE) + ")", value), "");
    }

    /** The facts' columns that formulas read, each with the places where it is read. */
    private static Map<Source.OfFact, List<Expression>> columns(CompiledRules rules, List<PaidFact> facts) {
        List<CompiledFormula> formulas = new ArrayList<>();
        rules.rules().forEach(rule -> {
            if (rule.condition() != null) {
                formulas.add(rule.condition());
            }
            formulas.add(rule.expression());
        });
        if (rules.otherwise() != null) {
            formulas.add(rules.otherwise());
        }
        facts.stream().map(PaidFact::share).filter(Objects::nonNull).distinct().forEach(formulas::add);
        Map<Source.OfFact, List<Expression>> columns = new LinkedHashMap<>();
        formulas.forEach(formula -> Expressions.visit(formula.expression(), node -> {
            if (node instanceof Expression.ReadValue read && read.source() instanceof Source.OfFact source) {
                columns.computeIfAbsent(source, _ -> new ArrayList<>()).add(read);
            }
        }));
        return columns;
    }

    private int fact(CompiledRules rules, PaidFact fact, Map<Source.OfFact, List<Expression>> columns) {
        int row = sheet.add(Cell.text(fact.key()), Cell.of(new Cell.Day(fact.day())));
        Map<Source, String> names = new HashMap<>();
        List<String> lost = new ArrayList<>();
        int column = FIRST_COLUMN;
        for (Map.Entry<Source.OfFact, List<Expression>> read : columns.entrySet()) {
            Column value = read.getValue().stream().map(fact.values()::of).filter(Objects::nonNull).findFirst()
                    .orElse(null);
            sheet.set(row, column, Cell.of(Contents.of(value, 0)).as(Cell.Look.INPUT));
            lost.add(Contents.lost(value));
            if (value != null) {
                names.put(read.getKey(), sheet.name(row, column));
            }
            column++;
        }
        Living living = Living.of(() -> {
            String pays = rules(rules, fact, names);
            CompiledFormula share = fact.share();
            return share == null ? pays : "(" + pays + ")*(" + text(share, fact, names) + ")";
        }, Contents.of(fact.value(), book.minorUnit()));
        notComputed += living.note().isEmpty() ? 0 : 1;
        sheet.set(row, VALUE, living.cell());
        sheet.set(row, NOTE, Cell.text(
                (living.note() + " " + String.join(" ", lost) + " " + Contents.failure(fact.value())).strip()));
        return row;
    }

    private String text(CompiledFormula formula, PaidFact fact, Map<Source, String> names)
            throws InexpressibleException {
        return FormulaText.of(formula.expression(), new FactPlace(book.place(formula), fact, names));
    }

    private String rules(CompiledRules rules, PaidFact fact, Map<Source, String> names)
            throws InexpressibleException {
        List<@Nullable String> conditions = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        List<String> summed = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        for (CompiledRules.CompiledRule rule : rules.rules()) {
            CompiledFormula condition = rule.condition();
            String holds = condition == null ? null : text(condition, fact, names);
            String gives = text(rule.expression(), fact, names);
            conditions.add(holds);
            expressions.add(gives);
            counted.add(holds == null ? "1" : "IF(" + holds + ",1,0)");
            summed.add(holds == null ? "(" + gives + ")" : "IF(" + holds + "," + gives + ",0)");
        }
        CompiledFormula otherwise = rules.otherwise();
        String none = otherwise == null ? FormulaText.FAILURE : text(otherwise, fact, names);
        HitPolicy policy = rules.document().hitPolicy();
        String count = counted.isEmpty() ? "0" : String.join("+", counted);
        return switch (policy) {
            case FIRST -> first(conditions, expressions, none);
            case UNIQUE -> "IF(" + count + ">1," + FormulaText.FAILURE + "," + first(conditions, expressions, none)
                    + ")";
            case SUM -> "IF(" + count + "=0," + none + "," + (summed.isEmpty() ? "0" : String.join("+", summed)) + ")";
        };
    }

    private static String first(List<@Nullable String> conditions, List<String> expressions, String none) {
        String text = none;
        for (int k = conditions.size() - 1; k >= 0; k--) {
            String holds = conditions.get(k);
            text = holds == null ? expressions.get(k) : "IF(" + holds + "," + expressions.get(k) + "," + text + ")";
        }
        return text;
    }
}
