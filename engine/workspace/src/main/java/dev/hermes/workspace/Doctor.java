package dev.hermes.workspace;

import dev.hermes.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Looks for damage in a workspace and names it: pages that SQLite cannot read, rows that are not what was written, rows
 * that are gone, and files of facts that are gone or changed. Changes nothing.
 */
final class Doctor {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 100;

    /** Whose rows must be as many as is said: how it is called, how many are said, and how many there are. */
    private static final List<String> COUNTS = List.of("""
            SELECT 'the import of the mapping ' || mapping, row_count, %s FROM imports"""
            .formatted(RowTable.count("imports.id")), """
            SELECT 'run ' || id, payout_count, (SELECT count(*) FROM payouts WHERE run_id = runs.id) FROM runs""");

    /** What is numbered without gaps: the numbers that are missing. */
    private static final Map<String, String> NUMBERED = Map.of("operation", gaps("operations", "number"), "run",
            gaps("runs", "id"), "closing", gaps("closings", "number"), "revision", """
                    SELECT kind || ' ' || code || ' ' || (number - 1) FROM revisions AS later
                    WHERE number > 1 AND base IS NOT NULL AND NOT EXISTS (SELECT 1 FROM revisions
                        WHERE kind = later.kind AND code = later.code AND number = later.number - 1)""",
            "current revision of the document", """
                    SELECT DISTINCT kind || ' ' || code FROM revisions WHERE NOT EXISTS (SELECT 1 FROM current_documents
                        WHERE kind = revisions.kind AND code = revisions.code)""");

    private final @Nullable Path home;
    private final List<String> damages = new ArrayList<>();

    private Doctor(@Nullable Path home) {
        this.home = home;
    }

    /**
     * Examines a database and the files that it names.
     *
     * @param home
     *            the folder of the workspace with these files; null: they are left out
     * @return what is damaged, in words; at most a hundred of a kind; empty where nothing is
     */
    static List<String> examine(Path database, @Nullable Path home) {
        Doctor doctor = new Doctor(home);
        try (Handle handle = Jdbi.open(new WorkspaceDataSource(database, PATIENCE))) {
            doctor.examine(handle);
        } catch (JdbiException e) {
            doctor.damages.add("The database cannot be opened: " + reason(e));
        }
        return doctor.damages;
    }

    private void examine(Handle handle) {
        attempt("The database", () -> handle.createQuery("PRAGMA integrity_check(" + MOST + ")").mapTo(String.class)
                .filter(line -> !line.equals("ok")).forEach(line -> damages.add("The database: " + line)));
        attempt("The schema", () -> examineSchema(handle));
        List<String> tables = new ArrayList<>();
        attempt("The list of tables", () -> handle.createQuery("""
                SELECT name FROM sqlite_schema
                WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'flyway_schema_history' ORDER BY name""")
                .mapTo(String.class).forEach(tables::add));
        tables.forEach(table -> attempt("The table " + table, () -> examineRows(handle, table)));
        attempt("The references between tables", () -> handle.createQuery("PRAGMA foreign_key_check")
                .map((row, _) -> row.getString(1) + " refers to a row of " + row.getString(3) + " that is gone")
                .stream().distinct().limit(MOST).forEach(line -> damages.add("A row of " + line + ".")));
        COUNTS.forEach(sql -> attempt("What is said of rows", () -> examineCounts(handle, sql)));
        NUMBERED.forEach((what, sql) -> attempt("The " + what, () -> handle.createQuery(sql).mapTo(String.class)
                .stream().limit(MOST).forEach(name -> damages.add("The " + what + " " + name + " is gone."))));
        if (home != null) {
            attempt("The files of facts", () -> examineFiles(handle, home.resolve(Facts.FOLDER), FACT_FILES));
            if (tables.contains("taken_out_files")) {
                attempt("The files of replaced facts",
                        () -> examineFiles(handle, home.resolve(Facts.FOLDER), TAKEN_OUT_FILES));
            }
            if (tables.contains("reject_files")) {
                attempt("The files of rejected rows",
                        () -> examineFiles(handle, home.resolve(KeptRejects.FOLDER), REJECT_FILES));
            }
        }
    }

    /** Does what may meet damage that SQLite itself refuses to read. */
    private void attempt(String what, Runnable examination) {
        try {
            examination.run();
        } catch (JdbiException e) {
            damages.add(what + " cannot be read: " + reason(e) + ".");
        }
    }

    private void examineCounts(Handle handle, String sql) {
        handle.createQuery(sql).map((row, _) -> row.getLong(2) == row.getLong(3)
                ? ""
                : "Of " + row.getString(1) + " there are " + row.getLong(3) + " rows instead of " + row.getLong(2)
                        + ".")
                .stream().filter(damage -> !damage.isEmpty()).limit(MOST).forEach(damages::add);
    }

