package dev.hermes.app.indicators;

import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphGroup;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.model.Layout;
import dev.hermes.model.Message;
import dev.hermes.model.Parameter;
import dev.hermes.model.Scheme;
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
import org.jspecify.annotations.Nullable;

/** Turns documents and figures into the cards of the graph. Of the screen's thread. */
final class Cards {

    /** The document that says where cards lie. */
    static final String LAYOUT = "indicators";

    /** In the place of the index of a person: the values of all. */
    private static final int ALL = -2;

    /** Before the code of a group, in the id of its card. */
    static final String GROUP = "group ";

    private final Texts texts;
    private final Amounts amounts;

    Cards(Texts texts) {
        this.texts = texts;
        amounts = new Amounts(texts);
    }

    /**
     * The cards of all that the documents have, and of what they name and is not there.
     *
     * @param person
     *            the assignment whose values they show; null for those of all
     */
    Graph graph(Snapshot snapshot, Figures figures, Payouts payouts, @Nullable String person) {
        List<GraphNode> nodes = new ArrayList<>();
        int index = person == null ? ALL : figures.people().indexOf(person);
        int @Nullable [] places = person == null ? null : payouts.places(person);
        Library library = snapshot.library();
        library.indicators()
                .forEach(indicator -> nodes.add(card(indicator, snapshot, figures, index)));
        library.parameters().forEach(parameter -> nodes.add(card(parameter, snapshot, payouts, places)));
        library.schemes().forEach(scheme -> nodes.add(card(scheme, snapshot, payouts, places)));
        snapshot.found().unknown().forEach(id -> nodes.add(missing(id)));
        List<GraphEdge> edges = new ArrayList<>();
        snapshot.references().forEach((reference, inCondition) -> edges
                .add(new GraphEdge(reference.from(), reference.to(), inCondition)));
        return Graph.of(nodes, edges, groups(snapshot, nodes));
    }

    static List<GraphGroup> groups(Snapshot snapshot, List<GraphNode> nodes) {
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

    private GraphNode card(Indicator indicator, Snapshot snapshot, Figures figures, int person) {
        Figures.Summary summary = figures.of(indicator.code()).orElse(null);
        NodeKind kind = kind(indicator);
        boolean isMedian = summary != null && summary.isMedian() && person == ALL;
        Decimal value = summary == null
                ? null
                : person == ALL ? summary.total() : Figures.value(summary.actual(), person);
        return new GraphNode(indicator.code(), kind, indicator.name(), subtitle(indicator) + median(isMedian),
                texts.get(tag(kind)), value(value, indicator.unit(), figures.freshness(), person != ALL),
                unit(indicator),
                summary == null ? List.of() : summary.shape(), figures.freshness().isCalculating(),
                problem(snapshot, indicator.code()));
    }

    private GraphNode card(Parameter parameter, Snapshot snapshot, Payouts payouts, int @Nullable [] places) {
        String id = References.parameterId(parameter.code());
        String unit = parameter.unit().equals(Unit.MONEY) ? "" : parameter.unit().name() + " · ";
        return paying(id, NodeKind.PARAMETER, parameter.name(),
                unit + texts.get("indicators.items", parameter.items().size()), parameter.unit(), payouts, places,
                problem(snapshot, id));
    }

    private GraphNode card(Scheme scheme, Snapshot snapshot, Payouts payouts, int @Nullable [] places) {
        String id = References.schemeId(scheme.code());
        return paying(id, NodeKind.SCHEME, scheme.name(),
                scheme.currency() + " · " + texts.get("indicators.parameters", scheme.parameters().size()),
                Unit.money(scheme.currency()), payouts, places, problem(snapshot, id));
    }

    private GraphNode paying(String id, NodeKind kind, String name, String subtitle, Unit unit, Payouts payouts,
            int @Nullable [] places, @Nullable String problem) {
        Payouts.Paid paid = payouts.of(id).orElse(null);
        boolean isMedian = paid != null && paid.isMedian() && places == null;
        Decimal value = places != null ? payouts.of(id, places).orElse(null) : paid == null ? null : paid.total();
        return new GraphNode(id, kind, name, subtitle + median(isMedian), texts.get(tag(kind)),
                value(value, unit, payouts.freshness(), places != null), "", paid == null ? List.of() : paid.shape(),
                payouts.freshness().isCalculating(), problem);
    }

    /** What documents name and is not there. */
    private GraphNode missing(String id) {
        String code = id.startsWith(References.PARAMETER) ? id.substring(References.PARAMETER.length()) : id;
        return new GraphNode(id, NodeKind.MISSING, code, texts.get("missing.subtitle"),
                texts.get(tag(NodeKind.MISSING)), "", List.of(), texts.get("missing.problem", code));
    }

    private String median(boolean isMedian) {
        return isMedian ? " · " + texts.get("indicators.median") : "";
    }

    private String value(@Nullable Decimal value, Unit unit, Freshness freshness, boolean isOfPerson) {
        return value != null
                ? amounts.rounded(value, unit)
                : freshness.reason().equals(Message.EMPTY) && !isOfPerson ? "" : texts.get("values.none");
    }

    private @Nullable String problem(Snapshot snapshot, String card) {
        List<Finding> found = snapshot.flaws().of(card);
        return found.isEmpty() ? null : texts.say(found.getFirst().message());
    }

    /** Of an indicator that has its formula where others have their unit. */
    private static String unit(Indicator indicator) {
        Unit unit = indicator.unit();
        boolean isSaid = unit.equals(Unit.NUMBER) || unit.equals(Unit.MONEY) || unit.kind() == Unit.Kind.RATIO;
        return isSaid || !(indicator.actual() instanceof SeriesSource.Composite) ? "" : unit.toString();
    }

    private String subtitle(Indicator indicator) {
        return switch (indicator.actual()) {
            case SeriesSource.Composite composite -> (indicator.scope().isOwn() ? "" : scope(indicator.scope()) + " ")
                    + "= " + composite.formula().text();
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
            case SCHEME -> "kind.scheme";
            case MISSING -> "kind.missing";
        };
    }
}
