package dev.hermes.workspace.cache;

import dev.hermes.digest.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The second level: a SQLite file beside the workspace's database, which is backed up, examined and waited for without
 * it. Losing it costs time and nothing else, so a power cut may take the last values, and a file that cannot be used is
 * made anew. Thread-safe; several programs may use one file.
 */
final class CacheFile {

    /** Raised whenever what the file holds would be read otherwise. */
    private static final int VERSION = 2;

    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration OLDEST = Duration.ofDays(62);

    private final Path file;
    private final Clock clock;
    private final long mostBytes;
    private final Jdbi jdbi;

    private CacheFile(Path file, Clock clock, long mostBytes) {
        this.file = file;
        this.clock = clock;
        this.mostBytes = mostBytes;
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toUri());
        jdbi = Jdbi.create(source);
    }

    /**
     * Opens the file, and makes it where it is missing, of another version or none of SQLite's.
     *
     * @param mostBytes
     *            how many bytes of values are kept; those not used for longest go first
     * @throws JdbiException
     *             where there can be none
     */
    static CacheFile open(Path file, Clock clock, long mostBytes) throws IOException {
        CacheFile opened = new CacheFile(file, clock, mostBytes);
        try {
            opened.prepare();
        } catch (JdbiException e) {
            if (!isBroken(e)) {
                throw e;
            }
            for (String ending : new String[] {"", "-wal", "-shm"}) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
            }
            opened.prepare();
        }
        return opened;
    }

    private static boolean isBroken(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return sqlite.getResultCode() == SQLiteErrorCode.SQLITE_NOTADB
                        || sqlite.getResultCode() == SQLiteErrorCode.SQLITE_CORRUPT;
            }
        }
        return false;
    }

    private void prepare() {
        jdbi.useTransaction(handle -> {
            int version = handle.createQuery("PRAGMA user_version").mapTo(int.class).one();
            if (version != VERSION) {
                handle.execute("DROP TABLE IF EXISTS cached_values");
                handle.execute("""
                        CREATE TABLE cached_values (
                            kind    TEXT NOT NULL,
                            content TEXT NOT NULL,
                            version TEXT NOT NULL,
                            bytes   BLOB NOT NULL,
                            size    INTEGER NOT NULL,
                            micros  INTEGER NOT NULL,
                            used_at INTEGER NOT NULL,
                            hash    TEXT NOT NULL,
                            PRIMARY KEY (kind, content, version)
                        ) STRICT""");
                handle.execute("PRAGMA user_version = " + VERSION);
            }
        });
    }

    /** What was found of a key. */
    record Found(Optional<CachedValue> value, boolean isDamaged) {}

    Found find(CacheKey key) {
        record Row(byte[] bytes, long micros, String hash) {}
        Optional<Row> row = jdbi.withHandle(handle -> handle.createQuery("""
                SELECT bytes, micros, hash FROM cached_values
                WHERE kind = :kind AND content = :content AND version = :version""")
                .bind("kind", key.kind()).bind("content", key.content()).bind("version", key.version())
                .map((found, _) -> new Row(found.getBytes(1), found.getLong(2), found.getString(3))).findOne());
        if (row.isEmpty()) {
            return new Found(Optional.empty(), false);
        }
        CachedValue value = new CachedValue(row.get().bytes(), Duration.ofNanos(row.get().micros() * 1_000));
        boolean isIntact = hash(key, value).equals(row.get().hash());
        return new Found(isIntact ? Optional.of(value) : Optional.empty(), !isIntact);
    }

    /**
     * Keeps new values, notes which ones were used, and removes those that are too old or too many.
     *
     * @throws JdbiException
     *             where another program goes on writing, for one; then nothing was kept
     */
    void keep(Map<CacheKey, CachedValue> added, Collection<CacheKey> used) {
        long now = clock.millis();
        jdbi.useHandle(handle -> {
            handle.execute("BEGIN IMMEDIATE");
            try {
                added.forEach((key, value) -> insert(handle, key, value, now));
                for (CacheKey key : used) {
                    handle.execute("""
                            UPDATE cached_values SET used_at = ? WHERE kind = ? AND content = ? AND version = ?""", now,
                            key.kind(), key.content(), key.version());
                }
                handle.execute("DELETE FROM cached_values WHERE used_at < ?", now - OLDEST.toMillis());
                handle.execute("""
                        DELETE FROM cached_values WHERE rowid IN (SELECT rowid FROM (
                            SELECT rowid, sum(size) OVER (ORDER BY used_at DESC, rowid DESC) AS total FROM cached_values)
                            WHERE total > ?)""", mostBytes);
                handle.execute("COMMIT");
            } catch (JdbiException e) {
                handle.execute("ROLLBACK");
                throw e;
            }
        });
    }

    private static void insert(Handle handle, CacheKey key, CachedValue value, long now) {
        handle.execute("""
                INSERT OR REPLACE INTO cached_values (kind, content, version, bytes, size, micros, used_at, hash)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", key.kind(), key.content(), key.version(), value.bytes(),
                value.bytes().length, value.cost().toNanos() / 1_000, now, hash(key, value));
    }

    /** How many values there are, and how many bytes they have. */
    record Content(long values, long bytes) {}

    Content content() {
        return jdbi
                .withHandle(handle -> handle.createQuery("SELECT count(*), coalesce(sum(size), 0) FROM cached_values")
                        .map((row, _) -> new Content(row.getLong(1), row.getLong(2))).one());
    }

    @Override
    public String toString() {
        return file.toString();
    }

    /** Of the key too: a value must not turn up under another one. */
    private static String hash(CacheKey key, CachedValue value) {
        return ContentDigest.of(key.kind(), key.content(), key.version(), Sha256.of(value.bytes()));
    }
}
