package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says about a query.
 *
 * @param query
 *            its text, which nobody has looked at yet
 * @param zone
 *            the zone in which points in time are read; null where they are not
 * @param mostRows
 *            how many rows it may have
 * @param longest
 *            how long the database may take for it
 */
record QueryOptions(String query, @Nullable ZoneId zone, long mostRows, Duration longest) {

    static final String QUERY = "query";
    private static final String ZONE = "zone";
    private static final String ROWS = "rows";
    private static final String MINUTES = "minutes";

    private static final long ROWS_UNLESS_GIVEN = 20_000_000;
    private static final long MINUTES_UNLESS_GIVEN = 30;
    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,8}");

    static List<AdapterOption> described() {
        return List.of(
                new AdapterOption(QUERY,
                        "The SELECT whose rows are read. With ORDER BY a row keeps its number, by which "
                                + "findings and rejected rows name it."),
                new AdapterOption(ZONE, "The time zone, such as Europe/Berlin, in which points in time are read; they "
                        + "are refused unless it is given."),
                new AdapterOption(ROWS, "How many rows there may be; " + ROWS_UNLESS_GIVEN + " unless given."),
                new AdapterOption(MINUTES, "How long the database may take; " + MINUTES_UNLESS_GIVEN
                        + " unless given."));
    }

    static QueryOptions of(Map<String, String> given) throws AdapterOptionException {
        String query = given.get(QUERY);
        if (query == null) {
            throw new AdapterOptionException(QUERY, Message.of("The query is missing. Maybe query: select … from … "
                    + "order by …."));
        }
        return new QueryOptions(query, zone(given.get(ZONE)), whole(ROWS, given.get(ROWS), ROWS_UNLESS_GIVEN),
                Duration.ofMinutes(whole(MINUTES, given.get(MINUTES), MINUTES_UNLESS_GIVEN)));
    }

    private static @Nullable ZoneId zone(@Nullable String text) throws AdapterOptionException {
        // Only names: databases read +02:00 as the east or the west.
        if (text != null && !ZoneId.getAvailableZoneIds().contains(text)) {
            throw new AdapterOptionException(ZONE, Message.of("'{0}' is no name of a time zone. Maybe it has a "
                    + "typing error: Europe/Berlin, Asia/Shanghai, UTC.", text));
        }
        return text == null ? null : ZoneId.of(text);
    }

    private static long whole(String option, @Nullable String text, long otherwise) throws AdapterOptionException {
        if (text == null) {
            return otherwise;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw new AdapterOptionException(option, Message.of("'{0}' must be a whole number from 1 to 999999999. "
                    + "Maybe write digits alone.", text));
        }
        return Long.parseLong(text);
    }
}
