package dev.hermes.model;

import java.util.List;

/**
 * Whose figures an indicator holds: the payee's own, or those of the people below. Subordinates are strictly below; the
 * levels of {@link Reach#LEVELS} are levels of organisations, as the organisation's rows name them.
 */
public record Scope(Reach reach, List<String> levels) {

    public enum Reach {
        OWN, DIRECT_SUBORDINATES, SUBORDINATES, LEVELS
    }

    public static final Scope OWN = new Scope(Reach.OWN, List.of());
    public static final Scope DIRECT_SUBORDINATES = new Scope(Reach.DIRECT_SUBORDINATES, List.of());
    public static final Scope SUBORDINATES = new Scope(Reach.SUBORDINATES, List.of());

    public Scope {
        levels = List.copyOf(levels);
        if ((reach == Reach.LEVELS) == levels.isEmpty()) {
            throw new IllegalArgumentException("Levels are named where, and only where, the scope is of levels.");
        }
    }

    /** The subordinates whose organisation is of one of these levels. */
    public static Scope ofLevels(List<String> levels) {
        return new Scope(Reach.LEVELS, levels);
    }

    public boolean isOwn() {
        return reach == Reach.OWN;
    }
}
