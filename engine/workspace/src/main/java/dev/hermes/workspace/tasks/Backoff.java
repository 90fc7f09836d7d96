package dev.hermes.workspace.tasks;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and when a task is tried again: after twice as long each time, and not all at the same moment. Immutable.
 *
 * @param first
 *            how long after the first failure, at most; at least half of that
 * @param longest
 *            how long after any failure, at most
 * @param attempts
 *            how often a task is tried in all before it is given up, 1 or more
 */
public record Backoff(Duration first, Duration longest, int attempts) {

    /** Five attempts within two and a half minutes at most. */
    public static final Backoff STANDARD = new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(10), 5);

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "The first delay (" + first + ") must be positive and at most the longest ("
                            + longest + ").");
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("The number of attempts (" + attempts + ") must be positive.");
        }
    }

    /** Whether a task is given up that has failed so often. */
    boolean isUsedUp(int failures) {
        return failures >= attempts;
    }

    /**
     * How long to wait after a failure: between half and all of the first delay, doubled for each failure before.
     *
     * @param failures
     *            how often the task has failed, from 1
     */
    Duration delay(int failures, RandomGenerator random) {
        double whole = Math.min((double) longest.toMillis(), first.toMillis() * Math.pow(2, failures - 1));
        return Duration.ofMillis(Math.round(whole * (0.5 + 0.5 * random.nextDouble())));
    }
}
