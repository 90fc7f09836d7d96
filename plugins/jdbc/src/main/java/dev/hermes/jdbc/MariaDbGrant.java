package dev.hermes.jdbc;

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
    static @Nullable String moreThanSelect(String line) {
        Matcher grant = GRANT.matcher(line);
        if (!grant.matches()) {
            return "it has a role, whose rights are not looked at";
        }
        for (String right : OF_COLUMNS.matcher(grant.group(1)).replaceAll("").split(",")) {
            if (!READING.contains(right.strip().toUpperCase(Locale.ROOT))) {
                return "it has the right " + right.strip() + " on " + grant.group(2);
            }
        }
        return line.toUpperCase(Locale.ROOT).contains(" WITH GRANT OPTION")
                ? "it may grant its rights on " + grant.group(2)
                : null;
    }
}
