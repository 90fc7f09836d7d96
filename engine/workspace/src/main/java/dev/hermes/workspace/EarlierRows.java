package dev.hermes.workspace;

import dev.hermes.model.Mapping.Replaces;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping has brought in before: taken out of the tables while it brings in more, and put back afterwards as far as
 * nothing has taken its place. Facts are not here: their files are replaced one by one. Of one transaction.
 */
final class EarlierRows {

    private final Handle handle;
    private final Replaces replaces;
    private final List<Long> imports;
    private final @Nullable TakenOut kept;
    private final List<RowTable> held = new ArrayList<>();
    private long replaced;

    private EarlierRows(Handle handle, Replaces replaces, List<Long> imports, @Nullable TakenOut kept) {
        this.kept = kept;
        this.handle = handle;
        this.replaces = replaces;
        this.imports = imports;
    }

    /** The imports of a mapping that count. */
    static List<Long> imports(Handle handle, String mapping) {
        return handle.createQuery("SELECT id FROM intact_imports WHERE mapping = :mapping AND replaced_at IS NULL")
                .bind("mapping", mapping).mapTo(Long.class).list();
    }

    /**
     * Takes out what some imports have brought in.
     *
     * @param kept
     *            keeps what is replaced; null where nothing is kept
     */
    static EarlierRows takeOut(Handle handle, List<Long> imports, Replaces replaces, @Nullable TakenOut kept) {
        EarlierRows earlier = new EarlierRows(handle, replaces, imports, kept);
        for (RowTable table : imports.isEmpty() ? List.<RowTable>of() : List.of(RowTable.values())) {
            earlier.takeOut(table);
        }
        if (replaces instanceof Replaces.Everything) {
            earlier.replaced += handle
                    .createQuery("SELECT coalesce(sum(row_count), 0) FROM fact_files WHERE " + earlier.own())
                    .mapTo(long.class).one();
            if (kept != null) {
                kept.files(earlier.own());
            }
            handle.execute("DELETE FROM fact_files WHERE " + earlier.own());
        }
        return earlier;
    }

    private void takeOut(RowTable table) {
        String rows = " FROM main." + table.table() + " WHERE " + own();
        if (replaces instanceof Replaces.Everything) {
            if (kept != null) {
                kept.rows(table, rows);
            }
            replaced += handle.execute("DELETE" + rows);
        } else if (handle.createQuery("SELECT EXISTS (SELECT 1" + rows + ")").mapTo(boolean.class).one()) {
            handle.execute("CREATE TEMP TABLE " + copy(table) + " AS SELECT " + columns(table) + rows);
            handle.execute("DELETE" + rows);
            held.add(table);
        }
    }

    /** The earlier imports as a condition on rows. */
    private String own() {
        return imports.stream().map(String::valueOf).collect(Collectors.joining(", ", "import_id IN (", ")"));
    }

    /** What keeps that which is replaced; null where nothing is kept. */
    @Nullable
    TakenOut kept() {
        return kept;
    }

    /** Notes that facts were replaced. */
    void replacedFacts(long count) {
        replaced += count;
    }

    /**
     * Puts back what nothing has taken the place of.
     *
     * @param now
     *            the import that has brought in more
     */
    void putBack(long now) {
        for (RowTable table : held) {
            String key = replaces instanceof Replaces.Keys ? String.join(", ", table.key()) : "period";
            long were = handle.createQuery("SELECT count(*) FROM temp." + copy(table)).mapTo(long.class).one();
            if (kept != null) {
                kept.rows(table, " FROM temp." + copy(table) + " WHERE (" + key + ") IN (SELECT " + key + " FROM main."
                        + table.table() + " WHERE import_id = ?)", now);
            }
            long stay = handle.execute("INSERT INTO main." + table.table() + " (" + columns(table) + ") SELECT "
                    + columns(table) + " FROM temp." + copy(table) + " WHERE (" + key + ") NOT IN (SELECT " + key
                    + " FROM main." + table.table() + " WHERE import_id = ?)", now);
            replaced += were - stay;
            handle.execute("DROP TABLE temp." + copy(table));
        }
        held.clear();
    }

    /** Counts what is left of the earlier imports, once nothing more is replaced. */
    void count(String now) {
        if (kept != null) {
            kept.finish();
        }
        for (long earlier : imports) {
            handle.createUpdate("UPDATE imports SET row_count = (" + RowTable.count("imports.id")
                    + ") WHERE id = :id").bind("id", earlier).execute();
            handle.createUpdate("UPDATE imports SET replaced_at = :now WHERE id = :id AND row_count = 0"
                    + " AND (accepted_count > 0 OR :all)").bind("now", now).bind("id", earlier)
                    .bind("all", replaces instanceof Replaces.Everything).execute();
        }
    }

    /** How many rows are gone because others have taken their place. */
    long replaced() {
        return replaced;
    }

    private static String columns(RowTable table) {
        return "import_id, line, " + table.columns();
    }

    private static String copy(RowTable table) {
        return "earlier_" + table.table();
    }
}
