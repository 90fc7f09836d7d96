package dev.hermes.local;

import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactPass.Aggregate;
import dev.hermes.facts.FactView;
import dev.hermes.formula.Expression;
import dev.hermes.model.Aggregation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One SQL statement for all figures of a pass. It asks for nothing twice, and for no count that what is known of the
 * files already answers: rows that pass no filter are all rows, a column without NULLs is nowhere missing, and a filter
 * over such columns is decided everywhere. Sums and counts under a filter are sums of CASE expressions, which DuckDB
 * computes faster than aggregates with a FILTER clause.
 */
final class PassStatement {

    private static final int DIGITS = 38;

    private final FactPass pass;
    private final ViewTables tables;
    private final SqlFilter filter;
    private final Map<String, String> aggregates = new LinkedHashMap<>();
    private final Map<List<String>, PassColumn> columns = new LinkedHashMap<>();
    private final PassColumn.Texts subjects;
    private final PassColumn.@Nullable Whole targets;
    private final PassColumn.Counts facts;
    private final List<PassFigure> figures = new ArrayList<>();

    PassStatement(FactPass pass, ViewTables tables) {
        this.pass = pass;
        this.tables = tables;
        filter = new SqlFilter(tables);
        subjects = add(new PassColumn.Texts(aggregate(tables.subject().canonicalText())));
        targets = isPlaced() ? add(new PassColumn.Whole(aggregate("p.target"))) : null;
        facts = add(new PassColumn.Counts(aggregate("count(*)")));
        for (Aggregate aggregate : pass.aggregates()) {
            figures.add(figure(aggregate));
        }
    }

    boolean isPlaced() {
        return !pass.placements().isEmpty();
    }

    PassColumn.Texts subjects() {
        return subjects;
    }

    /** Null where no subject is placed. */
    PassColumn.@Nullable Whole targets() {
        return targets;
    }

    PassColumn.Counts facts() {
        return facts;
    }

    List<PassFigure> figures() {
        return figures;
    }

    /** What is to be read from each row of the result, in its order. */
    List<PassColumn> columns() {
        return List.copyOf(columns.values());
    }

    String sql() {
        String inner = aggregates.entrySet().stream().map(entry -> entry.getKey() + " AS " + entry.getValue())
                .collect(Collectors.joining(", "));
        List<String> names = columns.values().stream().flatMap(column -> column.expressions().stream()).toList();
        String outer = IntStream.range(0, names.size()).mapToObj(k -> names.get(k) + " AS c" + k)
                .collect(Collectors.joining(", "));
        return "SELECT " + outer + " FROM (SELECT " + inner + tables.fromWhere(isPlaced()) + " GROUP BY " + groups()
                + ")";
    }

    /** Returns subject, target where subjects are placed, and a distinct value of the figure, in canonical text. */
    String distinctSql(PassFigure figure) {
        SqlColumn column = figure.column();
        if (column == null) {
            throw new IllegalArgumentException("The aggregation countDistinct needs a column.");
        }
        String passing = figure.passing() == null ? "" : " AND " + figure.passing().sql();
        return "SELECT " + tables.subject().canonicalText() + (isPlaced() ? ", p.target, " : ", ")
                + column.canonicalText() + tables.fromWhere(isPlaced()) + passing + " AND " + column.sql()
                + " IS NOT NULL GROUP BY " + groups() + ", " + column.sql();
    }

    private String groups() {
        return isPlaced() ? tables.subject().sql() + ", p.target" : tables.subject().sql();
    }

