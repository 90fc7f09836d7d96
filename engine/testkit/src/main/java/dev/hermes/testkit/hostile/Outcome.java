package dev.hermes.testkit.hostile;

import java.util.List;

/** What is to become of a file. */
public sealed interface Outcome {

    /**
     * It is read.
     *
     * @param rows
     *            its rows in their order, the cells of each with {@code |} between them; of documents their subjects
     */
    record Accepted(List<String> rows) implements Outcome {

        public Accepted {
            rows = List.copyOf(rows);
        }
    }

    /**
     * It is refused.
     *
     * @param place
     *            the line or row and the column that are told, such as {@code 3:2}; of a wrong mapping {@code mapping}
     * @param phrase
     *            what is said there
     */
    record Refused(String place, String phrase) implements Outcome {}

    static Outcome accepted(String... rows) {
        return new Accepted(List.of(rows));
    }

    static Outcome refused(String place, String phrase) {
        return new Refused(place, phrase);
    }
}
