package dev.hermes.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Properties;
import java.util.stream.Collectors;

/** Connections to a DuckDB without a database of its own that can read certain Parquet files and nothing else. */
final class ParquetConnection {

    private ParquetConnection() {
    }

    /** A connection that reads these files; whoever asks for it closes it. */
    static Connection to(Collection<Path> files) throws SQLException {
        Properties settings = new Properties();
        // Rows come as they are read; otherwise all of them would be held before the first.
        settings.setProperty("jdbc_stream_results", "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET allowed_paths = " + list(files));
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The paths of files as a list in SQL. */
    static String list(Collection<Path> files) {
        return files.stream().map(file -> "'" + file.toString().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The name of a column in SQL. */
    static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }
}
