package dev.hermes.app.data;

import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Type;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is known of people, assignments, organisations or facts.
 *
 * @param whose
 *            whose it is where it is no fact's
 * @param column
 *            the column of facts that it is; null where it is no fact's
 * @param values
 *            what holds on the day; null for facts, which are looked at one column at a time
 * @param sources
 *            the codes of the sources that bring it in
 * @param uses
 *            where it is used, in order
 */
record Attribute(Id id, String name, Type type, DatedValue.@Nullable Subject whose, Dataset.@Nullable Column column,
        @Nullable AttributeValues values, List<String> sources, List<AttributeUse> uses) {

    Attribute {
        sources = List.copyOf(sources);
        uses = List.copyOf(uses);
    }

    /**
     * What tells attributes apart.
     *
     * @param dataset
     *            the code of the dataset whose column it is; empty for a dated value
     * @param code
     *            the code of the dated value, or the name of the column
     */
    record Id(String dataset, String code) {}

    /** Whether its name or code has a text in it. */
    boolean matches(String lowered) {
        return name.toLowerCase(Locale.ROOT).contains(lowered) || id.code().toLowerCase(Locale.ROOT).contains(lowered);
    }
}
