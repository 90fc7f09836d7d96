package dev.hermes.workspace;

import dev.hermes.model.Mapping.Replaces;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file that a mapping brings in.
 *
 * @param mapping
 *            the mapping's code
 * @param file
 *            what the file is called
 * @param replaces
 *            what goes of what the mapping brought in before
 * @param definition
 *            names what the mapping says of such a file; null where nobody will ask
 * @param sha256
 *            the SHA-256 of the file, asked for once all of it was read; null where nobody knows
 */
public record Delivery(String mapping, String file, Replaces replaces, @Nullable String definition,
        Supplier<@Nullable String> sha256) {

    /** A file that holds all that there is, and of which nothing else is known. */
    public static Delivery whole(String mapping, String file) {
        return new Delivery(mapping, file, new Replaces.Everything(), null, () -> null);
    }
}
