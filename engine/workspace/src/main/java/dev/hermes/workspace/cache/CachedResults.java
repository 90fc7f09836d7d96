package dev.hermes.workspace.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was made of calculations, remembered by what was asked and by all that it was calculated from. Thread-safe.
 *
 * @param <T>
 *            a record of texts, numbers, days, columns, lists, sets, maps and records
 */
public final class CachedResults<T extends Record> {

    private final Notation<T> notation;
    private final Cache cache;

    /**
     * Results of one type.
     *
     * @throws IllegalArgumentException
     *             where something in the type cannot be written
     */
    public CachedResults(Class<T> type, Cache cache) {
        notation = Notation.of(type);
        this.cache = cache;
    }

    /**
     * What was made before, if it is remembered.
     *
     * @param question
     *            what was asked: texts, records, and lists, sets and maps of those
     * @param version
     *            names the state of all that the answer is made from
     */
    public Optional<T> find(List<?> question, String version) {
        return cache.find(key(question, version), notation);
    }

    /**
     * Remembers what was made.
     *
     * @param cost
     *            how long that took
     */
    public void add(List<?> question, String version, T result, Duration cost) {
        cache.add(key(question, version), result, notation, cost);
        cache.keep();
    }

    private CacheKey key(List<?> question, String version) {
        return new CacheKey(notation.kind(), ContentDigest.of(question), version);
    }
}
