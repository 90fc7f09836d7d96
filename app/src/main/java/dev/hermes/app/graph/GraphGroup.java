package dev.hermes.app.graph;

import java.util.Set;

/**
 * Nodes that belong together: framed, or one card while collapsed.
 *
 * @param id
 *            other than that of any node
 */
public record GraphGroup(String id, String title, Set<String> members, boolean collapsed) {

    public GraphGroup {
        members = Set.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("The group (%s) must have members.".formatted(id));
        }
    }
}
