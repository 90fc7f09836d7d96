package dev.hermes.workspace;

import dev.hermes.model.Mapping.Replaces;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an import would say of rows, and brings none in: it reads one state of the workspace, for which it waits
 * for nobody, and notes what its own rows are about in tables of its connection. Of one thread.
 */
final class TrialWriter extends RowWriter {

    private final Replaces replaces;
    private final @Nullable Long joined;
    private final List<Long> own;
    private final Set<RowTable> tables = EnumSet.noneOf(RowTable.class);

    /** @param joined the import that the rows would join; null where they would be one of their own */
    TrialWriter(Handle handle, Facts facts, String mapping, Replaces replaces, @Nullable Long joined) {
        super(handle, facts, mapping);
        this.replaces = replaces;
        this.joined = joined;
        own = EarlierRows.imports(handle, mapping);
    }

    /** Removed by whoever writes it; where that is not possible, when the workspace is opened. */
    @Override
    public Path newFactFile(String dataset) throws IOException {
        return facts.newTrialFile(dataset, mapping);
    }

    @Override
    public List<Path> factFiles(String dataset) {
        Map<Path, String> files = facts.mappings(handle, dataset);
        boolean isOwnReplaced = joined == null && replaces instanceof Replaces.Everything;
        return files.entrySet().stream().filter(file -> !isOwnReplaced || !file.getValue().equals(mapping))
                .map(Map.Entry::getKey).toList();
    }

    @Override
    public List<Path> earlierFactFiles(String dataset) {
        return joined != null || replaces instanceof Replaces.Everything
                ? List.of()
                : facts.mappings(handle, dataset).entrySet().stream().filter(file -> file.getValue().equals(mapping))
                        .map(Map.Entry::getKey).toList();
    }

    @Override
    public long importId() {
        return joined == null ? 0 : joined;
    }

    /** None: nobody asks what a trial would replace. */
    @Override
    public long replaced() {
        return 0;
    }

    @Override
    public void settle() {
        finish();
    }

    @Override
    String insert(RowTable table) {
        List<String> key = table.unique();
        handle.execute("DROP TABLE IF EXISTS temp." + tried(table));
        handle.execute("CREATE TEMP TABLE " + tried(table) + " (line INTEGER PRIMARY KEY"
                + key.stream().map(column -> ", " + column + " TEXT").collect(Collectors.joining())
                + (key.isEmpty() ? "" : ", UNIQUE (" + String.join(", ", key) + ")") + ")");
        tables.add(table);
        String values = IntStream.range(0, key.size()).mapToObj(place -> ", ?" + (3 + place))
                .collect(Collectors.joining());
        String present = " WHERE ?1 IS NOT NULL" + (joined == null
                ? ""
                : " AND NOT EXISTS (SELECT 1 FROM main." + table.table() + " WHERE import_id = ?1 AND line = ?2)")
                + (key.isEmpty()
                        ? ""
                        : " AND NOT EXISTS (SELECT 1 FROM main." + table.table() + " WHERE " + same(key) + ")")
                // Every value of the row has a place, though only its key is of interest.
                + " AND coalesce(?" + (2 + table.columnCount()) + ", 1) IS NOT NULL";
        return "INSERT INTO temp." + tried(table) + " (line" + key.stream().map(column -> ", " + column)
                .collect(Collectors.joining()) + ") SELECT ?2" + values + present + " ON CONFLICT DO NOTHING";
    }

    /** That another row has the same key: those of the mapping itself make room. */
    private String same(List<String> key) {
        String others = joined != null || own.isEmpty()
                ? ""
                : " AND import_id NOT IN (" + own.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        return IntStream.range(0, key.size()).mapToObj(place -> key.get(place) + " = ?" + (3 + place))
                .collect(Collectors.joining(" AND ")) + others;
    }

    @Override
    RowConflict conflict(RowTable table, @Nullable Object[] row) throws SQLException {
        long line = (Long) Objects.requireNonNull(row[1]);
        List<String> key = table.unique().isEmpty()
                ? List.of()
                : IntStream.range(0, table.unique().size()).mapToObj(place -> String.valueOf(row[2 + place])).toList();
        if (isThere(table, line) || key.isEmpty()) {
            return new RowConflict(line, List.of(), mapping, line);
        }
        try (PreparedStatement other = handle.getConnection().prepareStatement("SELECT '" + mapping
                + "', line FROM temp." + tried(table) + " WHERE " + keyIs(table)
                + " UNION ALL SELECT mapping, line FROM "
                + "main." + table.table() + " JOIN imports ON imports.id = import_id WHERE " + keyIs(table))) {
            for (int i = 0; i < 2 * key.size(); i++) {
                other.setString(i + 1, key.get(i % key.size()));
            }
            try (ResultSet found = other.executeQuery()) {
                found.next();
                return new RowConflict(line, key, found.getString(1), found.getLong(2));
            }
        }
    }

    private boolean isThere(RowTable table, long line) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM temp." + tried(table) + " WHERE line = :line)"
                + " OR EXISTS (SELECT 1 FROM main." + table.table() + " WHERE import_id = :id AND line = :line)")
                .bind("id", importId()).bind("line", line).mapTo(boolean.class).one();
    }

    private static String keyIs(RowTable table) {
        return table.unique().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
    }

    private static String tried(RowTable table) {
        return "tried_" + table.table();
    }

    @Override
    void close() {
        super.close();
        tables.forEach(table -> handle.execute("DROP TABLE temp." + tried(table)));
    }
}
