package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Expression.Ratio;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Indicator;
import dev.hermes.model.Series;
import dev.hermes.model.Treatment;
import dev.hermes.model.Window;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CompiledSource;
import dev.hermes.plan.NodeId;
import dev.hermes.plan.PlanNode;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The sheet of indicators: a row for each one and stretch of time that is read, with its series beside each other. Base
 * indicators are figures to change; composite ones compute, and so do attainment and growth.
 */
final class IndicatorCells {

    private static final int ACTUAL = 2;
    private static final int TARGET = 3;
    private static final int BASELINE = 4;
    private static final int ATTAINMENT = 5;
    private static final int GROWTH = 6;
    private static final int MADE_OF = 8;

    private record Row(String code, Window window, NodeId.Level level, String group) {

        static Row of(NodeId id) {
            return new Row(id.code(), id.window(), id.level(), id.group());
        }
    }

    private final Book book;
    private final Draft sheet = new Draft(new Sheet("Indicators", true,
            List.of(Draft.column("indicator", 24), Draft.column("name", 36), Draft.column("actual", 16),
                    Draft.column("target", 16), Draft.column("baseline", 16), Draft.column("attainment", 14),
                    Draft.column("growth", 14), Draft.column("unit", 10), Draft.column("made of", 90))));
    private final Map<Row, Integer> rows = new LinkedHashMap<>();
    private final Map<NodeId, String> names = new HashMap<>();
    private int notComputed;

    IndicatorCells(Book book) {
        this.book = book;
    }

    Draft sheet() {
        return sheet;
    }

    /** How many figures the engine computes from others and the workbook does not. */
    int notComputed() {
        return notComputed;
    }

    /** The cell of a series. */
    String read(NodeId id) {
        String known = names.get(id);
        if (known != null) {
            return known;
        }
        Column value = book.figures().value(id);
        Indicator indicator = book.figures().indicator(id.code()).document();
        Cell.Value shown = Contents.of(value, Contents.scale(indicator.unit(), book.minorUnit()));
        Cell cell = Cell.of(shown).as(Cell.Look.INPUT);
        String madeOf = String.join(" ", List.of(source(id), Contents.lost(value), Contents.failure(value))).strip();
        if (book.figures().producer(id) instanceof PlanNode.Formula formula) {
            Living living = composite(formula, value, shown);
            cell = living.note().isEmpty() ? living.cell() : cell;
            notComputed += living.note().isEmpty() ? 0 : 1;
            madeOf = (formula.formula().text().strip() + "  " + living.note()).strip();
        } else if (!(book.figures().producer(id) instanceof PlanNode.Value)) {
            notComputed++;
        }
        int row = row(Row.of(id), indicator);
        int column = column(id.series());
        sheet.set(row, column, cell);
        explain(row, id.series(), madeOf);
        String name = sheet.name(row, column);
        names.put(id, name);
        return name;
    }

    private static int column(Series series) {
        return switch (series) {
            case ACTUAL -> ACTUAL;
            case TARGET -> TARGET;
            case BASELINE -> BASELINE;
        };
    }

    private Living composite(PlanNode.Formula node, Column value, Cell.Value shown) {
        Expression expression = node.formula().expression();
        Column computed = book.figures().value(expression, node.bindings(), node.formula().scales());
        if (value.isPresent(0) && !(computed.isPresent(0) && computed.text(0).equals(value.text(0)))) {
            return new Living(Cell.of(shown), "A value: it was corrected.");
        }
        PeriodPlace place = book.place(node.formula(), node.bindings());
        if (value.isFailed(0) && Labels.reads(expression).stream().map(place::known)
                .anyMatch(read -> read != null && read.isMissing(0))) {
            // A spreadsheet goes on with the first error, be it a failure or not.
            return new Living(Cell.of(shown), "A value: it failed where something else is missing.");
        }
        return Living.of(() -> {
            String text = FormulaText.ofIndicator(expression, place);
            return isNoisy(expression) ? Precision.clean(text, value) : text;
        }, shown);
    }

    private static boolean isNoisy(Expression expression) {
        return expression instanceof Expression.Arithmetic arithmetic
                && arithmetic.operator() != ArithmeticOperator.DIVIDED_BY;
    }

    private int row(Row key, Indicator indicator) {
        return rows.computeIfAbsent(key, _ -> {
            String members = key.level() == NodeId.Level.VALUE ? "" : " (of subordinates)";
            return sheet.add(Cell.text(Labels.of(key.code(), Series.ACTUAL, key.window()) + members),
                    Cell.text(indicator.name()), Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY, Cell.EMPTY,
                    Cell.text(indicator.unit().name()));
        });
    }

