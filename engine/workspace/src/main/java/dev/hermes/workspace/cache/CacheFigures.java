package dev.hermes.workspace.cache;

import java.time.Duration;

/**
 * What a cache was good for since it was opened.
 *
 * @param memoryHits
 *            how often a value was found in memory
 * @param fileHits
 *            how often it was found in the file
 * @param misses
 *            how often it had to be computed
 * @param damaged
 *            how many values of the file were not what was written, or could not be read, and were computed again; also
 *            values that the file could not take
 * @param memoryBytes
 *            how many bytes the values in memory have in the file's notation
 * @param fileValues
 *            how many values the file holds, of this and earlier times
 * @param fileBytes
 *            how many bytes these have
 * @param saved
 *            how long it had taken to compute what was found, less how long it took to find it
 */
public record CacheFigures(long memoryHits, long fileHits, long misses, long damaged, long memoryBytes,
        long fileValues, long fileBytes, Duration saved) {}
