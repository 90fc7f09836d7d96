package dev.hermes.trace;

import dev.hermes.trace.TraceNode.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a trace as an indented tree. */
final class TraceText {

    private static final Pattern FIGURE = Pattern.compile("(-?\\d{4,})((?:\\.\\d+)?(?: [A-Z]{3})?)");

    private final Map<SourceRow, Origin> origins;
    private final int listed;
    private final StringBuilder text = new StringBuilder();

    TraceText(Map<SourceRow, Origin> origins, int listed) {
        this.origins = origins;
        this.listed = listed;
    }

    String write(TraceNode root) {
        text.append(line(root)).append('\n');
        children(root, "");
        return text.toString();
    }

    private void children(TraceNode node, String indent) {
        List<TraceNode> shown = shown(node.children());
        for (int i = 0; i < shown.size(); i++) {
            boolean last = i == shown.size() - 1;
            text.append(indent).append(last ? "└ " : "├ ").append(line(shown.get(i))).append('\n');
            children(shown.get(i), indent + (last ? "  " : "│ "));
        }
    }

    /** The children, with the tail of a long run of facts or members replaced by how many they are. */
    private List<TraceNode> shown(List<TraceNode> children) {
        List<TraceNode> shown = new ArrayList<>();
        List<TraceNode> left = new ArrayList<>();
        int run = 0;
        for (TraceNode child : children) {
            boolean listable = child.kind() == Kind.FACT || child.kind() == Kind.MEMBER;
            run = listable ? run + 1 : 0;
            (run > listed ? left : shown).add(child);
        }
        if (left.size() == 1) {
            return children;
        }
        if (!left.isEmpty()) {
            shown.add(TraceNode.leaf(Kind.STEP, "… and " + left.size() + " more", "", ""));
        }
        return shown;
    }

    private String line(TraceNode node) {
        StringBuilder line = new StringBuilder(node.label());
        if (!node.value().isEmpty()) {
            line.append(" = ").append(grouped(node.value()));
        }
        if (!node.detail().isEmpty()) {
            line.append("   ").append(node.detail().replaceAll("\\s+", " "));
        }
        Origin origin = node.source() == null ? null : origins.get(node.source());
        if (origin != null) {
            line.append("   ").append(origin.text());
        }
        return line.toString();
    }

    /** A long figure with its thousands apart. */
    private static String grouped(String value) {
        Matcher figure = FIGURE.matcher(value);
        return figure.matches()
                ? figure.group(1).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + figure.group(2)
                : value;
    }
}
