package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expression.ArithmeticOperator;
import dev.hermes.formula.Expression.RelativeFunction;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledPopulation;
import dev.hermes.testkit.ReferenceDecimal;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rank, percentile and share. */
final class Relatives {

    private record Key(Expression.Relative figure, Window window, boolean ofPersons, Map<String, Expression> scales) {}

    private final IndicatorValues indicators;
    private final Map<Key, Map<Row, Figure>> known = new HashMap<>();

    Relatives(IndicatorValues indicators) {
        this.indicators = indicators;
    }

    /** The figure of a payee among all assignments, or among their persons; missing to whoever is not one of them. */
    Figure value(Expression.Relative figure, Row row, Window window, Formulas formulas) {
        Key key = new Key(figure, window, row.isPerson(), formulas.scales());
        Map<Row, Figure> figures = known.get(key);
        if (figures == null) {
            figures = figures(figure, window, row.isPerson(), formulas);
            known.put(key, figures);
        }
        return figures.getOrDefault(row, Figure.MISSING);
    }

    /** Who takes part, and why it cannot be said whether somebody does. */
    private Map<Row, Figure> members(@Nullable String population, Window window) {
        Map<Row, Figure> members = new TreeMap<>(Row.ORDER);
        if (population != null) {
            CompiledPopulation compiled = indicators.library().populations().get(population);
            if (compiled != null) {
                return Populations.members(indicators, compiled, window);
            }
        }
        for (Row assignment : indicators.company().assignments()) {
            if (indicators.company().lastDayHeld(assignment, indicators.windows().days(window)) != null) {
                members.put(assignment, Figure.of(true));
            }
        }
        return members;
    }

    private Map<Row, Figure> figures(Expression.Relative figure, Window window, boolean ofPersons,
            Formulas formulas) {
        Map<Row, Figure> members = members(figure.population(), window);
        if (ofPersons) {
            members = Populations.ofPersons(members);
        }
        Map<Row, Figure> found = new HashMap<>();
        Map<String, Map<Row, Figure>> groups = new TreeMap<>();
        members.forEach((row, isMember) -> {
            PayeePlace place = new PayeePlace(indicators, row, window, null);
            Expression groupText = figure.group();
            Figure group = groupText == null ? Figure.of("") : formulas.evaluate(groupText, place);
            if (group.isPresent()) {
                Figure value = isMember.isFailed() ? isMember : formulas.evaluate(figure.of(), place);
                groups.computeIfAbsent(group.text(), _ -> new LinkedHashMap<>()).put(row, value);
            } else {
                found.put(row, group);
            }
        });
        groups.values().forEach(group -> found.putAll(compared(figure, group)));
        return found;
    }

    private static Map<Row, Figure> compared(Expression.Relative figure, Map<Row, Figure> group) {
        Map<Row, Figure> found = new HashMap<>();
        for (Map.Entry<Row, Figure> member : group.entrySet()) {
            if (member.getValue().isFailed()) {
                Figure failure = member.getValue().within(member.getKey().text()).within(Labels.of(figure));
                group.keySet().forEach(row -> found.put(row, failure));
                return found;
            }
        }
        List<BigDecimal> values = group.values().stream().filter(Figure::isPresent).map(Figure::number).toList();
        group.forEach((row, value) -> {
            if (value.isPresent()) {
                found.put(row, compared(figure, value.number(), values));
            }
        });
        return found;
    }

    private static Figure compared(Expression.Relative figure, BigDecimal value,
            List<BigDecimal> all) {
        if (figure.function() == RelativeFunction.RANK) {
            return Figure.of(1 + all.stream().filter(other -> other.compareTo(value) > 0).count());
        }
        if (figure.function() == RelativeFunction.PERCENTILE) {
            long atMost = all.stream().filter(other -> other.compareTo(value) <= 0).count();
            return Figure.of(ReferenceDecimal
                    .dividedBy(BigDecimal.valueOf(atMost), BigDecimal.valueOf(all.size())).orElseThrow());
        }
        Figure sum = Arithmetic.orOverflow(ReferenceDecimal.sum(all), "The sum of " + Labels.of(figure));
        if (sum.isFailed()) {
            return sum;
        }
        return Arithmetic.apply(ArithmeticOperator.DIVIDED_BY, Figure.of(value), sum);
    }
}
