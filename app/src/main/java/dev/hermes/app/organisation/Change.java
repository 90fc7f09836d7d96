package dev.hermes.app.organisation;

import java.util.Locale;

/**
 * What became of somebody between two days.
 *
 * @param before
 *            what was so on the earlier day; empty for those who joined
 */
record Change(Kind kind, String before) {

    enum Kind {
        /** Held nothing on the earlier day. */
        JOINED,
        /** Holds nothing any more. */
        LEFT,
        /** Holds something else than on the earlier day. */
        MOVED,
        /** Holds the same under somebody else. */
        REASSIGNED;

        /** The key of its text, which takes a count. */
        String key() {
            return "organisation.change." + name().toLowerCase(Locale.ROOT);
        }
    }
}
