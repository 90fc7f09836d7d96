package dev.hermes.workspace;

import dev.hermes.local.DuckFacts;
import dev.hermes.local.FactLine;
import dev.hermes.trace.Origin;
import dev.hermes.trace.SourceRow;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Where rows came from: the mapping, the file and the line. Thread-safe. */
public final class Lineage {

    private final WorkspaceDatabase database;
    private final Path folder;

    /** @param folder that of the facts */
    Lineage(WorkspaceDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /**
     * The origins of rows, as the workspace has them now. Rows of which none is known are left out: those that a document
     * lists, those that are there no more, facts whose file does not know lines, and rows that are not told from others.
     *
     * @param facts
     *            holds the facts among them
     */
    public Map<SourceRow, Origin> of(Set<SourceRow> rows, DuckFacts facts) {
        Map<SourceRow.Fact, FactLine> lines = lines(rows, facts);
        return database.read(handle -> {
            OriginSearch search = new OriginSearch(handle, rows);
            search.facts(lines, folder);
            search.tables();
            return search.found();
        });
    }

    /** Which mappings have brought in the dated values and facts that are there. Looks at each dated value. */
    public Bringers bringers() {
        return database.read(handle -> new Bringers(
                bringers(handle, "SELECT DISTINCT code, import_id FROM intact_dated_values"),
                bringers(handle, "SELECT DISTINCT dataset, import_id FROM intact_fact_files")));
    }

    /** @param codes selects codes with the imports of their rows */
    private static Map<String, SortedSet<String>> bringers(Handle handle, String codes) {
        Map<String, SortedSet<String>> found = new TreeMap<>();
        handle.createQuery("SELECT rows.*, imports.mapping FROM (" + codes
                + ") AS rows JOIN intact_imports AS imports ON imports.id = rows.import_id")
                .map((row, _) -> Map.entry(row.getString(1), row.getString(3)))
                .forEach(one -> found.computeIfAbsent(one.getKey(), _ -> new TreeSet<>()).add(one.getValue()));
        return found;
    }

    private static Map<SourceRow.Fact, FactLine> lines(Set<SourceRow> rows, DuckFacts facts) {
        Map<String, Set<String>> keys = new TreeMap<>();
        for (SourceRow row : rows) {
            if (row instanceof SourceRow.Fact fact) {
                keys.computeIfAbsent(fact.dataset(), _ -> new TreeSet<>()).add(fact.key());
            }
        }
        Map<SourceRow.Fact, FactLine> lines = new HashMap<>();
        keys.forEach((dataset, wanted) -> facts.lines(dataset, wanted)
                .forEach((key, line) -> lines.put(new SourceRow.Fact(dataset, key), line)));
        return lines;
    }
}
