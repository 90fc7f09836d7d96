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
 * @param from
 *            the first day on which it is held without a gap
 * @param to
 *            the day after the last
 * @param superior
 *            the assignment right above; null where nobody is, or it is not known
 * @param direct
 *            how many assignments are right below
 * @param all
 *            how many are below in all
 */
record Holder(AssignmentKey key, String name, LocalDate from, LocalDate to, @Nullable AssignmentKey superior,
        int direct, int all) {

    /** Whether a text is in the name or the key. */
    boolean matches(String lowered) {
        return name.toLowerCase(Locale.ROOT).contains(lowered)
                || key.toString().toLowerCase(Locale.ROOT).contains(lowered);
    }
}
