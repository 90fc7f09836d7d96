package dev.hermes.app.organisation;

import org.jspecify.annotations.Nullable;

/**
 * A line of the table of people.
 *
 * @param change
 *            what became of whoever it is since the day that is compared with; null where nothing did
 */
record Row(Holder holder, @Nullable Change change) {}
