package dev.hermes.app.indicators;

import dev.hermes.app.graph.GraphPositions;
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
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/** Writes the document that says where cards lie and which of them are framed together. */
final class Placing {

    private static final Pattern NUMBERED = Pattern.compile("group(\\d{1,6})");

    private Placing() {}

    /** The document with these places, and no others. */
    static Layout layout(Library library, GraphPositions positions) {
        Layout before = before(library);
        Map<String, Layout.Point> nodes = new TreeMap<>();
        positions.ids().forEach(id -> {
            Point2D point = positions.get(id);
            if (point != null) {
                nodes.put(id, new Layout.Point((int) point.getX(), (int) point.getY()));
            }
        });
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
        for (Layout.Group group : before.groups()) {
            List<String> left = group.members().stream().filter(member -> !cards.contains(member)).toList();
            if (!left.isEmpty()) {
                groups.add(new Layout.Group(group.code(), group.name(), left, group.collapsed()));
            }
        }
        groups.add(new Layout.Group("group" + nextNumber(library), name, List.copyOf(new TreeSet<>(cards)), false));
        return new Layout(before.code(), before.name(), before.nodes(), groups);
    }

    /** The number that the next group has. */
    static int nextNumber(Library library) {
        return 1 + before(library).groups().stream().mapToInt(group -> numberOf(group.code())).max().orElse(0);
    }

    private static int numberOf(String code) {
        Matcher numbered = NUMBERED.matcher(code);
        return numbered.matches() ? Integer.parseInt(numbered.group(1)) : 0;
    }

    /** The document with a group as one card. */
    static Layout collapsed(Library library, String code) {
        return changed(before(library), code,
                group -> Stream.of(new Layout.Group(code, group.name(), group.members(), true)));
    }

    /** The document with a group open again, and with these places. */
    static Layout opened(Library library, String code, GraphPositions positions) {
        return changed(layout(library, positions), code,
                group -> Stream.of(new Layout.Group(code, group.name(), group.members(), false)));
    }

    /** The document with another name of a group. */
    static Layout named(Library library, String code, String name) {
        return changed(before(library), code,
                group -> Stream.of(new Layout.Group(code, name, group.members(), group.collapsed())));
    }

    /** The document without a group; its cards stay. */
    static Layout ungrouped(Library library, String code) {
        return changed(before(library), code, _ -> Stream.empty());
    }

    private static Layout changed(Layout before, String code, Change change) {
        return new Layout(before.code(), before.name(), before.nodes(), before.groups().stream()
                .flatMap(group -> group.code().equals(code) ? change.of(group) : Stream.of(group)).toList());
    }

    /** What becomes of a group. */
    private interface Change {
        Stream<Layout.Group> of(Layout.Group group);
    }
}