    private void explain(int row, Series series, String madeOf) {
        String before = sheet.get(row, MADE_OF).content() instanceof Cell.Text text ? text.text() + " · " : "";
        sheet.set(row, MADE_OF, Cell.text(before + series.word() + ": " + madeOf));
    }

    private String source(NodeId id) {
        PlanNode producer = book.figures().producer(id);
        CompiledSource source = book.figures().indicator(id.code()).source(id.series());
        if (!(producer instanceof PlanNode.Value)) {
            return "A value: it is rolled up from other people's figures.";
        }
        return switch (source) {
            case CompiledSource.Facts facts -> facts.aggregate().name().toLowerCase(Locale.ROOT) + " of facts of "
                    + facts.dataset().document().code();
            case CompiledSource.Upload _ -> "uploaded";
            case CompiledSource.Score _ -> "scored by the superior";
            case CompiledSource.Dated dated -> "dated value " + dated.value().code();
            case CompiledSource.Query _ -> "query";
            case CompiledSource.Composite composite -> composite.formula().text();
            case CompiledSource.None _ -> "";
        };
    }

    /** The cell of attainment or growth, a quotient that is not rounded. */
    String ratio(Expression.ReadRatio ratio, Bindings bindings) {
        boolean isAttainment = ratio.ratio() == Ratio.ATTAINMENT;
        NodeId actualId = bindings.column(ratio.code(), Series.ACTUAL, ratio.window());
        String actual = read(actualId);
        String divisor = read(bindings.column(ratio.code(), isAttainment ? Series.TARGET : Series.BASELINE,
                ratio.window()));
        Indicator indicator = book.figures().indicator(ratio.code()).document();
        int row = row(Row.of(actualId), indicator);
        int column = isAttainment ? ATTAINMENT : GROWTH;
        String formula = isAttainment
                ? attainment(indicator, actual, divisor)
                : "IF(ISERR(" + divisor + ")," + divisor + ",(" + actual + "-" + divisor + ")/" + divisor + ")";
        Column value = book.figures().value(ratio, bindings, Map.of());
        sheet.set(row, column, Living.computing(formula, Contents.of(value, 0)));
        return sheet.name(row, column);
    }

    /** An actual that failed counts before a target that is not there. */
    private static String attainment(Indicator indicator, String actual, String target) {
        String none = withoutTarget(indicator);
        return "IF(ISERR(" + actual + ")," + actual + ",IF(ISNA(" + target + ")," + none + ",IF(" + target + "=0,"
                + none + "," + actual + "/" + target + ")))";
    }

    private static String withoutTarget(Indicator indicator) {
        return switch (indicator.attainmentWithoutTarget()) {
            case Treatment.Fail _ -> FormulaText.FAILURE;
            case Treatment.Miss _ -> FormulaText.MISSING;
            case Treatment.Value value -> FormulaText.number(value.value());
        };
    }

    /**
     * Lets sums of the year to date, where the period's own sum stands beside them, follow it: a period that changes
     * changes its year.
     */
    void linkYears() {
        names.forEach((id, name) -> {
            NodeId current = new NodeId(id.code(), id.series(), Window.CURRENT, id.level(), id.group());
            String now = names.get(current);
            if (id.window() == Window.TO_DATE && now != null && isSum(id)) {
                Column year = book.figures().value(id);
                Column month = book.figures().value(current);
                if (year instanceof NumberColumn all && month instanceof NumberColumn part && all.isPresent(0)
                        && part.isPresent(0)) {
                    BigDecimal before = all.get(0).minus(part.get(0)).toBigDecimal();
                    int row = rows.getOrDefault(Row.of(id), 0);
                    int column = column(id.series());
                    Cell.Value shown = Contents.of(year, book.minorUnit());
                    sheet.set(row, column, Living.computing(
                            Precision.clean(now + "+(" + before.toPlainString() + ")", year), shown));
                    explain(row, id.series(), "the period and what was before it");
                }
            }
        });
    }

    private boolean isSum(NodeId id) {
        return book.figures().producer(id) instanceof PlanNode.Value
                && book.figures().indicator(id.code()).source(id.series()) instanceof CompiledSource.Facts facts
                && (facts.aggregate() == Aggregation.SUM || facts.aggregate() == Aggregation.COUNT);
    }
}
