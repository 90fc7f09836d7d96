package dev.hermes.document;

import dev.hermes.document.Value.Placed;
import dev.hermes.model.Layout;
import dev.hermes.model.Layout.Group;
import dev.hermes.model.Layout.Point;
import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The fields of a layout. */
final class LayoutForm {

    /** Cards of a graph: more than any library has indicators, and still drawn. */
    private static final int MOST_NODES = 10_000;
    /** Further out, nobody finds a card again. */
    private static final int FARTHEST = 1_000_000;

    private LayoutForm() {}

    static Layout read(String code, String name, Fields fields) {
        SortedMap<String, Point> nodes = new TreeMap<>();
        for (Placed<String> node : fields.table("nodes", MOST_NODES)) {
            Message problem = Codes.problemOfReference(node.read());
            if (problem != null) {
                node.value().errorOfName(problem);
            }
            Point point = node.value().fields(LayoutForm::point);
            if (point != null) {
                nodes.put(node.read(), point);
            }
        }
        List<Placed<String>> members = new ArrayList<>();
        List<Placed<Group>> groups = fields.someIfGiven("groups",
                value -> value.fields(inner -> group(inner, members)));
        Repeats.refuse(groups, Message.of("group"), Group::code);
        Repeats.refuse(members, Message.of("member"), Function.identity());
        return new Layout(code, name, nodes, groups.stream().map(Placed::read).toList());
    }

    static void write(Layout layout, Output output) {
        output.table("nodes", layout.nodes().entrySet(), Map.Entry::getKey,
                node -> new Output().integer("x", node.getValue().x()).integer("y", node.getValue().y()).fields())
                .list("groups", layout.groups(), group -> new Output().text("code", group.code())
                        .text("name", group.name(), group.code()).texts("members", group.members())
                        .flag("collapsed", group.collapsed(), false).fields());
    }

    private static Point point(Fields fields) {
        return new Point(coordinate(fields, "x"), coordinate(fields, "y"));
    }

    private static int coordinate(Fields fields, String name) {
        return fields.required(name, value -> Readings.integer(value, -FARTHEST, FARTHEST), 0);
    }

    /** A group; its members are added to those of the others, since none may be in two. */
    private static Group group(Fields fields, List<Placed<String>> all) {
        String code = fields.reference("code");
        String name = fields.optional("name", Readings::text, code);
        List<Placed<String>> members = fields.someIfGiven("members", Readings::reference);
        all.addAll(members);
        return new Group(code, name, members.stream().map(Placed::read).toList(), fields.flag("collapsed", false));
    }
}
