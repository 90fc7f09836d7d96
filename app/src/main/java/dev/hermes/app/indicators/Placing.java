package dev.hermes.app.indicators;

import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.LayeredLayout;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.document.Library;
import dev.hermes.model.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Point2D;

/** Gives every card a place: where it was put, or else where a layered layout would put it. */
final class Placing {

    private static final double BELOW = 40;
    private static final Pattern NUMBERED = Pattern.compile("group(\\d{1,6})");

    private Placing() {}

    /** Not for the screen's thread: to lay out takes its time. */
    static GraphPositions of(Snapshot snapshot) {
        GraphPositions known = Cards.positions(snapshot);
        Map<References.Reference, Boolean> references = snapshot.references();
        Set<String> ids = snapshot.cards();
        if (known.ids().containsAll(ids)) {
            return known;
        }
        List<GraphNode> nodes = ids.stream()
                .map(id -> new GraphNode(id, NodeKind.BASE, id, "", "", "", List.of(), null)).toList();
        List<GraphEdge> edges = references.keySet().stream()
                .map(reference -> new GraphEdge(reference.from(), reference.to(), false)).toList();
        GraphPositions laid = LayeredLayout.of(Graph.of(nodes, edges));
        return known.ids().isEmpty() ? laid : below(known, laid);
    }

    /** New cards come below those that have a place. */
    private static GraphPositions below(GraphPositions known, GraphPositions laid) {
        double bottom = known.ids().stream().map(known::get).mapToDouble(Point2D::getY).max().orElse(0) + BELOW + 88;
        double left = known.ids().stream().map(known::get).mapToDouble(Point2D::getX).min().orElse(0);
        Map<String, Point2D> added = new TreeMap<>();
        Set<String> fresh = new TreeSet<>(laid.ids());
        fresh.removeAll(known.ids());
        int place = 0;
        for (String id : fresh) {
            added.put(id, new Point2D(left + place * 208, bottom));
            place++;
        }
        return known.with(GraphPositions.of(added));
    }

    /** The document that says where cards lie, with these places. */
    static Layout layout(Library library, GraphPositions positions) {
        Map<String, Layout.Point> nodes = new TreeMap<>();
        positions.ids().forEach(id -> {
            Point2D point = positions.get(id);
            if (point != null) {
                nodes.put(id, new Layout.Point((int) point.getX(), (int) point.getY()));
            }
        });
        Layout before = before(library);
        return new Layout(before.code(), before.name(), new TreeMap<>(nodes), before.groups());
    }

    /** The document with the card of an indicator under another code. */
    static Layout renamed(Library library, String from, String to) {
        Layout before = before(library);
        Map<String, Layout.Point> nodes = new TreeMap<>(before.nodes());
        Layout.Point place = nodes.remove(from);
        if (place != null) {
            nodes.put(to, place);
        }
        return new Layout(before.code(), before.name(), new TreeMap<>(nodes), before.groups().stream()
                .map(group -> new Layout.Group(group.code(), group.name(),
                        group.members().stream().map(member -> member.equals(from) ? to : member).toList(),
                        group.collapsed()))
                .toList());
    }

    private static Layout before(Library library) {
        return library.layout(Cards.LAYOUT)
                .orElseGet(() -> new Layout(Cards.LAYOUT, Cards.LAYOUT, new TreeMap<>(), List.of()));
    }

    /** The document with a new group of these cards, which leave the groups that they are in. */
    static Layout grouped(Library library, Set<String> cards, String name) {
        Layout before = before(library);
        List<Layout.Group> groups = new ArrayList<>();
        int number = 1;
        for (Layout.Group group : before.groups()) {
            List<String> left = group.members().stream().filter(member -> !cards.contains(member)).toList();
            if (!left.isEmpty()) {
                groups.add(new Layout.Group(group.code(), group.name(), left, group.collapsed()));
            }
            number = Math.max(number, 1 + numberOf(group.code()));
        }
        groups.add(new Layout.Group("group" + number, name, List.copyOf(new TreeSet<>(cards)), false));
        return new Layout(before.code(), before.name(), before.nodes(), groups);
    }

    private static int numberOf(String code) {
        Matcher numbered = NUMBERED.matcher(code);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    /** The document with a group as one card, or open again. */
    static Layout collapsed(Library library, String code, boolean collapsed) {
        Layout before = before(library);
        return new Layout(before.code(), before.name(), before.nodes(), before.groups().stream().map(
                group -> group.code().equals(code)
                        ? new Layout.Group(code, group.name(), group.members(), collapsed)
                        : group)
                .toList());
    }
}
