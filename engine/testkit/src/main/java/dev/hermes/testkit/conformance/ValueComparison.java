package dev.hermes.testkit.conformance;

import dev.hermes.column.Column;
import dev.hermes.facts.FactSource;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Span;
import dev.hermes.kernel.Calculation;
import dev.hermes.kernel.Engine;
import dev.hermes.kernel.IndicatorValues;
import dev.hermes.kernel.IndicatorValues.Reading;
import dev.hermes.kernel.PayeeFigures;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Failure;
import dev.hermes.model.Indicator;
import dev.hermes.model.Scheme;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.Window;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.IndicatorPlan;
import dev.hermes.plan.IndicatorPlanner;
import dev.hermes.testkit.generate.World;
import dev.hermes.testkit.reference.Figure;
import dev.hermes.testkit.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of all indicators of a world without any scheme, beside those that the reference and the world's schemes
 * read of them.
 */
final class ValueComparison {

    private final World world;
    private final IndicatorValues values;
    private final List<String> differences = new ArrayList<>();

    private ValueComparison(World world, IndicatorValues values) {
        this.world = world;
        this.values = values;
    }

    /** Empty where all say the same. */
    static String differences(World world, FactSource facts) {
        IndicatorPlan plan = IndicatorPlanner.plan(world.library(), world.library().library().indicators().stream()
                .map(Indicator::code).toList(), world.plan().schemes().getFirst().document().calendar(), world.period(),
                world.asOf());
        ValueComparison comparison = new ValueComparison(world,
                new Engine(2).values(world.library(), plan, world.inputs(), facts, RunMonitor.NONE));
        comparison.compareWithReference();
        comparison.compareWithSchemes(new Engine(1).run(world.library(), world.plan(), world.inputs(), facts,
                RunMonitor.NONE));
        return comparison.differences.isEmpty()
                ? ""
                : "seed " + world.seed() + ", " + comparison.differences.size() + " differences\n"
                        + comparison.differences.getFirst();
    }

    private void compareWithReference() {
        Reference reference = new Reference(world.library(), world.schemes(), world.period(), world.asOf(),
                world.inputs(), world.facts());
        for (String indicator : values.indicators()) {
            for (Series series : Series.values()) {
                Reading reading = Reading.valueOf(series.name());
                if (values.has(indicator, reading)) {
                    Map<String, Figure> expected = reference.values(indicator, series, Window.CURRENT);
                    for (int i = 0; i < values.size(); i++) {
                        compare(indicator, reading, i, String.valueOf(expected.get(values.assignment(i))));
                    }
                }
            }
        }
    }

    private void compareWithSchemes(Calculation calculation) {
        for (SchemeResult scheme : calculation.result().schemes()) {
            Scheme document = scheme.scheme().document();
            for (int i = 0; i < scheme.size() && document.payee() == Scheme.Payee.ASSIGNMENT; i++) {
                compare(calculation.figures(document.code(), scheme.payee(i)).orElseThrow());
            }
        }
    }

    private void compare(PayeeFigures figures) {
        int index = values.indexOf(figures.payee());
        figures.bindings().reads().forEach((read, column) -> {
            if (read.window() == Window.CURRENT && !values.left().containsKey(read.code())) {
                compare(read.code(), Reading.valueOf(read.series().name()), index, describe(figures.value(column), 0));
                if (read.series() != Series.ACTUAL) {
                    compareRatio(figures, read, index);
                }
            }
        });
    }

    private void compareRatio(PayeeFigures figures, Bindings.Read divisor, int index) {
        boolean readsActual = figures.bindings().reads()
                .containsKey(new Bindings.Read(divisor.code(), Series.ACTUAL, Window.CURRENT));
        boolean isTarget = divisor.series() == Series.TARGET;
        if (readsActual) {
            Expression ratio = new Expression.ReadRatio(divisor.code(),
                    isTarget ? Expression.Ratio.ATTAINMENT : Expression.Ratio.GROWTH, Window.CURRENT,
                    Type.number(Unit.RATIO), new Span(0, 0));
            compare(divisor.code(), isTarget ? Reading.ATTAINMENT : Reading.GROWTH, index,
                    describe(figures.value(ratio, figures.bindings(), Map.of()), 0));
        }
    }

    private void compare(String indicator, Reading reading, int index, String expected) {
        Failure failure = values.failure(indicator, reading, index);
        String found = failure == null
                ? values.value(indicator, reading, index).map(value -> Figure.of(value.toBigDecimal()).toString())
                        .orElse(Figure.MISSING.toString())
                : Figure.failed(failure).toString();
        if (!found.equals(expected) || !describe(values.column(indicator, reading), index).equals(expected)) {
            differences.add(indicator + " " + reading + " of " + values.assignment(index) + "\n  values:   " + found
                    + "\n  expected: " + expected);
        }
    }

    private static String describe(Column column, int index) {
        @Nullable Failure failure = column.failure(index);
        return failure == null
                ? column.isMissing(index) ? Figure.MISSING.toString() : column.text(index)
                : Figure.failed(failure).toString();
    }
}
