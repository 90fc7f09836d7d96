package dev.hermes.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the cards of the indicator graph lie. It says nothing about what is calculated, so neither plans nor imports
 * know of it, and it may name cards of what no longer exists: those count for nothing.
 *
 * @param nodes
 *            the place of each card by the code of what it shows, in the order of codes
 * @param groups
 *            in the order in which they were made; a card is in one of them at most
 */
public record Layout(String code, String name, SortedMap<String, Point> nodes, List<Group> groups)
        implements Document {

    public Layout {
        SortedMap<String, Point> byCode = new TreeMap<>();
        byCode.putAll(nodes);
        nodes = Collections.unmodifiableSortedMap(byCode);
        groups = List.copyOf(groups);
    }

    /** The place of a card's upper left corner; x grows to the right and y downwards. */
    public record Point(int x, int y) {}

    /**
     * Cards that are framed together.
     *
     * @param name
     *            the name shown to people; the code where nothing else was given
     * @param members
     *            the cards by their codes; none in a group that has just been made
     * @param collapsed
     *            whether one card stands for all of them
     */
    public record Group(String code, String name, List<String> members, boolean collapsed) {

        public Group {
            members = List.copyOf(members);
        }
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.LAYOUT;
    }
}
