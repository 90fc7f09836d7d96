package dev.hermes.app.indicators;

import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.app.graph.Placement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Point2D;

/**
 * Gives every card of a workspace a place: where it was put, or else one beside what it reads. A place that nobody chose
 * stays the same for as long as the workspace is looked at, whatever is edited meanwhile. For any thread.
 */
final class CardPlaces {

    /** The places that nobody chose. */
    private GraphPositions found = GraphPositions.empty();

    /** Takes its time where nothing has a place yet. */
    synchronized GraphPositions of(Snapshot snapshot) {
        GraphPositions saved = Cards.positions(snapshot);
        GraphPositions all = Placement.completed(bare(snapshot), found.with(saved));
        Map<String, Point2D> fresh = new HashMap<>();
        for (String id : all.ids()) {
            Point2D point = all.get(id);
            if (point != null && saved.get(id) == null) {
                fresh.put(id, point);
            }
        }
        found = found.with(GraphPositions.of(fresh));
        return all;
    }

    /** The graph of a snapshot with nothing on its cards. */
    private static Graph bare(Snapshot snapshot) {
        List<GraphNode> nodes = snapshot.cards().stream()
                .map(id -> new GraphNode(id, NodeKind.BASE, id, "", "", "", List.of(), null)).toList();
        List<GraphEdge> edges = snapshot.references().keySet().stream()
                .map(reference -> new GraphEdge(reference.from(), reference.to(), false)).toList();
        return Graph.of(nodes, edges, Cards.groups(snapshot, nodes));
    }
}
