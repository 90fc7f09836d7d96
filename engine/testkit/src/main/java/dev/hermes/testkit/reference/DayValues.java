package dev.hermes.testkit.reference;

import dev.hermes.kernel.Labels;
import dev.hermes.model.Failure;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledIndicator;
import dev.hermes.plan.CompiledSource;
import dev.hermes.testkit.ReferenceDecimal;
import dev.hermes.testkit.reference.IndicatorValues.Group;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Indicators that hold day by day. */
final class DayValues {

    private record Key(Row row, LocalDate day, String code, Window window, @Nullable Group group) {}

    private final IndicatorValues indicators;
    private final Map<Key, Figure> known = new HashMap<>();

    DayValues(IndicatorValues indicators) {
        this.indicators = indicators;
    }

    /** What a formula of a day reads; within a group own inputs are rolled up on that day. */
    Figure value(Row row, LocalDate day, String code, Window window, @Nullable Group group) {
        Key key = new Key(row, day, code, window, group);
        Figure value = known.get(key);
        if (value == null) {
            CompiledIndicator indicator = indicators.indicator(code);
            value = group != null && indicator.document().scope().isOwn()
                    ? rolledUp(row, day, indicator, new Group(group.owner(), window))
                    : read(row, day, indicator, window).within(Labels.of(code, Series.ACTUAL, window));
            known.put(key, value);
        }
        return value;
    }

    private Figure read(Row row, LocalDate day, CompiledIndicator indicator, Window window) {
        if (indicator.document().scope().isOwn()) {
            return formula(row, day, indicator, window, null);
        }
        Group group = new Group(indicator.document().code(), window);
        return composite(indicator).rollUpValues()
                ? rolledUp(row, day, indicator, group)
                : formula(row, day, indicator, window, group);
    }

    private static CompiledSource.Composite composite(CompiledIndicator indicator) {
        return (CompiledSource.Composite) indicator.source(Series.ACTUAL);
    }

    private Figure formula(Row row, LocalDate day, CompiledIndicator indicator, Window window,
            @Nullable Group group) {
        return indicators.company().isHeld(row, day)
                ? Formulas.value(indicators.library(), composite(indicator).formula(),
                        place(new PayeePlace(indicators, row, window, group), day))
                : Figure.MISSING;
    }

    private static Place place(PayeePlace payee, LocalDate day) {
        return new DayPlace(payee, payee, day);
    }

    /** The members' values of a day. */
    private Figure rolledUp(Row superior, LocalDate day, CompiledIndicator indicator, Group group) {
        CompiledIndicator owner = indicators.indicator(group.owner());
        String label = Labels.of(indicator.document().code(), Series.ACTUAL, group.window());
        List<BigDecimal> numbers = new ArrayList<>();
        for (Row member : indicators.company().assignments()) {
            Figure isMember = indicators.company().isHeld(member, day)
                    && indicators.company().isBelow(member, superior, owner.document().scope(), day)
                            ? indicators.rollUps().isMember(member, group)
                            : Figure.of(false);
            String place = "member " + member.text();
            if (isMember.isFailed()) {
                return isMember.within(place);
            }
            if (!isMember.isTrue()) {
                continue;
            }
            Figure value = formula(member, day, indicator, group.window(), null);
            if (value.isFailed()) {
                return value.within(label).within(place);
            }
            MembersWithoutValue treatment = owner.document().membersWithoutValue();
            if (value.isPresent()) {
                numbers.add(value.number());
            } else if (treatment == MembersWithoutValue.FAILURE) {
                return Figure.failed(Failure.missing(label).within(place));
            } else if (treatment == MembersWithoutValue.ZERO) {
                numbers.add(BigDecimal.ZERO);
            }
        }
        return numbers.isEmpty()
                ? Figure.MISSING
                : Arithmetic.orOverflow(ReferenceDecimal.sum(numbers), "The sum of a day");
    }
}
