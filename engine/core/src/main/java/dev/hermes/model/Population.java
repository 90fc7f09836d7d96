package dev.hermes.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is assessed: assignments that match {@code include}, fulfil the condition, and do not match {@code exclude}. In
 * {@code include} lists of different fields narrow each other (these positions in those organisations) and an empty
 * list does not narrow; in {@code exclude} any entry of any list excludes.
 */
public record Population(String code, String name, Selection include, @Nullable Formula condition,
        Selection exclude) implements Document {

    /**
     * Assignments by what their key names.
     *
     * @param organisations
     *            each with everything below it, as of the last day on which the assignment holds in the period
     * @param assignments
     *            keys in text form
     */
    public record Selection(List<String> organisations, List<String> positions, List<String> persons,
            List<String> assignments) {

        public static final Selection NONE = new Selection(List.of(), List.of(), List.of(), List.of());

        public Selection {
            organisations = List.copyOf(organisations);
            positions = List.copyOf(positions);
            persons = List.copyOf(persons);
            assignments = List.copyOf(assignments);
        }

        public boolean isEmpty() {
            return organisations.isEmpty() && positions.isEmpty() && persons.isEmpty() && assignments.isEmpty();
        }
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.POPULATION;
    }
}
