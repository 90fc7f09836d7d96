package dev.hermes.local;

import java.time.Duration;

/**
 * What reading facts may cost.
 *
 * @param memory
 *            bytes that the database may hold in memory; what does not fit goes to a temporary folder
 * @param threads
 *            how many threads one statement may use
 * @param queryTime
 *            how long the SQL of an indicator may run
 * @param queryRows
 *            how many rows it may return
 */
public record Limits(long memory, int threads, Duration queryTime, long queryRows) {

    private static final long LEAST_MEMORY = 64L << 20;

    public Limits {
        requirePositive("memory", memory);
        if (memory < LEAST_MEMORY) {
            throw new IllegalArgumentException("The memory (" + memory + ") of the limits must be at least "
                    + LEAST_MEMORY + " bytes.\nMaybe it was meant in megabytes.");
        }
        requirePositive("threads", threads);
        requirePositive("queryTime", queryTime.toMillis());
        requirePositive("queryRows", queryRows);
    }

    /** 1 GB, a thread for each processor, a minute and 5,000,000 rows. */
    public static Limits standard() {
        return new Limits(1L << 30, Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(60), 5_000_000);
    }

    public Limits withMemory(long bytes) {
        return new Limits(bytes, threads, queryTime, queryRows);
    }

    public Limits withThreads(int count) {
        return new Limits(memory, count, queryTime, queryRows);
    }

    public Limits withQueryTime(Duration time) {
        return new Limits(memory, threads, time, queryRows);
    }

    public Limits withQueryRows(long rows) {
        return new Limits(memory, threads, queryTime, rows);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("The " + name + " (" + value + ") of the limits must be positive.");
        }
    }
}
