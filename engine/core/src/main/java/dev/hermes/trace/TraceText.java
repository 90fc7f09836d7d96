package dev.hermes.trace;

import dev.hermes.trace.TraceNode.Kind;
import java.util.ArrayList;
import java.util.List;

/** Writes a trace as an indented tree. */
final class TraceText {

    private final int listed;
    private final StringBuilder text = new StringBuilder();

    TraceText(int listed) {
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
        int run = 0;
        int left = 0;
        for (int i = 0; i < children.size(); i++) {
            TraceNode child = children.get(i);
            boolean listable = child.kind() == Kind.FACT || child.kind() == Kind.MEMBER;
            run = listable ? run + 1 : 0;
            if (listable && run > listed) {
                left++;
            } else {
                shown.add(child);
            }
        }
        if (left > 0) {
            shown.add(TraceNode.leaf(Kind.STEP, "… and " + left + " more", "", ""));
        }
        return shown;
    }

    private static String line(TraceNode node) {
        StringBuilder line = new StringBuilder(node.label());
        if (!node.value().isEmpty()) {
            line.append(" = ").append(node.value());
        }
        if (!node.detail().isEmpty()) {
            line.append("   ").append(node.detail().replaceAll("\\s+", " "));
        }
        return line.toString();
    }
}
