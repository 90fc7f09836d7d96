package dev.hermes.workspace;

import dev.hermes.local.FactLine;
import dev.hermes.local.Limits;
import dev.hermes.local.SharedKeys;
import dev.hermes.model.Dataset;
import dev.hermes.model.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes the last import of a mapping back: its rows go, those that it has taken the place of are there again. Of one
 * transaction.
 */
final class TakeBack {

    private final Handle handle;
    private final Facts facts;
    private final Imports.Import made;

    TakeBack(Handle handle, Facts facts, Imports.Import made) {
        this.handle = handle;
        this.facts = facts;
        this.made = made;
    }

    /**
     * Makes sure that the import can be taken back.
     *
     * @throws WorkspaceException
     *             where it is not the last one of its mapping, or what it has replaced is not kept
     */
    void refuseOthers() {
        if (made.returnedAt() != null) {
            throw refused(Message.of("was taken back already on {0}", made.returnedAt().toString().substring(0, 10)),
                    Message.of("Maybe bring its file in again."));
        }
        long last = handle.createQuery("SELECT max(id) FROM intact_imports WHERE mapping = :mapping")
                .bind("mapping", made.mapping()).mapTo(long.class).one();
        if (last != made.id()) {
            throw refused(Message.of("is not the last one"), Message.of("Maybe bring in again what should be there."));
        }
        boolean isKept = handle
                .createQuery("SELECT replaced_count, is_kept FROM intact_last_imports WHERE import_id = :id")
                .bind("id", made.id()).map((row, _) -> {
                    if (!row.getBoolean(2)) {
                        throw refused(
                                Message.of("has replaced {0} rows, which are too many to be kept", row.getLong(1)),
                                Message.of("Maybe bring in again what should be there."));
                    }
                    return true;
                }).findOne().orElse(false);
        if (!isKept) {
            throw refused(Message.of("cannot be taken back: what was there before is not kept, because the import was "
                    + "removed or made by an earlier version"),
                    Message.of("Maybe bring in again what should be there."));
        }
        keptFiles().stream().filter(file -> !Files.isRegularFile(file)).findFirst().ifPresent(gone -> {
            throw refused(Message.of("cannot be taken back: the file {0} of the facts before it is gone", gone),
                    Message.of("Maybe restore it from a backup, or bring these facts in again."));
        });
    }

    private WorkspaceException refused(Message why, Message advice) {
        return new WorkspaceException(
                Message.of("The import {0} of the mapping {1} {2}.", made.id(), made.mapping(), why), advice);
    }

    private List<Path> keptFiles() {
        return handle.createQuery("SELECT file FROM intact_taken_out_files WHERE by_import = :id").bind("id", made.id())
                .mapTo(String.class).map(facts.folder()::resolve).list();
    }

    /** Removes what the import has brought in, with mended rows that have joined it, and returns how many rows that were. */
    long remove() {
        long removed = 0;
        for (RowTable table : RowTable.values()) {
            removed += handle.execute("DELETE FROM main." + table.table() + " WHERE import_id = ?", made.id());
        }
        removed += handle.createQuery("SELECT coalesce(sum(row_count), 0) FROM fact_files WHERE import_id = :id")
                .bind("id", made.id()).mapTo(long.class).one();
        handle.execute("DELETE FROM fact_files WHERE import_id = ?", made.id());
        return removed;
    }

    /**
     * Puts back what the import has taken the place of, and returns how many rows that are.
     *
     * @param datasets
     *            finds a dataset by its code
     * @throws WorkspaceException
     *             where another mapping has brought in the same since
     */
    long putBack(Function<String, Optional<Dataset>> datasets) {
        long back = 0;
        for (RowTable table : RowTable.values()) {
            if (!table.unique().isEmpty()) {
                refuseRepeated(table);
            }
            back += handle.execute("INSERT INTO main." + table.table() + " (import_id, line, " + table.columns()
                    + ") SELECT import_id, line, " + cells(table.columnCount())
                    + " FROM intact_taken_out_rows WHERE by_import = ? AND table_name = ?", made.id(), table.table());
        }
        refuseRepeatedFacts(datasets);
        back += handle.createQuery("""
                SELECT coalesce(sum(row_count), 0) - coalesce((SELECT sum(row_count) FROM fact_files WHERE file IN
                    (SELECT left_file FROM taken_out_files WHERE by_import = :id)), 0)
                FROM taken_out_files WHERE by_import = :id""").bind("id", made.id()).mapTo(long.class).one();
        handle.execute(
                "DELETE FROM fact_files WHERE file IN (SELECT left_file FROM taken_out_files WHERE by_import = ?)",
                made.id());
        handle.execute("INSERT INTO fact_files (import_id, dataset, file, row_count, sha256) "
                + "SELECT import_id, dataset, file, row_count, sha256 FROM intact_taken_out_files WHERE by_import = ?",
                made.id());
        return back;
    }

