package dev.hermes.app.graph;

import java.util.List;

/** What would come of the edge that is being drawn, were it let go now. Nodes are named by their ids. */
sealed interface Prospect {

    /** It leads to no card yet. */
    record Nowhere(String from) implements Prospect {}

    /** It leads to a collapsed group, in which no node can be told. */
    record Hidden(String group) implements Prospect {}

    /** There will be an edge. */
    record Edge(String from, String to) implements Prospect {}

    /** There is that edge already. */
    record There(String from, String to) implements Prospect {}

    /** There is a way already, from its target to its source, that it would close to a circle. */
    record Circle(List<String> path) implements Prospect {

        public Circle {
            path = List.copyOf(path);
        }
    }

    /** Those who are asked would not make it, for a reason in the user's language. */
    record Refused(String from, String to, String reason) implements Prospect {}
}
