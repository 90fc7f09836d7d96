package dev.hermes.workspace.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Policy;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Two levels: memory, and a file behind it. A value is computed where neither has it; two threads that ask at the same
 * time may both compute it, and nobody waits. The file gets new values when {@link #keep} is called, in one transaction.
 * What is wrong with the file costs time and is counted, and never changes or stops a calculation. Thread-safe.
 */
public final class Cache {

    private static final long MEMORY_BYTES = 64 << 20;
    /** Who goes on asking asks again soon; everybody else is given from the file. */
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final long FILE_BYTES = 128 << 20;
    /** A larger value is faster computed again than read by anybody. */
    private static final int LARGEST = 16 << 20;

    private final @Nullable CacheFile file;
    private final com.github.benmanes.caffeine.cache.Cache<CacheKey, Held> memory = Caffeine.newBuilder()
            .maximumWeight(MEMORY_BYTES).weigher((CacheKey key, Held held) -> held.bytes())
            .expireAfterAccess(KEPT).scheduler(Scheduler.systemScheduler()).build();
    private final Map<CacheKey, CachedValue> added = new LinkedHashMap<>();
    private final Set<CacheKey> used = new HashSet<>();
    private final AtomicLong memoryHits = new AtomicLong();
    private final AtomicLong fileHits = new AtomicLong();
    private final AtomicLong misses = new AtomicLong();
    private final AtomicLong damaged = new AtomicLong();
    private final AtomicLong savedNanos = new AtomicLong();

    /** A cache that is opened when it is first asked for. Thread-safe. */
    public static final class Opening {

        private final Path file;
        private final Clock clock;
        private @Nullable Cache opened;

        /** As {@link Cache#open}. */
        public Opening(Path file, Clock clock) {
            this.file = file;
            this.clock = clock;
        }

        public synchronized Cache get() {
            Cache cache = opened;
            if (cache == null) {
                cache = open(file, clock);
                opened = cache;
            }
            return cache;
        }
    }

    /** A value in memory. */
    private record Held(Object value, int bytes, Duration cost) {}

    private Cache(@Nullable CacheFile file) {
        this.file = file;
    }

    /** A cache in memory alone. */
    public static Cache inMemory() {
        return new Cache(null);
    }

    /**
     * A cache with a file behind it, which is made where it is missing or cannot be used.
     *
     * @param clock
     *            tells when values were used last
     */
    public static Cache open(Path file, Clock clock) {
        try {
            return new Cache(CacheFile.open(file, clock, FILE_BYTES));
        } catch (IOException | JdbiException e) {
            // A folder that cannot be written, for one: calculations go on without the file, and the figures say so.
            Cache memoryAlone = new Cache(null);
            memoryAlone.damaged.incrementAndGet();
            return memoryAlone;
        }
    }

    /**
     * The value of a key.
     *
     * @param computing
     *            computes it; what it throws is passed on
     */
    <T> T get(CacheKey key, Notation<T> notation, Supplier<T> computing) {
        Optional<T> known = find(key, notation);
        if (known.isPresent()) {
            return known.get();
        }
        long start = System.nanoTime();
        T computed = computing.get();
        add(key, computed, notation, Duration.ofNanos(System.nanoTime() - start));
        return computed;
    }

    /** The value of a key, where it is known. */
    <T> Optional<T> find(CacheKey key, Notation<T> notation) {
        long begin = System.nanoTime();
        Held held = memory.getIfPresent(key);
        if (held != null) {
            memoryHits.incrementAndGet();
            found(key, held.cost(), begin);
            return Optional.of(notation.type().cast(held.value()));
        }
        Optional<CachedValue> stored = stored(key);
        Optional<T> value = stored.flatMap(bytes -> read(bytes, notation));
        if (value.isPresent()) {
            CachedValue bytes = stored.orElseThrow();
            fileHits.incrementAndGet();
            memory.put(key, new Held(value.get(), bytes.bytes().length, bytes.cost()));
            found(key, bytes.cost(), begin);
            return value;
        }
        misses.incrementAndGet();
        return Optional.empty();
    }

    private void found(CacheKey key, Duration cost, long begin) {
        savedNanos.addAndGet(cost.toNanos() - (System.nanoTime() - begin));
        synchronized (used) {
            used.add(key);
        }
    }

    private Optional<CachedValue> stored(CacheKey key) {
        if (file == null) {
            return Optional.empty();
        }
        try {
            CacheFile.Found found = file.find(key);
            if (found.isDamaged()) {
                damaged.incrementAndGet();
            }
            return found.value();
        } catch (JdbiException e) {
            damaged.incrementAndGet();
            return Optional.empty();
        }
    }

    private <T> Optional<T> read(CachedValue stored, Notation<T> notation) {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(stored.bytes()))))) {
            return Optional.of(notation.read(in));
        } catch (IOException e) {
            damaged.incrementAndGet();
            return Optional.empty();
        }
    }

    /**
     * Remembers what was computed.
     *
     * @param cost
     *            how long that took
     */
    <T> void add(CacheKey key, T value, Notation<T> notation, Duration cost) {
        byte[] bytes = write(value, notation);
        memory.put(key, new Held(value, bytes.length, cost));
        if (file != null && bytes.length <= LARGEST) {
            synchronized (added) {
                added.put(key, new CachedValue(bytes, cost));
            }
        }
    }

    private static <T> byte[] write(T value, Notation<T> notation) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(bytes, fast)))) {
            notation.write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written.", e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /**
     * Writes to the file what was computed since the last time. Where another program is writing, that is left for the next
     * time.
     */
    public void keep() {
        if (file == null) {
            return;
        }
        Map<CacheKey, CachedValue> values;
        Set<CacheKey> keys;
        synchronized (added) {
            values = Map.copyOf(added);
        }
        synchronized (used) {
            keys = Set.copyOf(used);
        }
        if (values.isEmpty() && keys.isEmpty()) {
            return;
        }
        try {
            file.keep(values, keys);
            synchronized (added) {
                added.keySet().removeAll(values.keySet());
            }
            synchronized (used) {
                used.removeAll(keys);
            }
        } catch (JdbiException e) {
            damaged.incrementAndGet();
        }
    }

    /** What the cache was good for since it was opened. */
    public CacheFigures figures() {
        CacheFile.Content content = new CacheFile.Content(0, 0);
        try {
            content = file == null ? content : file.content();
        } catch (JdbiException e) {
            damaged.incrementAndGet();
        }
        memory.cleanUp();
        long bytes = memory.policy().eviction().map(Policy.Eviction::weightedSize)
                .map(size -> size.orElse(0)).orElse(0L);
        return new CacheFigures(memoryHits.get(), fileHits.get(), misses.get(), damaged.get(), bytes, content.values(),
                content.bytes(), Duration.ofNanos(savedNanos.get()));
    }
}
