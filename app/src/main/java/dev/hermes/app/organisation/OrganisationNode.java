package dev.hermes.app.organisation;

import java.util.List;

/**
 * An organisation on a day.
 *
 * @param level
 *            its level; empty where it has none
 * @param below
 *            the organisations right below, by name
 * @param positions
 *            the positions that are held in it, in their order
 * @param own
 *            how many assignments are held in it
 * @param all
 *            how many are held in it and below
 */
record OrganisationNode(String code, String name, String level, List<OrganisationNode> below, List<Held> positions,
        int own, int all) {

    /** A position, and how many hold it. */
    record Held(String position, int count) {}

    OrganisationNode {
        below = List.copyOf(below);
        positions = List.copyOf(positions);
    }
}
