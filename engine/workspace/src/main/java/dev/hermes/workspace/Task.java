package dev.hermes.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Something that a workspace is to do, is doing or has done.
 *
 * @param number
 *            counts them, from 1
 * @param kind
 *            a word that says who can do it
 * @param title
 *            what it does, for people
 * @param payload
 *            what it needs to know, as JSON
 * @param after
 *            the numbers of the tasks that must be done before
 * @param author
 *            who wanted it
 * @param due
 *            not before
 * @param attempts
 *            how often it was begun since it was queued or was to run again; that a program was closed in an orderly way
 *            does not count
 * @param changed
 *            when its state became what it is
 * @param outcome
 *            what was done, or why it was not; empty where there is nothing to say
 */
public record Task(long number, String kind, String title, String payload, List<Long> after, String author,
        Instant queued, State state, Instant due, int attempts, Instant changed, String outcome) {

    /** What a task is about to become. */
    public enum State {
        /** It will be done when it is due and those before it are done. */
        WAITING,
        /** A program is at it. */
        RUNNING,
        /** Its effect is there. */
        DONE,
        /** It is given up; nothing of it is there. Somebody may mend what is wrong and have it run again. */
        FAILED,
        /** Somebody did not want it any more; nothing of it is there. */
        CANCELLED;

        /** How the state is called in the workspace and for people. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** Whether the task is over and will not come back by itself. */
        public boolean isOver() {
            return this == DONE || this == CANCELLED;
        }
    }

    public Task {
        after = List.copyOf(after);
    }

    /**
     * A program's right to say what comes of a task, which nobody else has until it is given back or the program is gone.
     *
     * @param task
     *            as it is while it runs
     * @param token
     *            no other claim has it
     */
    public record Claim(Task task, String token) {}
}
