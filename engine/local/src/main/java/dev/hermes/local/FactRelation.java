package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a dataset: its files, found to fit its declaration.
 *
 * @param rows
 *            how many rows there are
 * @param nullable
 *            names of the columns in which a row may have no value
 * @param converted
 *            names of the columns that some file keeps in another type than declared, which the declared one holds
 */
record FactRelation(Dataset dataset, List<Path> files, long rows, Set<String> nullable, Set<String> converted) {

    /** Something that stands in a FROM clause and has the declared columns in the declared types. */
    String source() {
        if (files.isEmpty()) {
            return dataset.columns().stream()
                    .map(column -> "CAST(NULL AS " + Sql.type(column) + ") AS " + Sql.identifier(column.name()))
                    .collect(Collectors.joining(", ", "(SELECT ", " WHERE FALSE)"));
        }
        if (converted.isEmpty()) {
            return Sql.parquet(files);
        }
        return dataset.columns().stream().map(this::converted)
                .collect(Collectors.joining(", ", "(SELECT ", " FROM " + Sql.parquet(files) + ")"));
    }

    private String converted(Dataset.Column column) {
        String name = Sql.identifier(column.name());
        return converted.contains(column.name()) ? "CAST(" + name + " AS " + Sql.type(column) + ") AS " + name : name;
    }

    /** The declared columns by name, as columns of the table {@code alias}. */
    Map<String, SqlColumn> columns(String alias) {
        Map<String, SqlColumn> columns = new LinkedHashMap<>();
        for (Dataset.Column column : dataset.columns()) {
            columns.put(column.name(), new SqlColumn(alias + "." + Sql.identifier(column.name()), column,
                    nullable.contains(column.name())));
        }
        return columns;
    }
}
