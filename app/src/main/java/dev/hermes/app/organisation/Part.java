package dev.hermes.app.organisation;

import dev.hermes.model.AssignmentKey;
import org.jspecify.annotations.Nullable;

/** A part of the people that are there on a day. Immutable. */
sealed interface Part {

    /**
     * Who is in an organisation.
     *
     * @param position
     *            those who hold a position right there; null for all who are there or below
     */
    record Unit(String organisation, @Nullable String position) implements Part {}

    /**
     * Who is below an assignment.
     *
     * @param all
     *            whether those are meant who are below in any way, and not only right below
     */
    record Below(AssignmentKey superior, boolean all) implements Part {}
}
