package dev.hermes.app.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/** Graphs to test with. */
final class Examples {

    private static final Random CHANCE = new Random(7);

    private Examples() {}

    /** A graph of bare nodes: {@code "a>b b>c d"}. */
    static Graph of(String text) {
        Map<String, GraphNode> nodes = new LinkedHashMap<>();
        List<GraphEdge> edges = new ArrayList<>();
        for (String part : text.split(" ")) {
            String[] ends = part.split(">");
            for (String end : ends) {
                nodes.putIfAbsent(end, node(end, NodeKind.BASE, end, "", "", "", null));
            }
            if (ends.length == 2) {
                edges.add(new GraphEdge(ends[0], ends[1], false));
            }
        }
        return Graph.of(nodes.values(), edges);
    }

    /** Points 300 apart across and 120 down: {@code "a=0,0 b=1,0"}. */
    static GraphPositions at(String text) {
        Map<String, Point2D> points = new HashMap<>();
        for (String part : text.split(" ")) {
            String[] halves = part.split("[=,]");
            points.put(halves[0],
                    new Point2D(300 * Double.parseDouble(halves[1]), 120 * Double.parseDouble(halves[2])));
        }
        return GraphPositions.of(points);
    }

    static GraphNode node(String id, NodeKind kind, String title, String subtitle, String tag, String value,
            @Nullable String problem) {
        List<Double> shape = value.isEmpty()
                ? List.of()
                : DoubleStream.generate(CHANCE::nextDouble).limit(12).boxed().toList();
        return new GraphNode(id, kind, title, subtitle, tag, value, shape, problem);
    }

    /** The indicators of a travel company, as in the design. */
    static Graph travel() {
        List<GraphNode> nodes = List.of(base("hotel_nights", "Hotel nights", "1,284,310", "nights · own"),
                base("refund_nights", "Refunded nights", "−41,902", "nights · own"),
                base("new_merchants", "New merchants", "9,377", "count · own"),
                base("visits", "Effective visits", "212,480", "count · own"),
                node("manager_score", NodeKind.SUBJECTIVE, "Manager score", "0.80–1.20 · by superior", "score",
                        "1.02 avg", null),
                composite("net_nights", "Net nights", "1,242,408", "= hotel_nights + refund_nights"),
                composite("visit_yield", "Visit yield", "4.41 %", "= new_merchants / visits"),
                composite("attain", "Night attainment", "97.3 %", "= net_nights / target"),
                composite("team_nights", "Team nights", "1,242,408", "all subordinates"),
                pay("p_commission", "Night commission", "¥ 8,412,077", "6 rows · FIRST", null),
                pay("p_growth", "Growth bonus", "¥ 1,930,550", "4 rows · FIRST", null),
                pay("p_merchants", "Merchant bonus", "¥ 1,204,000", "marginal table", "No row for region North."),
                pay("p_coeff", "Score coefficient", "× 1.02", "clamp", null));
        List<GraphEdge> edges = List.of(edge("hotel_nights", "net_nights"), edge("refund_nights", "net_nights"),
                edge("net_nights", "attain"), edge("net_nights", "team_nights"), edge("new_merchants", "visit_yield"),
                edge("visits", "visit_yield"), edge("attain", "p_commission"),
                new GraphEdge("net_nights", "p_commission", true), edge("team_nights", "p_growth"),
                new GraphEdge("visit_yield", "p_merchants", true), edge("new_merchants", "p_merchants"),
                edge("manager_score", "p_coeff"), new GraphEdge("attain", "p_growth", true));
        return Graph.of(nodes, edges);
    }

    static GraphPositions travelPositions() {
        Map<String, Point2D> points = new HashMap<>();
        String[] places = {"hotel_nights,40,28", "refund_nights,40,140", "new_merchants,40,252", "visits,40,360",
            "manager_score,40,472", "net_nights,316,96", "visit_yield,316,332", "attain,592,96", "team_nights,592,236",
            "p_commission,848,80", "p_growth,848,200", "p_merchants,848,332", "p_coeff,848,460"};
        for (String place : places) {
            String[] parts = place.split(",");
            points.put(parts[0], new Point2D(Double.parseDouble(parts[1]), Double.parseDouble(parts[2])));
        }
        return GraphPositions.of(points);
    }

    private static GraphNode base(String id, String title, String value, String subtitle) {
        return node(id, NodeKind.BASE, title, subtitle, "base", value, null);
    }

    private static GraphNode composite(String id, String title, String value, String subtitle) {
        return node(id, NodeKind.COMPOSITE, title, subtitle, "ƒ", value, null);
    }

    private static GraphNode pay(String id, String title, String value, String subtitle, @Nullable String problem) {
        return node(id, NodeKind.PARAMETER, title, subtitle, "pay", value, problem);
    }

    private static GraphEdge edge(String from, String to) {
        return new GraphEdge(from, to, false);
    }

    /** A graph without cycles, in layers, each node reading at random some of the layers before. */
    static Graph large(int nodes, int edges) {
        Random random = new Random(42);
        List<GraphNode> all = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            NodeKind kind = i < nodes * 0.4
                    ? NodeKind.BASE
                    : i < nodes * 0.8 ? NodeKind.COMPOSITE : NodeKind.PARAMETER;
            all.add(node("n" + i, kind, "Indicator number " + i, "= some_other + and_another_" + i, "base",
                    String.format(Locale.ROOT, "%,d", random.nextInt(10_000_000)), null));
        }
        List<GraphEdge> some = new ArrayList<>();
        for (int i = 0; i < edges; i++) {
            int to = nodes * 2 / 5 + random.nextInt(nodes * 3 / 5);
            int from = Math.max(0, to - nodes / 8 - random.nextInt(nodes / 4));
            some.add(new GraphEdge("n" + from, "n" + to, i % 9 == 0));
        }
        return Graph.of(all, some);
    }

    /** As many columns as rows, on a screen's proportions. */
    static GraphPositions inColumns(Graph graph, int rows) {
        Map<String, Point2D> points = new HashMap<>();
        int i = 0;
        for (GraphNode node : graph.nodes()) {
            int column = i / rows;
            points.put(node.id(), new Point2D(column * 276, i % rows * 112));
            i++;
        }
        return GraphPositions.of(points);
    }
}