    private void examineSchema(Handle handle) {
        Map<String, String> is = schema(handle);
        // A backup may be of an earlier version.
        int version = handle.createQuery("PRAGMA user_version").mapTo(int.class).one();
        Expected.of(version).forEach((name, sql) -> {
            if (!sql.equals(is.get(name))) {
                damages.add("The definition of " + name + " is not what was written.");
            }
        });
    }

    /** The schemas of new databases, which take a moment to make. */
    private static final class Expected {

        private static final Map<Integer, Map<String, String>> SCHEMAS = new ConcurrentHashMap<>();

        static Map<String, String> of(int version) {
            return SCHEMAS.computeIfAbsent(
                    Math.clamp(version, WorkspaceDatabase.OLDEST_VERSION, WorkspaceDatabase.NEWEST_VERSION),
                    Expected::read);
        }

        private static Map<String, String> read(int version) {
            try {
                Path fresh = Files.createTempDirectory("hermes-schema").resolve("workspace.db");
                try {
                    WorkspaceDatabase.create(fresh, PATIENCE, version);
                    try (Handle handle = Jdbi.open(new WorkspaceDataSource(fresh, PATIENCE))) {
                        return schema(handle);
                    }
                } finally {
                    Backups.removeDatabase(fresh);
                    Files.deleteIfExists(fresh.getParent());
                }
            } catch (IOException e) {
                throw WorkspaceException.of(Message.of("A temporary file cannot be made"), e);
            }
        }
    }

    private static Map<String, String> schema(Handle handle) {
        return handle.createQuery("SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'flyway%'")
                .reduceRows(new TreeMap<>(), (schema, row) -> {
                    schema.put(row.getColumn(1, String.class), row.getColumn(2, String.class));
                    return schema;
                });
    }

    private void examineRows(Handle handle, String table) {
        List<String> keys = handle.createQuery("SELECT name FROM pragma_table_info(:table) WHERE pk > 0 ORDER BY pk")
                .bind("table", table).mapTo(String.class).list();
        String name = keys.stream().map(key -> "'" + key + " ' || " + key).collect(Collectors.joining(" || ', ' || "));
        handle.createQuery("SELECT " + name + " FROM " + table + " NOT INDEXED WHERE intact IS NOT 1 LIMIT " + MOST)
                .mapTo(String.class)
                .forEach(row -> damages.add("The row " + row + " of " + table + " is not what was written."));
    }

    /** Files of one kind: which they are with their mappings and hashes, what they are called, what helps. */
    private record Kind(String sql, String called, String remedy) {}

    private static final Kind FACT_FILES = new Kind("""
            SELECT fact_files.file, mapping, fact_files.sha256 FROM fact_files JOIN imports ON imports.id = import_id
            ORDER BY fact_files.file""", "facts", "import it again (--again) with the mapping ");

    private static final Kind TAKEN_OUT_FILES = new Kind("""
            SELECT taken_out_files.file, mapping, taken_out_files.sha256 FROM taken_out_files
            JOIN imports ON imports.id = by_import ORDER BY taken_out_files.file""", "replaced facts",
            "restore it, or do without taking back the last import of the mapping ");

    private static final Kind REJECT_FILES = new Kind("""
            SELECT reject_files.file, mapping, reject_files.sha256 FROM reject_files
            JOIN imports ON imports.id = import_id ORDER BY import_id""", "rejected rows",
            "look for them in the file of the mapping ");

    private void examineFiles(Handle handle, Path folder, Kind kind) {
        record Known(String file, String mapping, String sha256) {}
        List<Known> files = handle.createQuery(kind.sql())
                .map((row, _) -> new Known(row.getString(1), row.getString(2), row.getString(3))).list();
        for (Known file : files) {
            Path path = folder.resolve(file.file());
            String damage = !Files.isRegularFile(path)
                    ? "gone"
                    : FileSha256.of(path).equals(file.sha256()) ? null : "not what was written";
            if (damage != null) {
                damages.add("The file of " + kind.called() + " " + path + " is " + damage + ". Maybe " + kind.remedy()
                        + file.mapping() + ".");
            }
        }
    }

    private static String reason(JdbiException problem) {
        return String.valueOf(WorkspaceDatabase.rootOf(problem).getMessage());
    }

    private static String gaps(String table, String number) {
        return "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers, sqlite_sequence "
                + "WHERE name = '" + table + "' AND n < seq) SELECT n FROM numbers, sqlite_sequence WHERE name = '"
                + table + "' AND n <= seq AND n NOT IN (SELECT " + number + " FROM " + table + ")";
    }
}
