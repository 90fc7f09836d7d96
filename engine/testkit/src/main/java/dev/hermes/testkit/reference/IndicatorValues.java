package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Period;
import dev.hermes.model.Series;
import dev.hermes.model.Treatment;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledIndicator;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of indicators for a period, one payee at a time. */
final class IndicatorValues {

    /** A series of an indicator over a window. */
    record Input(String code, Series series, Window window) {

        String label() {
            return Labels.of(code, series, window);
        }
    }

    /** The roll-up that own inputs of an indicator take part in. */
    record Group(String owner, Window window) {}

    private record ValueKey(Row row, Input input, @Nullable Group group) {}

    private final CompiledLibrary library;
    private final Company company;
    private final DatedReadings dated;
    private final OwnSeriesReader reader;
    private final Windows windows;
    private final RollUps rollUps;
    private final DayValues dayValues;
    private final Relatives relatives;
    private final Map<Input, OwnSeries> ownSeries = new HashMap<>();
    private final Map<ValueKey, Figure> values = new HashMap<>();

    IndicatorValues(CompiledLibrary library, Company company, DatedReadings dated, OwnSeriesReader reader,
            Windows windows) {
        this.library = library;
        this.company = company;
        this.dated = dated;
        this.reader = reader;
        this.windows = windows;
        rollUps = new RollUps(this);
        dayValues = new DayValues(this);
        relatives = new Relatives(this);
    }

    CompiledLibrary library() {
        return library;
    }

    Company company() {
        return company;
    }

    DatedReadings dated() {
        return dated;
    }

    Windows windows() {
        return windows;
    }

    RollUps rollUps() {
        return rollUps;
    }

    DayValues dayValues() {
        return dayValues;
    }

    Relatives relatives() {
        return relatives;
    }

    CompiledIndicator indicator(String code) {
        CompiledIndicator indicator = library.indicators().get(code);
        if (indicator == null) {
            throw new IllegalArgumentException("The indicator " + code + " was not compiled.");
        }
        return indicator;
    }

    private static boolean isLeaf(CompiledSource source) {
        return !(source instanceof CompiledSource.Composite composite) || composite.rollUpValues();
    }

    /** What a formula reads; within a group own inputs are rolled up. */
    Figure value(Row row, Input input, @Nullable Group group) {
        ValueKey key = new ValueKey(row, input, group);
        Figure known = values.get(key);
        if (known == null) {
            CompiledIndicator indicator = indicator(input.code());
            known = group != null && indicator.document().scope().isOwn()
                    ? rolledInput(row, indicator, input, group)
                    : value(row, indicator, input);
            values.put(key, known);
        }
        return known;
    }

    private Figure rolledInput(Row row, CompiledIndicator indicator, Input input, Group group) {
        CompiledSource source = indicator.source(input.series());
        return source instanceof CompiledSource.Composite composite && !composite.rollUpValues()
                ? formula(row, composite.formula(), input.window(), group).within(input.label())
                : rollUps.value(row, group, input);
    }

    private Figure value(Row row, CompiledIndicator indicator, Input input) {
        CompiledSource source = indicator.source(input.series());
        boolean isOwn = indicator.document().scope().isOwn();
        if (source.isPayeesOwn() || isOwn && !(source instanceof CompiledSource.Composite)) {
            return own(row, indicator, input).within(input.label());
        }
        BigDecimal corrected = corrected(row, input);
        if (corrected != null) {
            return Figure.of(corrected);
        }
        Group group = isOwn ? null : new Group(input.code(), input.window());
        Figure value = source instanceof CompiledSource.Composite composite && (isOwn || !composite.rollUpValues())
                ? formula(row, composite.formula(), input.window(), group)
                : rollUps.value(row, new Group(input.code(), input.window()), input);
        return value.within(input.label());
    }

    /** The approved value that a payee reads in place of one that is computed; null where there is none. */
    private @Nullable BigDecimal corrected(Row row, Input input) {
        List<Period> periods = windows.periods(input.window());
        if (periods.size() != 1) {
            return null;
        }
        Period period = periods.getFirst();
        for (Map.Entry<Row, BigDecimal> correction : reader.corrections(input.code(), input.series(), period)
                .entrySet()) {
            if (reader.correctedRows(correction.getKey(), period).contains(row)) {
                return correction.getValue();
            }
        }
        return null;
    }

