package dev.hermes.document.internal;

import dev.hermes.document.internal.Content.Entries;
import dev.hermes.document.internal.Content.Items;
import dev.hermes.document.internal.Content.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Content as YAML for people: what is short stands in one line, the rows of a list all in the same manner, texts are
 * quoted only where YAML needs it, and lines are never folded.
 */
public final class YamlText {

    private static final int LONGEST_LINE = 100;
    private static final int INDENT = 2;
    /**
     * What YAML's core schema reads as something other than text: an id such as 0042 would lose its zeros in other
     * programs. The emitter knows most of it, but not all.
     */
    private static final Pattern NOT_TEXT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
            + "|0o[0-7]+|0x[0-9A-Fa-f]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)"
            + "|<<|~|null|Null|NULL|true|True|TRUE|false|False|FALSE");

    private static final Pattern BEHIND_DASH = Pattern.compile("^( *)- (#.*\\n(?: *(?:#.*)?\\n)*) *(?=\\S)",
            Pattern.MULTILINE);

    private static final DumpSettings SETTINGS = DumpSettings.builder().setIndent(INDENT).setIndicatorIndent(INDENT)
            .setIndentWithIndicator(true).setWidth(Integer.MAX_VALUE).setSplitLines(false)
            .setMaxSimpleKeyLength(1024).setDumpComments(true).build();

    private YamlText() {}

    /** The content, ending with a line end. */
    public static String of(Entries content) {
        return emit(entries(content, FlowStyle.BLOCK, 0));
    }

    /**
     * The same with the comments that the same document has in another text. Each stands with what it stood with; those
     * of items that are gone are gone too.
     *
     * @param before
     *            the other text, which may have several documents
     * @param names
     *            the names of entries that tell which of them it is
     */
    public static String of(Entries content, String before, List<String> names) {
        MappingNode root = entries(content, FlowStyle.BLOCK, 0);
        YamlComments.copy(before, names, root);
        return BEHIND_DASH.matcher(emit(root)).replaceAll(YamlText::aboveDash);
    }

    /** The emitter has the comments of an item that is entries between its dash and its first name. */
    private static String aboveDash(MatchResult found) {
        String indent = found.group(1);
        return Matcher.quoteReplacement(
                found.group(2).lines().map(line -> indent + line.strip() + "\n").collect(Collectors.joining())
                        + indent + "- ");
    }

    /**
     * The content of a list or of entries.
     *
     * @param around
     *            the style of that list or of those entries
     * @param style
     *            the style of the content itself
     * @param column
     *            where its lines begin, if it is a block
     */
    private static Node node(Content content, FlowStyle around, FlowStyle style, int column) {
        return switch (content) {
            case Scalar scalar -> scalar(scalar, around);
            case Items items -> items(items, style, column);
            case Entries entries -> entries(entries, style, column);
        };
    }

    private static MappingNode entries(Entries entries, FlowStyle style, int column) {
        List<NodeTuple> tuples = new ArrayList<>();
        entries.byName().forEach((name, value) -> {
            boolean oneLine = style == FlowStyle.FLOW || fitsOneLine(value, LONGEST_LINE - column - name.length() - 2);
            Node node = node(value, style, oneLine ? FlowStyle.FLOW : FlowStyle.BLOCK, column + INDENT);
            tuples.add(new NodeTuple(scalar(new Scalar(name, Content.Kind.TEXT), style), node));
        });
        return new MappingNode(Tag.MAP, tuples, style);
    }

    /** The rows of a list stand in one line each, if all of them can. */
    private static Node items(Items items, FlowStyle style, int column) {
        int inside = column + INDENT;
        boolean oneLine = style == FlowStyle.FLOW
                || items.contents().stream().allMatch(item -> fitsOneLine(item, LONGEST_LINE - inside));
        List<Node> nodes = new ArrayList<>();
        for (Content item : items.contents()) {
            nodes.add(node(item, style, oneLine ? FlowStyle.FLOW : FlowStyle.BLOCK, inside));
        }
        return new SequenceNode(Tag.SEQ, nodes, style);
    }

    private static Node scalar(Scalar scalar, FlowStyle around) {
        Tag tag = switch (scalar.kind()) {
            case TEXT -> Tag.STR;
            case DECIMAL -> scalar.text().indexOf('.') < 0 ? Tag.INT : Tag.FLOAT;
            case INTEGER -> Tag.INT;
            case BOOLEAN -> Tag.BOOL;
        };
        ScalarStyle style = scalar.kind() == Content.Kind.TEXT ? style(scalar.text(), around) : ScalarStyle.PLAIN;
        return new ScalarNode(tag, scalar.text(), style);
    }

    /** The style to ask for; where a text cannot be plain, the emitter quotes it. */
    private static ScalarStyle style(String text, FlowStyle around) {
        if (text.indexOf('\n') >= 0) {
            return ScalarStyle.LITERAL;
        }
        if (NOT_TEXT.matcher(text).matches()) {
            return ScalarStyle.SINGLE_QUOTED;
        }
        // In single quotes every quote inside would be doubled: 'region == ''North'''.
        boolean readsBetterInDouble = text.contains("'") && !text.contains("\"") && !text.contains("\\");
        return readsBetterInDouble && needsQuotes(text, around) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
    }

    private static boolean needsQuotes(String text, FlowStyle around) {
        Node item = new ScalarNode(Tag.STR, text, ScalarStyle.PLAIN);
        return !emit(new SequenceNode(Tag.SEQ, List.of(item), around))
                .contains(around == FlowStyle.FLOW ? "[" + text + "]" : "- " + text + "\n");
    }

    private static String emit(Node root) {
        return new Present(SETTINGS).emitToString(new Serialize(SETTINGS).serializeOne(root).iterator());
    }

    /** Lists of rows and tables have a line for each, however short. */
    private static boolean fitsOneLine(Content content, int columns) {
        return isShort(content) && width(content) <= columns;
    }

    private static boolean isShort(Content content) {
        return switch (content) {
            case Scalar scalar -> scalar.text().indexOf('\n') < 0;
            case Items items -> items.contents().stream().allMatch(item -> item instanceof Scalar && isShort(item));
            case Entries entries -> !entries.table() && entries.byName().values().stream().allMatch(YamlText::isShort);
        };
    }

    private static int width(Content content) {
        return switch (content) {
            case Scalar scalar -> scalar.text().length();
            case Items items -> 2 + items.contents().stream().mapToInt(item -> width(item) + 2).sum();
            case Entries entries -> 2 + entries.byName().entrySet().stream()
                    .mapToInt(entry -> entry.getKey().length() + 2 + width(entry.getValue()) + 2).sum();
        };
    }
}
