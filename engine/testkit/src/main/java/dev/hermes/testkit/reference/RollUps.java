package dev.hermes.testkit.reference;

import dev.hermes.model.Aggregation;
import dev.hermes.model.Failure;
import dev.hermes.model.MembersWithoutValue;
import dev.hermes.model.Scope;
import dev.hermes.model.Treatment;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.testkit.reference.IndicatorValues.Group;
import dev.hermes.testkit.reference.IndicatorValues.Input;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Members' figures rolled up to a superior. */
final class RollUps {

    private record Key(Row superior, Group group) {}

    /** What has come together for one input. */
    private static final class Sum {

        private final List<Contribution> contributions = new ArrayList<>();
        private @Nullable Figure failure;
        private boolean isCounted;

        void fail(Figure failed) {
            if (failure == null) {
                failure = failed;
            }
        }

        Figure value(Aggregation aggregation) {
            if (failure != null) {
                return failure;
            }
            return isCounted ? Contribution.combined(contributions, aggregation, Treatment.ZERO) : Figure.MISSING;
        }
    }

    private final IndicatorValues indicators;
    private final Map<Key, Map<Input, Figure>> known = new HashMap<>();

    RollUps(IndicatorValues indicators) {
        this.indicators = indicators;
    }

    /** An input of a group's roll-up, for one superior. */
    Figure value(Row superior, Group group, Input input) {
        Key key = new Key(superior, group);
        Map<Input, Figure> rolled = known.get(key);
        if (rolled == null) {
            rolled = rollUp(superior, group);
            known.put(key, rolled);
        }
        Figure value = rolled.get(input);
        if (value == null) {
            throw new IllegalArgumentException(input + " is not rolled up for " + group + ".");
        }
        return value;
    }

    private Map<Input, Figure> rollUp(Row superior, Group group) {
        Map<Input, Sum> sums = new LinkedHashMap<>();
        indicators.inputs(group).forEach(input -> sums.put(input, new Sum()));
        for (Row member : indicators.company().assignments()) {
            addMember(member, superior, group, sums);
        }
        Map<Input, Figure> values = new LinkedHashMap<>();
        sums.forEach((input, sum) -> values.put(input, sum.value(indicators.ownSeries(input).aggregation())));
        return values;
    }

    private void addMember(Row member, Row superior, Group group, Map<Input, Sum> sums) {
        Scope scope = indicators.indicator(group.owner()).document().scope();
        Map<Input, Set<LocalDate>> daysBelow = new LinkedHashMap<>();
        for (Input input : sums.keySet()) {
            Set<LocalDate> below = new HashSet<>();
            for (LocalDate day : indicators.ownSeries(input).days(member)) {
                if (indicators.company().isBelow(member, superior, scope, day)) {
                    below.add(day);
                }
            }
            if (!below.isEmpty()) {
                daysBelow.put(input, below);
            }
        }
        if (daysBelow.isEmpty()) {
            return;
        }
        String place = "member " + member.text();
        Figure isMember = isMember(member, group);
        if (isMember.isFailed()) {
            sums.values().forEach(sum -> sum.fail(isMember.within(place)));
        } else if (isMember.isTrue()) {
            count(member, group, sums, daysBelow);
        }
    }

    /** Whether a subordinate counts as a member. */
    Figure isMember(Row member, Group group) {
        CompiledFormula members = indicators.indicator(group.owner()).members();
        return members == null
                ? Figure.of(true)
                : Formulas.required(indicators.library(), members,
                        new PayeePlace(indicators, member, group.window(), null));
    }

    private void count(Row member, Group group, Map<Input, Sum> sums, Map<Input, Set<LocalDate>> daysBelow) {
        MembersWithoutValue treatment = indicators.indicator(group.owner()).document().membersWithoutValue();
        String place = "member " + member.text();
        Map<Input, List<Contribution>> counting = new LinkedHashMap<>();
        boolean isSkipped = false;
        for (Map.Entry<Input, Set<LocalDate>> below : daysBelow.entrySet()) {
            Input input = below.getKey();
            OwnSeries series = indicators.ownSeries(input);
            List<Contribution> contributions = series.of(member).stream()
                    .filter(contribution -> below.getValue().contains(contribution.day())).toList();
            Figure value = Contribution.combined(contributions, series.aggregation(), series.empty());
            Sum sum = sums.get(input);
            if (sum == null) {
                continue;
            }
            if (value.isFailed()) {
                sum.fail(value.within(input.label()).within(place));
            } else if (value.isPresent()) {
                counting.put(input, contributions);
            } else if (treatment == MembersWithoutValue.FAILURE) {
                sum.fail(Figure.failed(Failure.missing(input.label()).within(place)));
            } else {
                isSkipped |= treatment == MembersWithoutValue.SKIP;
                counting.put(input, List.of());
            }
        }
        if (!isSkipped) {
            counting.forEach((input, contributions) -> {
                Sum sum = sums.get(input);
                if (sum != null) {
                    sum.isCounted = true;
                    sum.contributions.addAll(contributions);
                }
            });
        }
    }
}
