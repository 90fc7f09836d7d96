package dev.hermes.local;

import dev.hermes.model.Dataset;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads what the files of a dataset contain, once, and refuses files that do not fit its declaration. Thread-safe.
 */
final class FactRelations {

    private static final int DUPLICATES_NAMED = 5;

    private final FactFiles files;
    private final Map<Dataset, FactRelation> known = new ConcurrentHashMap<>();
    private final Set<Dataset> withUniqueKeys = ConcurrentHashMap.newKeySet();

    FactRelations(FactFiles files) {
        this.files = files;
    }

    /**
     * The rows of a dataset.
     *
     * @throws FindingsException
     *             naming file and column, where a file does not fit
     */
    FactRelation of(Dataset dataset, Session session) {
        FactRelation relation = known.get(dataset);
        if (relation == null) {
            relation = read(dataset, files.of(dataset.code()), session);
            known.put(dataset, relation);
        }
        return relation;
    }

    /**
     * The rows of a dataset that others are joined to: no two have the same key, else sums would count rows twice.
     *
     * @throws FindingsException
     *             naming the keys, where some have
     */
    FactRelation withUniqueKeys(Dataset dataset, Session session) {
        FactRelation relation = of(dataset, session);
        if (!withUniqueKeys.contains(dataset)) {
            List<String> twice = Keys.duplicates(relation, DUPLICATES_NAMED, session);
            if (!twice.isEmpty()) {
                throw new FindingsException(List.of(finding(dataset, Message.of("The key {0} must be unique, since "
                        + "other rows are joined to it, but {1} occur more than once. Maybe a file was imported twice.",
                        dataset.key(), String.join(", ", twice)))));
            }
            withUniqueKeys.add(dataset);
        }
        return relation;
    }

    /** Refuses columns that cannot be stored as they are declared. */
    static void requireSound(Dataset dataset) {
        List<Finding> findings = declarationFindings(dataset);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    static FactRelation read(Dataset dataset, List<Path> files, Session session) {
        requireSound(dataset);
        List<Finding> findings = new ArrayList<>();
        Set<String> converted = new HashSet<>();
        Set<String> nullable = new HashSet<>();
        long rows = 0;
        if (!files.isEmpty()) {
            try {
                Map<String, Map<String, String>> types = storedTypes(files, session);
                types.forEach((file, stored) -> compare(dataset, file, stored, converted, findings));
                nullable = columnsWithoutSomeValue(dataset, files, session);
                rows = rows(files, session);
            } catch (FactAccessException e) {
                findings.add(finding(dataset,
                        Message.of("A file cannot be read: {0}. Maybe it is damaged; restore it from a "
                                + "backup or import it again.", e.reason())));
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        FactRelation relation = new FactRelation(dataset, files, rows, Set.copyOf(nullable), Set.copyOf(converted));
        requireKeys(relation, session);
        return relation;
    }

    private static void requireKeys(FactRelation relation, Session session) {
        SqlColumn key = Keys.column(relation, "f");
        if (!key.nullable() || relation.files().isEmpty()) {
            return;
        }
        long without = session.query("SELECT count(*) FROM " + relation.source() + " f WHERE " + key.sql()
                + " IS NULL", rows -> rows.next() ? rows.getLong(1) : 0L);
        if (without > 0) {
            throw new FindingsException(List.of(finding(relation.dataset(), Message.of(
                    "{0} rows have no {1}, which is their key. Maybe they are totals; leave them out.", without,
                    relation.dataset().key()))));
        }
    }

    private static List<Finding> declarationFindings(Dataset dataset) {
        List<Finding> findings = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Dataset.Column column : dataset.columns()) {
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                findings.add(finding(dataset,
                        Message.of("The column {0} differs from another one by capital letters only, and "
                                + "SQL takes them for the same. Rename one of them.", column.name())));
            }
            boolean fits = column.scale() >= 0 && column.scale() <= 12 && column.digits() >= 1
                    && column.digits() >= column.scale() && column.digits() <= 38;
            if (column.type().isNumber() && !fits) {
                findings.add(finding(dataset,
                        Message.of("The column {0} cannot have {1} digits, {2} of them fractional. A number "
                                + "has 1 to 38, at most 12 of them fractional.", column.name(), column.digits(),
                                column.scale())));
            }
        }
        return findings;
    }

    private static void compare(Dataset dataset, String file, Map<String, String> stored, Set<String> converted,
            List<Finding> findings) {
        for (Dataset.Column column : dataset.columns()) {
            String type = stored.get(column.name());
            if (type == null) {
                findings.add(finding(dataset,
                        Message.of("The column {0} is missing in the file {1}. Import that file again, or "
                                + "remove the column from the dataset.", column.name(), file)));
            } else {
                StoredType.problem(type, column).ifPresent(problem -> findings
                        .add(finding(dataset,
                                Message.of("The column {0} of the file {1} {2}", column.name(), file, problem))));
                if (!type.equals(Sql.type(column))) {
                    converted.add(column.name());
                }
            }
        }
    }

    /** The type of each column, by file and column name. */
    private static Map<String, Map<String, String>> storedTypes(List<Path> files, Session session) {
        return session.query("SELECT file_name, name, duckdb_type FROM parquet_schema(" + Sql.paths(files)
                + ") WHERE num_children IS NULL", rows -> {
                    Map<String, Map<String, String>> types = new LinkedHashMap<>();
                    while (rows.next()) {
                        types.computeIfAbsent(rows.getString(1), _ -> new LinkedHashMap<>())
                                .put(rows.getString(2), rows.getString(3));
                    }
                    return types;
                });
    }

    /** Columns for which the files do not say that every row has a value. */
    private static Set<String> columnsWithoutSomeValue(Dataset dataset, List<Path> files, Session session) {
        Set<String> full = session.query("SELECT path_in_schema FROM parquet_metadata(" + Sql.paths(files)
                + ") GROUP BY path_in_schema HAVING count(*) = count(stats_null_count) AND sum(stats_null_count) = 0",
                rows -> {
                    Set<String> names = new HashSet<>();
                    while (rows.next()) {
                        names.add(rows.getString(1));
                    }
                    return names;
                });
        Set<String> others = new HashSet<>();
        for (Dataset.Column column : dataset.columns()) {
            if (!full.contains(column.name())) {
                others.add(column.name());
            }
        }
        return others;
    }

    private static long rows(List<Path> files, Session session) {
        return session.query("SELECT CAST(sum(num_rows) AS BIGINT) FROM parquet_file_metadata(" + Sql.paths(files)
                + ")", rows -> rows.next() ? rows.getLong(1) : 0L);
    }

    private static Finding finding(Dataset dataset, Message message) {
        return Finding.error("dataset " + dataset.code(), "", null, message);
    }
}
