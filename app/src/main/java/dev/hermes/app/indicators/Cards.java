package dev.hermes.app.indicators;

import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphGroup;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.model.Layout;
import dev.hermes.model.Parameter;
import dev.hermes.model.Scope;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;

/** Turns documents and figures into the cards of the graph. Of the screen's thread. */
final class Cards {

    /** The document that says where cards lie. */
    static final String LAYOUT = "indicators";

    /** Before the code of a group, in the id of its card. */
    static final String GROUP = "group ";

    private final Texts texts;
    private final Amounts amounts;

    Cards(Texts texts) {
        this.texts = texts;
        amounts = new Amounts(texts);
    }

    Graph graph(Snapshot snapshot, Figures figures, Payouts payouts) {
        List<GraphNode> nodes = new ArrayList<>();
        snapshot.library().indicators().forEach(indicator -> nodes.add(card(indicator, snapshot, figures)));
        Map<References.Reference, Boolean> references = snapshot.references();
        Set<String> readers = references.keySet().stream().map(References.Reference::to).collect(Collectors.toSet());
        snapshot.library().parameters().stream()
                .filter(parameter -> readers.contains(References.parameterId(parameter.code())))
                .forEach(parameter -> nodes.add(card(parameter, payouts)));
        List<GraphEdge> edges = new ArrayList<>();
        references.forEach((reference, inCondition) -> edges
                .add(new GraphEdge(reference.from(), reference.to(), inCondition)));
        return Graph.of(nodes, edges, groups(snapshot, nodes));
    }

    private static List<GraphGroup> groups(Snapshot snapshot, List<GraphNode> nodes) {
        Set<String> free = nodes.stream().map(GraphNode::id).collect(Collectors.toCollection(HashSet::new));
        List<GraphGroup> groups = new ArrayList<>();
        snapshot.library().layout(LAYOUT).map(Layout::groups).orElse(List.of()).forEach(group -> {
            Set<String> members = group.members().stream().filter(free::remove).collect(Collectors.toSet());
            if (!members.isEmpty()) {
                groups.add(new GraphGroup(GROUP + group.code(), group.name(), members, group.collapsed()));
            }
        });
        return groups;
    }

    /** Where cards were put; those that nobody has put anywhere have no place. */
    static GraphPositions positions(Snapshot snapshot) {
        Map<String, Point2D> points = new HashMap<>();
        snapshot.library().layout(LAYOUT).ifPresent(layout -> layout.nodes()
                .forEach((code, point) -> points.put(code, new Point2D(point.x(), point.y()))));
        return GraphPositions.of(points);
    }

    private GraphNode card(Indicator indicator, Snapshot snapshot, Figures figures) {
        List<Finding> problems = snapshot.problems(indicator);
        Figures.Summary summary = figures.of(indicator.code()).orElse(null);
        NodeKind kind = kind(indicator);
        return new GraphNode(indicator.code(), kind, indicator.name(),
                subtitle(indicator)
                        + (summary != null && summary.isMedian() ? " · " + texts.get("indicators.median") : ""),
                texts.get(tag(kind)),
                summary == null ? "" : amounts.total(summary, indicator.unit()),
                summary == null ? List.of() : summary.shape(),
                problems.isEmpty() ? null : texts.say(problems.getFirst().message()));
    }

    private GraphNode card(Parameter parameter, Payouts payouts) {
        Payouts.Paid paid = payouts.of(parameter.code()).orElse(null);
        String unit = parameter.unit().equals(Unit.MONEY) ? "" : parameter.unit().name() + " · ";
        return new GraphNode(References.parameterId(parameter.code()), NodeKind.PARAMETER, parameter.name(),
                unit + texts.get("indicators.items", parameter.items().size())
                        + (paid != null && paid.isMedian() ? " · " + texts.get("indicators.median") : ""),
                texts.get(tag(NodeKind.PARAMETER)),
                paid == null ? "" : amounts.rounded(paid.total(), parameter.unit()),
                paid == null ? List.of() : paid.shape(), null);
    }

    private String subtitle(Indicator indicator) {
        return switch (indicator.actual()) {
            case SeriesSource.Composite composite -> "= " + composite.formula().text();
            default -> indicator.unit() + " · " + scope(indicator.scope());
        };
    }

    String scope(Scope scope) {
        return switch (scope.reach()) {
            case OWN -> texts.get("scope.own");
            case DIRECT_SUBORDINATES -> texts.get("scope.direct");
            case SUBORDINATES -> texts.get("scope.all");
            case LEVELS -> texts.get("scope.levels", String.join(", ", scope.levels()));
        };
    }

    static NodeKind kind(Indicator indicator) {
        return switch (indicator.actual()) {
            case SeriesSource.Composite _ -> NodeKind.COMPOSITE;
            case SeriesSource.Score _ -> NodeKind.SUBJECTIVE;
            default -> NodeKind.BASE;
        };
    }

    static String tag(NodeKind kind) {
        return switch (kind) {
            case BASE -> "kind.base";
            case COMPOSITE -> "kind.composite";
            case SUBJECTIVE -> "kind.subjective";
            case PARAMETER -> "kind.parameter";
        };
    }
}
