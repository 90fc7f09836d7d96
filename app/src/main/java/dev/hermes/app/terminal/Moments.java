package dev.hermes.app.terminal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people on this computer read them. */
public final class Moments {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private Moments() {}

    /** {@code 2026-11-21 09:30}, by the clock of this computer. */
    public static String text(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.systemDefault()));
    }
}
