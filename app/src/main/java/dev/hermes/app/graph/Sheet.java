package dev.hermes.app.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * The cards of a graph and the links between them: a card for each node outside collapsed groups and one for each
 * collapsed group, whose links are merged. To find what is in an area it looks at all of them: for thousands that costs
 * microseconds, less than keeping an index while cards move.
 */
final class Sheet {

    final List<Card> cards = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    private final Graph graph;
    /** By the ids of nodes and of collapsed groups; a hidden node has its group's. */
    private final Map<String, Card> cardById = new HashMap<>();

    Sheet(Graph graph, GraphTexts texts) {
        this.graph = graph;
        Map<String, Card> collapsed = new HashMap<>();
        for (GraphNode node : graph.nodes()) {
            Optional<GraphGroup> group = graph.groupOf(node.id()).filter(GraphGroup::collapsed);
            Card card = group.isEmpty()
                    ? Card.of(node)
                    : collapsed.computeIfAbsent(group.get().id(), _ -> Card.of(group.get(), graph, texts));
            if (cardById.put(card.id, card) == null) {
                cards.add(card);
            }
            cardById.put(node.id(), card);
        }
        link();
    }

    private void link() {
        Map<Card, Map<Card, Link>> known = HashMap.newHashMap(cards.size());
        for (GraphEdge edge : graph.edges()) {
            Card from = cardById.get(edge.from());
            Card to = cardById.get(edge.to());
            if (from == null || to == null || from == to) {
                continue;
            }
            Map<Card, Link> targets = known.computeIfAbsent(from, _ -> new HashMap<>());
            Link before = targets.get(to);
            if (before != null) {
                before.dashed &= edge.dashed();
                continue;
            }
            boolean merged = from.isGroup() || to.isGroup();
            Link link = new Link(from, to, merged ? null : edge, edge.dashed());
            targets.put(to, link);
            links.add(link);
            from.outgoing.add(link);
            to.incoming.add(link);
        }
    }

    /** Puts each card where it is said to be, and those of which nothing is said in a column below the others. */
    void place(Function<String, @Nullable Point2D> positions) {
        List<Card> homeless = new ArrayList<>();
        double lowest = 0;
        for (Card card : cards) {
            double left = Double.MAX_VALUE;
            double top = Double.MAX_VALUE;
            for (String member : card.members) {
                Point2D point = positions.apply(member);
                if (point != null) {
                    left = Math.min(left, point.getX());
                    top = Math.min(top, point.getY());
                }
            }
            if (left == Double.MAX_VALUE) {
                homeless.add(card);
            } else {
                card.x = left;
                card.y = top;
                lowest = Math.max(lowest, card.bottom());
            }
        }
        for (Card card : homeless) {
            card.x = 0;
            card.y = GraphPositions.snap(lowest + LayeredLayout.GAP_DOWN);
            lowest = card.bottom();
        }
    }

    /** The card that is a node's, or that of the collapsed group that hides it. */
    @Nullable
    Card card(@Nullable String id) {
        return id == null ? null : cardById.get(id);
    }

    /** The uppermost card at a point. */
    @Nullable
    Card cardAt(double x, double y) {
        for (int i = cards.size() - 1; i >= 0; i--) {
            Card card = cards.get(i);
            if (card.contains(x, y)) {
                return card;
            }
        }
        return null;
    }

    /** The link nearest to a point, if one is within a distance. */
    @Nullable
    Link linkAt(double x, double y, double within) {
        Link nearest = null;
        double least = within;
        for (Link link : links) {
            if (link.meets(x - within, y - within, x + within, y + within)) {
                double distance = link.distance(x, y);
                if (distance <= least) {
                    least = distance;
                    nearest = link;
                }
            }
        }
        return nearest;
    }

    List<Card> cardsIn(Rectangle2D area) {
        return cards.stream().filter(card -> area.intersects(card.x, card.y, Card.WIDTH, Card.HEIGHT)).toList();
    }

    /** Null if there is no card. */
    static @Nullable Rectangle2D bounds(Collection<Card> cards) {
        if (cards.isEmpty()) {
            return null;
        }
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Card card : cards) {
            left = Math.min(left, card.x);
            top = Math.min(top, card.y);
            right = Math.max(right, card.right());
            bottom = Math.max(bottom, card.bottom());
        }
        return new Rectangle2D(left, top, right - left, bottom - top);
    }

    /** The frame of an open group, with room for its title. */
    Rectangle2D frame(GraphGroup group) {
        Rectangle2D inside = bounds(group.members().stream().map(cardById::get).toList());
        return inside == null
                ? Rectangle2D.EMPTY
                : new Rectangle2D(inside.getMinX() - GroupFrame.PADDING, inside.getMinY() - GroupFrame.TITLE,
                        inside.getWidth() + 2 * GroupFrame.PADDING,
                        inside.getHeight() + GroupFrame.TITLE + GroupFrame.PADDING);
    }

    /** The room of a card, or of the title of an open group; empty if there is neither. */
    Optional<Rectangle2D> placeOf(String id) {
        Card card = cardById.get(id);
        if (card != null) {
            return Optional.of(new Rectangle2D(card.x, card.y, Card.WIDTH, Card.HEIGHT));
        }
        return graph.groups().stream().filter(group -> group.id().equals(id)).findFirst().map(group -> {
            Rectangle2D frame = frame(group);
            return new Rectangle2D(frame.getMinX(), frame.getMinY(), frame.getWidth(), GroupFrame.TITLE);
        });
    }

    /** The open group whose title is at a point. */
    @Nullable
    GraphGroup titleAt(double x, double y) {
        for (GraphGroup group : graph.groups()) {
            if (!group.collapsed()) {
                Rectangle2D frame = frame(group);
                if (frame.contains(x, y) && y <= frame.getMinY() + GroupFrame.TITLE) {
                    return group;
                }
            }
        }
        return null;
    }
}
