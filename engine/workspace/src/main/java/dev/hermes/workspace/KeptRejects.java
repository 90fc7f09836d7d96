package dev.hermes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What imports have rejected: the reasons, and the rows themselves in {@code rejects/<import>-....csv}. No file is ever
 * changed, and no name is used twice. Thread-safe.
 */
final class KeptRejects {

    static final String FOLDER = "rejects";

    /** Of each mapping the files of so many imports are kept, the latest ones; reasons are kept of all. */
    private static final int MOST_FILES = 20;
    private static final String ENDING = ".csv";
    private static final Pattern OUR_NAME = Pattern
            .compile("\\d+-" + UniqueName.PATTERN + Pattern.quote(ENDING));

    private final Path folder;
    private final OwnFiles files;

    /** @param folder that of the files */
    KeptRejects(WorkspaceDatabase database, Path folder) {
        this.folder = folder;
        files = new OwnFiles(database, folder, 1, OUR_NAME);
    }

    /** The path of a file for rows that an import rejects: its folder exists, the file does not. */
    Path newFile(long importId) throws IOException {
        Path file = Files.createDirectories(folder).resolve(importId + "-" + UniqueName.next() + ENDING);
        files.removeIfUndone(file);
        return file;
    }

    /**
     * What an import has rejected, as it is told once all of it was read.
     *
     * @param file
     *            the rows, in a file that {@link #newFile} named; null where there are none
     * @param rows
     *            how many of them are in the file
     */
    record Told(List<RejectReason> reasons, @Nullable Path file, long rows) {

        static final Told NOTHING = new Told(List.of(), null, 0);
    }

    /** Notes what an import has rejected in the place of what was noted before; what the reasons lack nobody knows. */
    void note(Handle handle, long importId, Told told) {
        handle.execute("DELETE FROM reject_reasons WHERE import_id = ?", importId);
        long rejected = handle.createQuery("SELECT rejected_count FROM intact_imports WHERE id = :id")
                .bind("id", importId).mapTo(long.class).one();
        Map<String, Long> counts = new HashMap<>();
        told.reasons()
                .forEach(reason -> counts.merge(MessageNotation.write(reason.message()), reason.rows(), Long::sum));
        long unknown = rejected - counts.values().stream().mapToLong(Long::longValue).sum();
        if (unknown > 0) {
            counts.merge(MessageNotation.write(RejectReason.OTHERS), unknown, Long::sum);
        }
        counts.forEach((reason, rows) -> handle.execute(
                "INSERT INTO reject_reasons (import_id, reason, row_count) VALUES (?, ?, ?)", importId, reason, rows));
        handle.execute("DELETE FROM reject_files WHERE import_id = ?", importId);
        if (told.file() != null) {
            handle.execute("INSERT INTO reject_files (import_id, file, row_count, sha256) VALUES (?, ?, ?, ?)",
                    importId, told.file().getFileName().toString(), told.rows(), FileSha256.of(told.file()));
            handle.execute("""
                    DELETE FROM reject_files WHERE import_id IN (
                        SELECT import_id FROM reject_files JOIN imports ON imports.id = import_id
                        WHERE mapping = (SELECT mapping FROM imports WHERE id = ?)
                        ORDER BY import_id DESC LIMIT -1 OFFSET ?)""", importId, MOST_FILES);
        }
    }

    /** The file with the rejected rows of an import; empty where none is kept. */
    Optional<Path> file(Handle handle, long importId) {
        return handle.createQuery("SELECT file FROM intact_reject_files WHERE import_id = :id").bind("id", importId)
                .mapTo(String.class).findOne().map(folder::resolve);
    }

    /** What imports have rejected, by their numbers; the reasons of each by how many rows they have. */
    Map<Long, Imports.Rejected> all(Handle handle) {
        Map<Long, List<RejectReason>> reasons = new HashMap<>();
        handle.createQuery(
                "SELECT import_id, reason, row_count FROM intact_reject_reasons")
                .map((row, _) -> Map.entry(row.getLong(1),
                        new RejectReason(MessageNotation.read(row.getString(2)), row.getLong(3))))
                .forEach(one -> reasons.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
        reasons.values().forEach(all -> all.sort(Comparator.comparingLong(RejectReason::rows).reversed()
                .thenComparing(reason -> reason.message().text())));
        Map<Long, Imports.Rejected> rejected = new HashMap<>();
        reasons.forEach((id, all) -> rejected.put(id, new Imports.Rejected(all, null, 0)));
        handle.createQuery("SELECT import_id, file, row_count FROM intact_reject_files")
                .map((row, _) -> Map.entry(row.getLong(1),
                        new Imports.Rejected(reasons.getOrDefault(row.getLong(1), List.of()),
                                folder.resolve(row.getString(2)), row.getLong(3))))
                .forEach(one -> rejected.put(one.getKey(), one.getValue()));
        return rejected;
    }

    void removeLeftovers() throws IOException {
        files.removeLeftovers(this::kept);
    }

    private Set<Path> kept(Handle handle) {
        return handle.createQuery("SELECT file FROM intact_reject_files").mapTo(String.class)
                .map(name -> folder.resolve(Objects.requireNonNull(name))).collect(Collectors.toSet());
    }
}
