package dev.hermes.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a workspace is to do again and again.
 *
 * @param name
 *            no other schedule of the workspace has it
 * @param kind
 *            the kind of its tasks
 * @param title
 *            what they do, for people
 * @param payload
 *            what they need to know, as JSON
 * @param next
 *            when the next one is queued
 * @param lastTask
 *            the number of the last one; null where there was none
 */
public record Schedule(String name, String kind, String title, String payload, Recurrence recurrence, Instant next,
        @Nullable Long lastTask) {}
