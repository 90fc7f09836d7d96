package dev.hermes.workspace;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** When something is to be done again and again. Immutable. */
public sealed interface Recurrence {

    /** The first occasion after a moment. */
    Instant next(Instant after);

    /** As people write it: {@code daily 05:30 Europe/Berlin}, {@code every 10 minutes}. */
    String text();

    /**
     * Once a day.
     *
     * @param time
     *            by the clocks of the zone. Where they pass over it, it is as much later as they are put forward; where
     *            they show it twice, it is the first time
     */
    record Daily(LocalTime time, ZoneId zone) implements Recurrence {

        @Override
        public Instant next(Instant after) {
            LocalDate day = after.atZone(zone).toLocalDate();
            while (true) {
                Instant occasion = ZonedDateTime.of(day, time, zone).toInstant();
                if (occasion.isAfter(after)) {
                    return occasion;
                }
                day = day.plusDays(1);
            }
        }

        @Override
        public String text() {
            return "daily " + time + " " + zone;
        }
    }

    /**
     * So often, at full multiples of the time since 1970: every ten minutes is at 12:00, 12:10 and so on.
     *
     * @param minutes
     *            1 or more
     */
    record Every(int minutes) implements Recurrence {

        public Every {
            if (minutes < 1) {
                throw new IllegalArgumentException("The minutes (" + minutes + ") between occasions must be positive.");
            }
        }

        @Override
        public Instant next(Instant after) {
            long length = Duration.ofMinutes(minutes).toMillis();
            return Instant.ofEpochMilli((Math.floorDiv(after.toEpochMilli(), length) + 1) * length);
        }

        @Override
        public String text() {
            return "every " + minutes + " minutes";
        }
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException
     *             where it is something else
     */
    static Recurrence parse(String text) {
        String[] words = text.split(" ", -1);
        try {
            if (words.length == 3 && words[0].equals("daily")) {
                return new Daily(LocalTime.parse(words[1]), ZoneId.of(words[2]));
            }
            if (words.length == 3 && words[0].equals("every") && words[2].equals("minutes")) {
                return new Every(Integer.parseInt(words[1]));
            }
        } catch (DateTimeException | NumberFormatException wrong) {
            throw unreadable(text, wrong);
        }
        throw unreadable(text, null);
    }

    private static IllegalArgumentException unreadable(String text,
            @Nullable Exception cause) {
        return new IllegalArgumentException("\"" + text + "\" does not say when something is to be done. "
                + "Maybe \"daily 05:30 Europe/Berlin\" or \"every 10 minutes\".", cause);
    }
}
