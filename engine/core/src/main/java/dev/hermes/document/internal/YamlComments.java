package dev.hermes.document.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.comments.CommentLine;
import org.snakeyaml.engine.v2.comments.CommentType;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Takes the comments of a text over to nodes that say much the same: those of an entry to the entry of this name, those
 * of an item of a list to the item that is equal, or else stands at its place. Those of an entry that is gone go to the
 * next one, and what stood inside of something that is one line now goes above it.
 */
final class YamlComments {

    private static final LoadSettings SETTINGS = LoadSettings.builder().setParseComments(true)
            .setCodePointLimit(NodeReader.MOST_CHARACTERS).build();

    private YamlComments() {}

    /**
     * Comments the entries of a document.
     *
     * @param text
     *            of a file with a document that has the same values of these names, for one
     * @param names
     *            the names
     */
    static void copy(String text, List<String> names, MappingNode to) {
        find(text, names, to).ifPresent(from -> copyInside(from, to));
    }

    private static Optional<MappingNode> find(String text, List<String> names, MappingNode like) {
        try {
            for (Node root : new Compose(SETTINGS).composeAllFromString(text)) {
                if (root instanceof MappingNode entries && names.stream()
                        .allMatch(name -> Objects.equals(scalar(entries, name), scalar(like, name)))) {
                    return Optional.of(entries);
                }
            }
            return Optional.empty();
        } catch (YamlEngineException e) {
            // A text that is not YAML has no comments.
            return Optional.empty();
        }
    }

    private static @Nullable String scalar(MappingNode entries, String name) {
        return entries.getValue().stream().filter(entry -> name.equals(name(entry)))
                .map(entry -> entry.getValueNode() instanceof ScalarNode value ? value.getValue() : null)
                .filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static String name(NodeTuple entry) {
        return entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
    }

    /** The nodes themselves have the comments of what they stand in. */
    private static void copyInside(Node from, Node to) {
        if (from instanceof MappingNode entries && to instanceof MappingNode others) {
            copyEntries(entries, others);
        } else if (from instanceof SequenceNode items && to instanceof SequenceNode others) {
            copyItems(items, others);
            others.setEndComments(items.getEndComments());
        }
    }

    private static void copyEntries(MappingNode from, MappingNode to) {
        Map<String, NodeTuple> byName = new HashMap<>();
        to.getValue().forEach(entry -> byName.put(name(entry), entry));
        // Of entries that are not there any more, for one because they say what is usual.
        List<CommentLine> left = new ArrayList<>();
        for (NodeTuple entry : from.getValue()) {
            NodeTuple now = byName.get(name(entry));
            if (now == null) {
                left.addAll(blocks(entry.getKeyNode()));
                left.addAll(lines(entry.getKeyNode().getInLineComments()));
                addAll(entry.getValueNode(), left);
            } else {
                copyEntry(entry, now, left);
                left.clear();
            }
        }
        left.addAll(lines(from.getEndComments()));
        to.setEndComments(asBlock(left));
    }

    /** @param above comments that go above the entry's own */
    private static void copyEntry(NodeTuple from, NodeTuple to, List<CommentLine> above) {
        Node name = to.getKeyNode();
        Node value = to.getValueNode();
        List<CommentLine> blocks = new ArrayList<>(above);
        blocks.addAll(blocks(from.getKeyNode()));
        blocks.addAll(blocks(from.getValueNode()));
        List<CommentLine> behind = new ArrayList<>(lines(from.getKeyNode().getInLineComments()));
        behind.addAll(lines(from.getValueNode().getInLineComments()));
        if (isOneLine(value)) {
            addInside(from.getValueNode(), blocks);
            value.setInLineComments(behind);
        } else if (value instanceof ScalarNode) {
            blocks.addAll(behind);
        } else {
            name.setInLineComments(behind);
            copyInside(from.getValueNode(), value);
        }
        name.setBlockComments(asBlock(blocks));
    }

    private static void copyItems(SequenceNode from, SequenceNode to) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < from.getValue().size(); i++) {
            places.putIfAbsent(content(from.getValue().get(i)), i);
        }
        Set<Integer> taken = new HashSet<>();
        List<Integer> same = new ArrayList<>();
        for (Node item : to.getValue()) {
            Integer place = places.get(content(item));
            same.add(place != null && taken.add(place) ? place : -1);
        }
        for (int i = 0; i < to.getValue().size(); i++) {
            int place = same.get(i) >= 0 ? same.get(i) : i;
            if (same.get(i) >= 0 || i < from.getValue().size() && taken.add(i)) {
                copyItem(from.getValue().get(place), to.getValue().get(i));
            }
        }
    }

    private static void copyItem(Node from, Node to) {
        List<CommentLine> above = new ArrayList<>(blocks(from));
        if (isOneLine(to)) {
            addInside(from, above);
            to.setInLineComments(from.getInLineComments());
        } else {
            above.addAll(lines(from.getInLineComments()));
            copyInside(from, to);
        }
        to.setBlockComments(asBlock(above));
    }

    private static boolean isOneLine(Node node) {
        return node instanceof CollectionNode<?> collection
                ? collection.getFlowStyle() == FlowStyle.FLOW
                : node instanceof ScalarNode scalar && scalar.getScalarStyle() != ScalarStyle.LITERAL;
    }

    /** All comments inside a list or entries. */
    private static void addInside(Node node, List<CommentLine> all) {
        List<Node> inside = switch (node) {
            case MappingNode entries -> entries.getValue().stream()
                    .<Node>mapMulti((entry, into) -> {
                        into.accept(entry.getKeyNode());
                        into.accept(entry.getValueNode());
                    }).toList();
            case SequenceNode items -> items.getValue();
            default -> List.of();
        };
        inside.forEach(one -> addAll(one, all));
        if (!inside.isEmpty()) {
            all.addAll(lines(node.getEndComments()));
        }
    }

    /** The comments of a node, and all inside. */
    private static void addAll(Node node, List<CommentLine> all) {
        all.addAll(blocks(node));
        all.addAll(lines(node.getInLineComments()));
        addInside(node, all);
    }

    private static List<CommentLine> blocks(Node node) {
        return lines(node.getBlockComments());
    }

    private static List<CommentLine> lines(@Nullable List<CommentLine> comments) {
        return comments == null ? List.of() : comments;
    }

    private static List<CommentLine> asBlock(List<CommentLine> comments) {
        return comments.stream().map(line -> line.getCommentType() == CommentType.IN_LINE
                ? new CommentLine(line.getStartMark(), line.getEndMark(), line.getValue(), CommentType.BLOCK)
                : line).toList();
    }

    /** What a node says, whatever its style. */
    private static String content(Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue().length() + ":" + scalar.getValue();
            case SequenceNode items -> items.getValue().stream().map(YamlComments::content).toList().toString();
            case MappingNode entries -> entries.getValue().stream()
                    .map(entry -> content(entry.getKeyNode()) + "=" + content(entry.getValueNode())).sorted().toList()
                    .toString();
            default -> "";
        };
    }
}
