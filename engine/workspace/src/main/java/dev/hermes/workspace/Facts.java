package dev.hermes.workspace;

import dev.hermes.local.FactFiles;
import dev.hermes.model.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The Parquet files with facts, {@code facts/<dataset>/*.parquet}. Which of them are current stands in the database; no
 * file is ever changed, and no name is used twice. Thread-safe.
 */
public final class Facts {

    static final String FOLDER = "facts";

    private static final String ENDING = ".parquet";
    private static final Pattern OUR_NAME = Pattern
            .compile(".+-" + UniqueName.PATTERN + Pattern.quote(ENDING) + "(\\.raw)?(\\.part)?");

    private final WorkspaceDatabase database;
    private final Path folder;
    private final OwnFiles own;

    Facts(WorkspaceDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
        own = new OwnFiles(database, folder, 2, OUR_NAME);
    }

    /**
     * The files that are current.
     *
     * @throws WorkspaceException
     *             where one of them is not there
     */
    public FactFiles current() {
        return database.read(handle -> {
            FactFiles listed = listed(handle);
            listed.files().forEach((dataset, files) -> files.stream().filter(file -> !Files.isRegularFile(file))
                    .findFirst().ifPresent(gone -> {
                        throw new WorkspaceException(
                                Message.of("The file {0} is not there, in which the mapping {1} has brought in facts.",
                                        gone, mappings(handle, dataset).get(gone)),
                                Message.of(
                                        "Maybe bring them in again with this mapping, or restore the file from a "
                                                + "backup."));
                    }));
            return listed;
        });
    }

    /** As {@link #current}, for whoever reads none of them: some may not be there. */
    public FactFiles known() {
        return database.read(this::listed);
    }

    private FactFiles listed(Handle handle) {
        Map<String, List<Path>> files = new TreeMap<>();
        handle.createQuery("SELECT dataset, file FROM intact_fact_files ORDER BY dataset, file")
                .map((row, _) -> Map.entry(row.getString(1), folder.resolve(row.getString(2))))
                .forEach(file -> files.computeIfAbsent(file.getKey(), _ -> new ArrayList<>()).add(file.getValue()));
        return new FactFiles(folder, files);
    }

    Path folder() {
        return folder;
    }

    Path newFile(String dataset, String mapping) throws IOException {
        Path file = Files.createDirectories(folder.resolve(dataset))
                .resolve(mapping + "-" + UniqueName.next() + ENDING);
        own.removeIfUndone(file);
        return file;
    }

    /** As {@link #newFile}, for a file that is never added. */
    Path newTrialFile(String dataset, String mapping) throws IOException {
        return Files.createDirectories(folder.resolve(dataset)).resolve(mapping + "-" + UniqueName.next() + ENDING);
    }

    void add(Handle handle, long importId, String dataset, Path file, long rows) {
        handle.execute("INSERT INTO fact_files (import_id, dataset, file, row_count, sha256) VALUES (?, ?, ?, ?, ?)",
                importId, dataset, name(file), rows, FileSha256.of(file));
    }

    /**
     * Puts a file with fewer rows, or none, in the place of another, and returns how many rows are gone.
     *
     * @param kept
     *            keeps the other one; null where it is not kept
     */
    long replace(Handle handle, String dataset, Path before, @Nullable Path left, long leftRows,
            @Nullable TakenOut kept) {
        record Found(long importId, long rows) {}
        Found found = handle.createQuery("SELECT import_id, row_count FROM intact_fact_files WHERE file = :file")
                .bind("file", name(before)).map((row, _) -> new Found(row.getLong(1), row.getLong(2))).one();
        if (kept != null) {
            kept.files("file = '" + name(before).replace("'", "''") + "'");
            if (left != null) {
                kept.left(name(before), name(left));
            }
        }
        handle.execute("DELETE FROM fact_files WHERE file = ?", name(before));
        if (left != null) {
            add(handle, found.importId(), dataset, left, leftRows);
        }
        return found.rows() - leftRows;
    }

    /** Whether all files of an import are on disk. */
    boolean areThere(Handle handle, long importId) {
        return handle.createQuery("SELECT file FROM intact_fact_files WHERE import_id = :id").bind("id", importId)
                .mapTo(String.class).stream().allMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The mapping that has brought in each of the current files of a dataset. */
    Map<Path, String> mappings(Handle handle, String dataset) {
        Map<Path, String> mappings = new LinkedHashMap<>();
        handle.createQuery("""
                SELECT fact_files.file, mapping
                FROM intact_fact_files AS fact_files JOIN intact_imports AS imports ON imports.id = import_id
                WHERE dataset = :dataset ORDER BY fact_files.file""").bind("dataset", dataset)
                .map((row, _) -> Map.entry(folder.resolve(row.getString(1)), row.getString(2)))
                .forEach(file -> mappings.put(file.getKey(), file.getValue()));
        return mappings;
    }

    /** Removes the files that a replaced or interrupted import has left, but for those that may be put back. */
    void removeLeftovers() throws IOException {
        own.removeLeftovers(handle -> handle
                .createQuery("SELECT file FROM intact_fact_files UNION SELECT file FROM intact_taken_out_files")
                .mapTo(String.class).map(folder::resolve).collect(Collectors.toSet()));
    }
}
