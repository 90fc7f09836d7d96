package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Identity;
import dev.hermes.formula.Symbol.PeriodFigure;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Period;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import dev.hermes.testkit.ReferenceDecimal;
import dev.hermes.testkit.reference.IndicatorValues.Group;
import dev.hermes.testkit.reference.IndicatorValues.Input;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payee over a window.
 *
 * @param group
 *            the roll-up that own inputs take part in; null for none
 */
record PayeePlace(IndicatorValues indicators, Row row, Window window, @Nullable Group group) implements Place {

    @Override
    public Figure indicator(String code, Series series, Window read) {
        return indicators.value(row, new Input(code, series, Windows.within(window, read)), group);
    }

    @Override
    public Figure value(Expression.ReadValue read) {
        return value(read.source(), indicators.company().lastDayHeld(row, days()));
    }

    /** What is known of the payee on a day; missing where there is no such day. */
    Figure value(Source source, @Nullable LocalDate day) {
        return switch (source) {
            case Source.Dated dated -> day == null
                    ? Figure.MISSING
                    : indicators.dated().dated(
                            indicators.library().library().datedValue(dated.code()).orElseThrow(), row, day);
            case Source.OfPayee payee when payee.identity() == Identity.PERSON -> Figure.of(row.person());
            case Source.OfPayee payee -> day == null
                    ? Figure.MISSING
                    : indicators.dated().identity(payee.identity(), row, day);
            case Source.OfPeriod period -> period(period.figure());
            default -> throw new IllegalArgumentException("Not known of a payee: " + source);
        };
    }

    private Figure period(PeriodFigure figure) {
        List<Period> periods = indicators.windows().periods(window);
        return switch (figure) {
            case NUMBER -> Figure.of(periods.isEmpty() ? 0 : periods.getLast().number());
            case START -> Figure.of(from());
            case END -> Figure.of(to().minusDays(1));
            case DAYS -> Figure.of(days().all().count());
            case INDEX -> throw new IllegalArgumentException("Only formulas of schemes know the period's index.");
        };
    }

    private Days days() {
        return indicators.windows().days(window);
    }

    @Override
    public Figure ofPayee(Expression leaf, Formulas formulas, Place around) {
        return switch (leaf) {
            case Expression.Daily daily -> daily(daily.body(), formulas, around);
            case Expression.DaysPresent present -> daysPresent(present.body(), formulas, around);
            case Expression.DaysAssigned _ -> Figure.of(indicators.company().daysHeld(row, days()).size());
            case Expression.Relative relative -> indicators.relatives().value(relative, row, window, formulas);
            default -> throw new IllegalArgumentException("Not of a payee: " + leaf);
        };
    }

    /** The days held on which nothing that a body names is missing. */
    private List<DayPlace> daysWithEverything(Expression body, Formulas formulas, Place around) {
        return indicators.company().daysHeld(row, days()).stream().map(day -> new DayPlace(this, around, day))
                .filter(place -> Labels.reads(body).stream()
                        .noneMatch(read -> formulas.evaluate(read, place).isMissing()))
                .toList();
    }

    private Figure daily(Expression body, Formulas formulas, Place around) {
        List<BigDecimal> numbers = new ArrayList<>();
        boolean isMissing = true;
        Figure failure = null;
        boolean isIncomplete = false;
        for (DayPlace place : daysWithEverything(body, formulas, around)) {
            Figure value = formulas.evaluate(body, place);
            isMissing = false;
            isIncomplete |= value.isMissing();
            if (value.isFailed() && failure == null) {
                failure = value;
            } else if (value.isPresent()) {
                numbers.add(value.number());
            }
        }
        if (failure != null) {
            return failure;
        }
        return isMissing || isIncomplete
                ? Figure.MISSING
                : Arithmetic.orOverflow(ReferenceDecimal.sum(numbers), "The daily sum");
    }

    private Figure daysPresent(Expression body, Formulas formulas, Place around) {
        List<DayPlace> places = daysWithEverything(body, formulas, around);
        for (DayPlace place : places) {
            for (Expression read : Labels.reads(body)) {
                Figure value = formulas.evaluate(read, place);
                if (value.isFailed()) {
                    return value;
                }
            }
        }
        return Figure.of(places.size());
    }

    @Override
    public LocalDate day() {
        return to().minusDays(1);
    }

    @Override
    public LocalDate from() {
        return days().from();
    }

    @Override
    public LocalDate to() {
        return days().to();
    }
}