    private static String cells(int count) {
        return IntStream.range(0, count).mapToObj(place -> "json_extract(cells, '$[" + place + "]')")
                .collect(Collectors.joining(", "));
    }

    private void refuseRepeated(RowTable table) {
        List<String> key = table.unique();
        String same = IntStream.range(0, key.size())
                .mapToObj(place -> "present." + key.get(place) + " = json_extract(kept.cells, '$[" + place + "]')")
                .collect(Collectors.joining(" AND "));
        String shown = key.stream().map(column -> "present." + column).collect(Collectors.joining(" || ', ' || "));
        handle.createQuery("SELECT mapping, present.line, " + shown + " FROM intact_taken_out_rows AS kept JOIN main."
                + table.table() + " AS present ON " + same + " JOIN imports ON imports.id = present.import_id"
                + " WHERE by_import = :id AND table_name = :table LIMIT 1").bind("id", made.id())
                .bind("table", table.table())
                .map((row, _) -> repeated(Message.verbatim(row.getString(3)), row.getString(1), row.getLong(2)))
                .findOne().ifPresent(problem -> {
                    throw problem;
                });
    }

    private WorkspaceException repeated(Message what, String mapping, @Nullable Long line) {
        return refused(line == null
                ? Message.of("cannot be taken back: what was there before of {0} is there again, the mapping {1} has "
                        + "brought it in with its file", what, mapping)
                : Message.of("cannot be taken back: what was there before of {0} is there again, the mapping {1} has "
                        + "brought it in with line {2} of its file", what, mapping, line),
                Message.of("Maybe take that import back first, or leave both."));
    }

    /** Facts of other mappings: before the import came none had a key of ours. */
    private void refuseRepeatedFacts(Function<String, Optional<Dataset>> datasets) {
        files("SELECT dataset, file FROM intact_taken_out_files WHERE by_import = :id").forEach((code, kept) -> {
            Dataset dataset = datasets.apply(code).orElse(null);
            if (dataset != null) {
                files("SELECT mapping, fact_files.file FROM intact_fact_files AS fact_files JOIN imports"
                        + " ON imports.id = import_id WHERE dataset = '" + code + "' AND mapping <> (SELECT mapping"
                        + " FROM imports WHERE id = :id)")
                        .forEach((mapping, others) -> refuseShared(dataset, kept, mapping, others));
            }
        });
    }

    private void refuseShared(Dataset dataset, List<Path> kept, String mapping, List<Path> others) {
        SharedKeys.first(facts.folder(), dataset, kept, others, Limits.standard()).ifPresent(shared -> {
            throw repeated(Message.of("the key {0}", shared.key()), mapping,
                    shared.other() == null ? null : Long.valueOf(shared.other().line()));
        });
    }

    /** Files by what stands before them; those in the statement are of this import. */
    private Map<String, List<Path>> files(String sql) {
        return handle.createQuery(sql).bind("id", made.id())
                .map((row, _) -> Map.entry(row.getString(1), facts.folder().resolve(row.getString(2)))).stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Counts again what is there of the imports, and notes that this one was taken back. */
    void note(String author, String now) {
        handle.execute("UPDATE imports SET replaced_at = NULL, row_count = (" + RowTable.count("imports.id")
                + ") WHERE id IN (SELECT import_id FROM intact_taken_out_imports WHERE by_import = ?)", made.id());
        handle.execute("UPDATE imports SET replaced_at = ?, row_count = 0 WHERE id = ?", now, made.id());
        handle.execute("INSERT INTO import_returns (import_id, author, at) VALUES (?, ?, ?)", made.id(), author, now);
        TakenOut.forget(handle, made.mapping());
    }
}
