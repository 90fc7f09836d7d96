package dev.hermes.local;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads of some facts of a dataset where they stand. */
final class FactLines {

    /** A name that no column of a dataset has: theirs have no space. */
    private static final String FILE = "hermes file";
    private static final String WANTED = "hermes_wanted";

    private FactLines() {}

    /**
     * The places of the facts with some keys, in one pass over the key column. A fact is left out where its file does
     * not know lines, or where another one has the same key.
     *
     * @param keys
     *            in canonical text
     */
    static Map<String, FactLine> of(FactRelation relation, Collection<String> keys, Session session) {
        Map<String, Path> files = withLines(relation.files(), session);
        if (files.isEmpty() || keys.isEmpty()) {
            return Map.of();
        }
        session.run("CREATE OR REPLACE TEMP TABLE " + WANTED + " (key VARCHAR)");
        session.append(WANTED, appender -> {
            for (String key : Set.copyOf(keys)) {
                appender.beginRow();
                appender.append(key);
                appender.endRow();
            }
        });
        String rows = "(SELECT " + key(relation) + " AS key, " + Sql.identifier(FILE) + " AS file, "
                + Sql.identifier(FactFiles.LINE) + " AS line FROM read_parquet("
                + Sql.paths(List.copyOf(files.values()))
                + ", union_by_name = true, hive_partitioning = false, filename = " + Sql.text(FILE) + "))";
        return session.query("SELECT key, file, line FROM " + rows + " JOIN " + WANTED + " USING (key)", found -> {
            Map<String, FactLine> lines = new HashMap<>();
            Set<String> several = new HashSet<>();
            while (found.next()) {
                String key = found.getString(1);
                Path file = files.get(found.getString(2));
                long line = found.getLong(3);
                if (file == null || found.wasNull() || lines.containsKey(key)) {
                    several.add(key);
                } else {
                    lines.put(key, new FactLine(file, line));
                }
            }
            lines.keySet().removeAll(several);
            return lines;
        });
    }

    private static String key(FactRelation relation) {
        SqlColumn key = Keys.column(relation, "f");
        String column = Sql.identifier(key.declared().name());
        String declared = relation.converted().contains(key.declared().name())
                ? "CAST(" + column + " AS " + Sql.type(key.declared()) + ")"
                : column;
        return new SqlColumn(declared, key.declared(), key.nullable()).canonicalText();
    }

    /** The files that have a column with lines, by what DuckDB calls them. */
    private static Map<String, Path> withLines(List<Path> files, Session session) {
        if (files.isEmpty()) {
            return Map.of();
        }
        Map<String, Path> named = files.stream().collect(Collectors.toMap(Sql::pathText, Function.identity()));
        Set<String> found = session.query("SELECT file_name FROM parquet_schema(" + Sql.paths(files)
                + ") WHERE name = " + Sql.text(FactFiles.LINE), rows -> {
                    Set<String> names = new HashSet<>();
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                    return names;
                });
        named.keySet().retainAll(found);
        return named;
    }
}