    Figure formula(Row row, CompiledFormula formula, Window window, @Nullable Group group) {
        return Formulas.value(library, formula, new PayeePlace(this, row, window, group));
    }

    /** A row's own value of a base or subjective indicator. */
    private Figure own(Row row, CompiledIndicator indicator, Input input) {
        OwnSeries series = ownSeries(input);
        boolean ofPerson = row.isPerson()
                || indicator.document().historyOfPerson() && input.window() != Window.CURRENT;
        return ofPerson
                ? series.valueOfPerson(row.person(), company.assignmentsOf(Row.of(row.person())))
                : series.value(row);
    }

    /** What is a member's own of an input of a roll-up. */
    OwnSeries ownSeries(Input input) {
        OwnSeries known = ownSeries.get(input);
        if (known == null) {
            CompiledIndicator indicator = indicator(input.code());
            known = indicator.source(input.series()) instanceof CompiledSource.Composite composite
                    ? ownValues(indicator, composite, input)
                    : reader.read(indicator, input.series(), input.window());
            ownSeries.put(input, known);
        }
        return known;
    }

    /** The members' values of a composite, each on the last day held. */
    private OwnSeries ownValues(CompiledIndicator indicator, CompiledSource.Composite composite, Input input) {
        Days days = windows.days(input.window());
        OwnSeries found = new OwnSeries(Aggregation.SUM, Treatment.MISSING, false,
                assignment -> {
                    LocalDate last = company.lastDayHeld(assignment, days);
                    return last == null ? List.of() : List.of(last);
                });
        for (Row assignment : company.assignments()) {
            LocalDate last = company.lastDayHeld(assignment, days);
            if (last != null) {
                BigDecimal corrected = indicator.document().scope().isOwn() ? corrected(assignment, input) : null;
                Figure value = corrected == null
                        ? formula(assignment, composite.formula(), input.window(), null)
                        : Figure.of(corrected);
                if (!value.isMissing()) {
                    found.add(Contribution.ofPeriod(assignment, last, value));
                }
            }
        }
        return found;
    }

    /** Everything that an indicator's roll-up takes from each member. */
    Set<Input> inputs(Group group) {
        CompiledIndicator owner = indicator(group.owner());
        Set<Input> found = new LinkedHashSet<>();
        for (Series series : Series.values()) {
            boolean isRolledUpByDay = series == Series.ACTUAL && owner.document().eachDay()
                    && isLeaf(owner.source(series));
            if (!owner.source(series).isPayeesOwn() && !isRolledUpByDay) {
                follow(new Input(group.owner(), series, group.window()), found);
            }
        }
        return found;
    }

    private void follow(Input input, Set<Input> found) {
        CompiledSource source = indicator(input.code()).source(input.series());
        if (source instanceof CompiledSource.None) {
            return;
        }
        if (isLeaf(source)) {
            found.add(input);
        } else if (source instanceof CompiledSource.Composite composite) {
            follow(composite.formula().expression(), input.window(), found);
            composite.formula().scales().values().forEach(scale -> follow(scale, input.window(), found));
        }
    }

    private void follow(Expression formula, Window window, Set<Input> found) {
        Expressions.visit(formula, node -> {
            switch (node) {
                case Expression.ReadIndicator read -> follow(read.code(), read.series(), window, read.window(), found);
                case Expression.ReadRatio read -> {
                    follow(read.code(), Series.ACTUAL, window, read.window(), found);
                    follow(read.code(), read.ratio() == Expression.Ratio.ATTAINMENT ? Series.TARGET : Series.BASELINE,
                            window, read.window(), found);
                }
                default -> {
                }
            }
        });
    }

    private void follow(String code, Series series, Window outer, Window inner, Set<Input> found) {
        CompiledIndicator indicator = indicator(code);
        boolean holdsByDay = indicator.document().eachDay() && series == Series.ACTUAL;
        if (indicator.document().scope().isOwn() && !holdsByDay) {
            follow(new Input(code, series, Windows.within(outer, inner)), found);
        }
    }
}
