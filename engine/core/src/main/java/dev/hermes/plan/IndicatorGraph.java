package dev.hermes.plan;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.model.Message;
import dev.hermes.model.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who reads whom: an edge for every reference in formulas, scales and conditions of members. */
final class IndicatorGraph {

    /** A series of an indicator. */
    private record Node(String code, Series series) {

        @Override
        public String toString() {
            return series == Series.ACTUAL ? code : code + "." + series.word();
        }
    }

    private final Map<String, CompiledIndicator> indicators;
    private final FormulaCompiler formulas;
    private final Map<Node, Set<Node>> edges = new TreeMap<>(
            Comparator.comparing(Node::code).thenComparing(Node::series));

    /** A graph of indicators; those that are found broken are taken out of the map. */
    IndicatorGraph(Map<String, CompiledIndicator> indicators, FormulaCompiler formulas) {
        this.indicators = indicators;
        this.formulas = formulas;
        for (CompiledIndicator indicator : indicators.values()) {
            for (Series series : Series.values()) {
                edges.put(new Node(indicator.document().code(), series), edges(indicator, series));
            }
        }
    }

    private static Set<Node> edges(CompiledIndicator indicator, Series series) {
        Set<Node> found = new LinkedHashSet<>();
        if (indicator.source(series) instanceof CompiledSource.Composite composite) {
            collect(composite.formula(), found);
        }
        boolean rolled = !indicator.document().scope().isOwn()
                && !(indicator.source(series) instanceof CompiledSource.None);
        if (rolled) {
            collect(indicator.members(), found);
        }
        return found;
    }

    private static void collect(@Nullable CompiledFormula formula, Set<Node> found) {
        if (formula != null) {
            collect(formula.expression(), found);
            formula.scales().values().forEach(scale -> collect(scale, found));
        }
    }

    private static void collect(Expression expression, Set<Node> found) {
        Expressions.visit(expression, node -> {
            switch (node) {
                case Expression.ReadIndicator read -> found.add(new Node(read.code(), read.series()));
                case Expression.ReadRatio read -> {
                    found.add(new Node(read.code(), Series.ACTUAL));
                    found.add(new Node(read.code(), read.ratio() == Expression.Ratio.ATTAINMENT
                            ? Series.TARGET
                            : Series.BASELINE));
                }
                default -> {
                }
            }
        });
    }

    /** Reports cycles with their paths, and takes out whatever takes part in one or reads what has errors. */
    void removeCyclesAndBroken() {
        Set<Node> done = new HashSet<>();
        Set<String> cyclic = new LinkedHashSet<>();
        for (Node node : edges.keySet()) {
            visit(node, new ArrayList<>(), done, cyclic);
        }
        indicators.keySet().removeAll(cyclic);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (CompiledIndicator indicator : List.copyOf(indicators.values())) {
                changed |= removeIfBroken(indicator);
            }
        }
    }

    private boolean removeIfBroken(CompiledIndicator indicator) {
        String code = indicator.document().code();
        for (Series series : Series.values()) {
            for (Node read : edges.getOrDefault(new Node(code, series), Set.of())) {
                if (!indicators.containsKey(read.code())) {
                    formulas.error(indicator.document(), series == Series.ACTUAL ? "formula" : series.word(),
                            Message.of("The indicator '{0}' has errors of its own; mend them first.", read.code()));
                    indicators.remove(code);
                    return true;
                }
            }
        }
        return false;
    }

    private void visit(Node node, List<Node> path, Set<Node> done, Set<String> cyclic) {
        int known = path.indexOf(node);
        if (known >= 0) {
            List<Node> cycle = new ArrayList<>(path.subList(known, path.size()));
            cycle.add(node);
            CompiledIndicator first = indicators.get(cycle.getFirst().code());
            if (first != null) {
                formulas.error(first.document(), cycle.getFirst().series() == Series.ACTUAL
                        ? "formula"
                        : cycle.getFirst().series().word(),
                        Message.of("depends on itself: {0}. Take one of these references out.",
                                String.join(" → ", cycle.stream().map(Node::toString).toList())));
            }
            cycle.forEach(member -> cyclic.add(member.code()));
            return;
        }
        if (done.contains(node)) {
            return;
        }
        path.add(node);
        for (Node read : edges.getOrDefault(node, Set.of())) {
            visit(read, path, done, cyclic);
        }
        path.removeLast();
        done.add(node);
    }
}