    private PassFigure figure(Aggregate aggregate) {
        Condition window = window(aggregate);
        Expression where = aggregate.filter();
        Condition decided = where == null ? null : filter.translate(where);
        Condition passing = both(window, decided);
        boolean finds = aggregate.function() == Aggregation.MIN || aggregate.function() == Aggregation.MAX;
        PassColumn.Counts rows = passing == null ? facts : finds ? null : count(passing);
        PassColumn.Counts undecided = decided != null && decided.nullable()
                ? count(both(window, new Condition("(" + decided.sql() + " IS NULL)", false)))
                : null;
        if (aggregate.column() == null || aggregate.function() == Aggregation.COUNT) {
            if (aggregate.function() != Aggregation.COUNT) {
                throw new IllegalArgumentException("The aggregation " + aggregate.function().word()
                        + " needs a column.");
            }
            return new PassFigure(aggregate, passing, null, null, rows, null, undecided, null, null);
        }
        SqlColumn column = tables.column(aggregate.column());
        boolean chosen = aggregate.function() == Aggregation.FIRST || aggregate.function() == Aggregation.LAST;
        PassColumn.Counts missing = column.nullable() && !chosen
                ? count(both(passing, new Condition("(" + column.sql() + " IS NULL)", false)))
                : null;
        if (aggregate.function() == Aggregation.COUNT_DISTINCT) {
            return new PassFigure(aggregate, passing, column, null, rows, missing, undecided, null, null);
        }
        if (!column.declared().type().isNumber()) {
            throw new IllegalArgumentException("The " + aggregate.function().word() + " of " + aggregate.column()
                    + " needs a column of numbers, not of type " + column.type().word() + ".");
        }
        if (chosen) {
            String row = chosenRow(aggregate.function(), column, passing);
            return new PassFigure(aggregate, passing, column, add(new PassColumn.Numbers(List.of(row + ".value"))),
                    rows,
                    null, undecided, add(new PassColumn.Whole("CAST(" + row + ".day - DATE '1970-01-01' AS INTEGER)")),
                    add(new PassColumn.Texts(row + ".key")));
        }
        return new PassFigure(aggregate, passing, column, value(aggregate.function(), column, passing), rows, missing,
                undecided, null, null);
    }

    private PassColumn.Numbers value(Aggregation function, SqlColumn column, @Nullable Condition passing) {
        boolean sums = function == Aggregation.SUM || function == Aggregation.AVERAGE;
        String none = sums ? " ELSE CAST(0 AS " + Sql.type(column.declared()) + ")" : "";
        String value = passing == null
                ? column.sql()
                : "CASE WHEN " + passing.sql() + " THEN " + column.sql() + none + " END";
        boolean fits = column.digits() + Long.toString(tables.rows()).length() <= DIGITS;
        if (!sums) {
            return add(new PassColumn.Numbers(List.of(aggregate(function.word() + "(" + value + ")"))));
        }
        return add(new PassColumn.Numbers(fits
                ? PassColumn.Numbers.mostlyNarrow(aggregate("sum(" + value + ")"), column.scale())
                : PassColumn.Numbers.wideSum("(" + value + ")").stream().map(this::aggregate).toList()));
    }

    /** The name of the first or last row by day, then by the key's text: the least or greatest of rows that begin so. */
    private String chosenRow(Aggregation function, SqlColumn column, @Nullable Condition passing) {
        String row = "struct_pack(day := " + tables.date().sql() + ", key := " + tables.key().canonicalText()
                + ", value := " + column.sql() + ")";
        String value = passing == null ? row : "CASE WHEN " + passing.sql() + " THEN " + row + " END";
        return aggregate((function == Aggregation.FIRST ? "min(" : "max(") + value + ")");
    }

    /** The aggregate's own days; null where they are all days of the view. */
    private @Nullable Condition window(Aggregate aggregate) {
        FactView view = pass.view();
        List<String> bounds = new ArrayList<>();
        if (aggregate.from().isAfter(view.from())) {
            bounds.add(tables.date().sql() + " >= " + Sql.date(aggregate.from()));
        }
        if (aggregate.to().isBefore(view.to())) {
            bounds.add(tables.date().sql() + " < " + Sql.date(aggregate.to()));
        }
        return bounds.isEmpty() ? null : new Condition("(" + String.join(" AND ", bounds) + ")", false);
    }

    private static @Nullable Condition both(@Nullable Condition left, @Nullable Condition right) {
        return left == null ? right : right == null ? left : left.and(right);
    }

    private PassColumn.Counts count(@Nullable Condition condition) {
        return condition == null
                ? facts
                : add(new PassColumn.Counts("CAST(" + aggregate("count_if(" + condition.sql() + ")") + " AS BIGINT)"));
    }

    /** The name of an expression of the grouping SELECT. */
    private String aggregate(String expression) {
        return aggregates.computeIfAbsent(expression, _ -> "a" + aggregates.size());
    }

    @SuppressWarnings("unchecked")
    private <C extends PassColumn> C add(C column) {
        // Equal expressions are always read the same way.
        return (C) columns.computeIfAbsent(column.expressions(), _ -> column);
    }
}
