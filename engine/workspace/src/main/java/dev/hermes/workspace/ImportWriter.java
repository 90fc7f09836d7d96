package dev.hermes.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What one import brings in; nothing of it is seen before the import is complete. Of one thread. */
public final class ImportWriter extends RowWriter {

    private final KeptRejects rejects;
    private final long importId;
    private final Set<Path> newFiles = new HashSet<>();
    private final @Nullable EarlierRows earlier;
    private KeptRejects.Told told = KeptRejects.Told.NOTHING;

    /** @param earlier what the mapping has brought in before; null where the rows join that */
    ImportWriter(Handle handle, Facts facts, KeptRejects rejects, String mapping, long importId,
            @Nullable EarlierRows earlier) {
        super(handle, facts, mapping);
        this.earlier = earlier;
        this.rejects = rejects;
        this.importId = importId;
    }

    @Override
    public Path newFactFile(String dataset) throws IOException {
        Path file = facts.newFile(dataset, mapping);
        newFiles.add(file);
        return file;
    }

    /** Adds a file that {@link #newFactFile} named and that is complete on disk. */
    public void addFactFile(String dataset, Path file, long factRows) {
        if (!newFiles.contains(file)) {
            throw new IllegalArgumentException("The fact file " + file + " is none that this import named.");
        }
        facts.add(handle, importId, dataset, file, factRows);
        addRows(factRows);
    }

    @Override
    public List<Path> factFiles(String dataset) {
        return List.copyOf(facts.mappings(handle, dataset).keySet());
    }

    @Override
    public List<Path> earlierFactFiles(String dataset) {
        return earlier == null ? List.of()
                : facts.mappings(handle, dataset).entrySet().stream()
                        .filter(file -> file.getValue().equals(mapping) && !newFiles.contains(file.getKey()))
                        .map(Map.Entry::getKey).toList();
    }

    /**
     * Puts a file in the place of an earlier one: what is left of its rows.
     *
     * @param left
     *            a file that {@link #newFactFile} named and that is complete on disk; null where no row is left
     * @param leftRows
     *            how many rows are left
     */
    public void replaceFactFile(String dataset, Path before, @Nullable Path left, long leftRows) {
        EarlierRows replacing = Objects.requireNonNull(earlier, "Rows that join others replace none.");
        replacing.replacedFacts(facts.replace(handle, dataset, before, left, leftRows, replacing.kept()));
    }

    /** The path of a file for the rows that this import rejects: its folder exists, the file does not. */
    public Path newRejectFile() throws IOException {
        return rejects.newFile(importId);
    }

    /** The rows that this import has rejected so far, where rows join it; empty where none are kept. */
    public Optional<Path> rejectedBefore() {
        return rejects.file(handle, importId);
    }

    /**
     * Notes which rows are rejected once all are read, in the place of those of which that was noted before.
     *
     * @param reasons
     *            why
     * @param file
     *            a file that {@link #newRejectFile} named and that is complete on disk; null where none are kept
     * @param kept
     *            how many rows it has
     */
    public void keepRejects(List<RejectReason> reasons, @Nullable Path file, long kept) {
        told = new KeptRejects.Told(reasons, file, kept);
    }

    KeptRejects.Told told() {
        return told;
    }

    /** Puts back what the mapping has brought in before and nothing has replaced. */
    @Override
    public void settle() {
        finish();
        if (earlier != null) {
            earlier.putBack(importId);
        }
    }

    @Override
    public long replaced() {
        return earlier == null ? 0 : earlier.replaced();
    }

    @Override
    public long importId() {
        return importId;
    }

    /** How many rows the file adds to those that were read: rejected ones that were mended were read before. */
    long read() {
        return earlier == null ? 0 : rows() + leftOut() + rejectedOfFile();
    }

    /** How many more rows are rejected. */
    long rejected() {
        return earlier == null ? -rows() - leftOut() : rejectedOfFile();
    }

    @Override
    String insert(RowTable table) {
        return table.insert();
    }

    @Override
    RowConflict conflict(RowTable table, @Nullable Object[] row) throws SQLException {
        long line = (Long) Objects.requireNonNull(row[1]);
        return hasLine(table, line) ? new RowConflict(line, List.of(), mapping, line) : repeated(table, line, row);
    }

    private boolean hasLine(RowTable table, long line) {
        return handle.createQuery("SELECT 1 FROM " + table.table() + " WHERE import_id = ? AND line = ?")
                .bind(0, importId).bind(1, line).mapTo(int.class).findOne().isPresent();
    }

    private RowConflict repeated(RowTable table, long line, @Nullable Object[] row) throws SQLException {
        List<String> key = Arrays.stream(row, 2, 2 + table.unique().size()).map(String::valueOf).toList();
        String same = table.unique().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
        try (PreparedStatement other = handle.getConnection().prepareStatement("SELECT mapping, line FROM "
                + table.table() + " JOIN imports ON imports.id = import_id WHERE " + same)) {
            for (int i = 0; i < key.size(); i++) {
                other.setString(i + 1, key.get(i));
            }
            try (ResultSet found = other.executeQuery()) {
                found.next();
                return new RowConflict(line, key, found.getString(1), found.getLong(2));
            }
        }
    }
}
