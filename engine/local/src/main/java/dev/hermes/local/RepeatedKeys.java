package dev.hermes.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SequencedMap;
import java.util.LinkedHashMap;

/** Finds facts that share a key. Memory does not grow with the facts: what does not fit goes to disk. */
public final class RepeatedKeys {

    private RepeatedKeys() {
    }

    /**
     * Keys that are there more than once.
     *
     * @param files
     *            Parquet files of one dataset
     * @param column
     *            the column with the key
     * @param most
     *            how many keys at most are returned
     * @return for each such key, in canonical text, the file of each of its rows
     */
    public static SequencedMap<String, List<Path>> find(Collection<Path> files, String column, int most) {
        SequencedMap<String, List<Path>> repeated = new LinkedHashMap<>();
        if (files.isEmpty()) {
            return repeated;
        }
        String key = "CAST(" + ParquetConnection.quoted(column) + " AS VARCHAR)";
        String paths = ParquetConnection.list(files);
        String sql = "WITH repeated AS (SELECT " + key + " AS key FROM read_parquet(" + paths + ") GROUP BY 1 "
                + "HAVING count(*) > 1 LIMIT " + most + ") SELECT " + key + " AS key, filename FROM read_parquet(" + paths
                + ", filename = true) WHERE " + key + " IN (SELECT key FROM repeated) ORDER BY 1, 2";
        try (Connection connection = ParquetConnection.to(files); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                repeated.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(Path.of(rows.getString(2)));
            }
            return repeated;
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of " + files + " cannot be compared.", e);
        }
    }
}
