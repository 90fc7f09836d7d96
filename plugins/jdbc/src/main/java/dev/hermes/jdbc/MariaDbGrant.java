package dev.hermes.jdbc;

import dev.hermes.model.Message;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A line of SHOW GRANTS, which may hold the hash of a password and is therefore never shown as it is. */
final class MariaDbGrant {

    private static final Set<String> READING = Set.of("USAGE", "SELECT", "SHOW VIEW", "SHOW DATABASES");
    private static final Pattern GRANT = Pattern.compile("GRANT (.+?) ON (\\S+) TO .*");
    private static final Pattern OF_COLUMNS = Pattern.compile("\\([^)]*\\)");

    private MariaDbGrant() {}

    /** What the line grants besides to select; null for nothing. */
    static @Nullable Message moreThanSelect(String line) {
        Matcher grant = GRANT.matcher(line);
        if (!grant.matches()) {
            return Message.of("it has a role, whose rights are not looked at");
        }
        for (String right : OF_COLUMNS.matcher(grant.group(1)).replaceAll("").split(",")) {
            if (!READING.contains(right.strip().toUpperCase(Locale.ROOT))) {
                return Message.of("it has the right {0} on {1}", right.strip(), grant.group(2));
            }
        }
        return line.toUpperCase(Locale.ROOT).contains(" WITH GRANT OPTION")
                ? Message.of("it may grant its rights on {0}", grant.group(2))
                : null;
    }
}
