package dev.hermes.app.organisation;

import dev.hermes.model.AssignmentKey;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An assignment that is held on a day, by whom, and between whom.
 *
 * @param name
 *            the person's name; the person where none was brought in
 * @param unit
 *            the name of the organisation
 * @param from
 *            the first day on which it is held without a gap
 * @param to
 *            the day after the last
 * @param superior
 *            the assignment right above; null where nobody is, or it is not known
 * @param above
 *            the name of whoever holds that; empty where nobody is above
 * @param direct
 *            how many assignments are right below
 * @param all
 *            how many are below in all
 * @param sought
 *            what a search looks into: name and key, in small letters
 */
record Holder(AssignmentKey key, String name, String unit, LocalDate from, LocalDate to,
        @Nullable AssignmentKey superior, String above, int direct, int all, String sought) {

    static String sought(AssignmentKey key, String name) {
        return (name + '\n' + key).toLowerCase(Locale.ROOT);
    }

    /** Whether a text in small letters is in the name or the key. */
    boolean matches(String lowered) {
        return sought.contains(lowered);
    }
}
