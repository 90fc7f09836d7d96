package dev.hermes.local;

import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Location;
import dev.hermes.model.Message;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file from elsewhere, in order, as text: numbers as plain decimals, dates as {@code yyyy-MM-dd},
 * times as {@code yyyy-MM-dd HH:mm:ss}, {@code true} and {@code false}; empty where there is no value. Binary floating
 * point is refused: its decimals are not those that were written. Reads nothing but this file. Of one thread.
 */
public final class ParquetRows implements AutoCloseable {

    private final Path file;
    private final Connection connection;
    private final List<String> columns = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private @Nullable PreparedStatement statement;
    private @Nullable ResultSet rows;
    private long count;
    private long read;

    private ParquetRows(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /**
     * Opens a file.
     *
     * @throws FindingsException
     *             where it is not a Parquet file
     */
    public static ParquetRows open(Path file) {
        ParquetRows opened = null;
        try {
            opened = new ParquetRows(file, connect(file));
            opened.describe();
            return opened;
        } catch (SQLException e) {
            letGo(opened);
            throw unreadable(file, Message.verbatim(String.valueOf(e.getMessage())));
        } catch (FindingsException e) {
            letGo(opened);
            throw e;
        }
    }

    private static void letGo(@Nullable ParquetRows opened) {
        if (opened != null) {
            opened.close();
        }
    }

    /** A connection that reads this file and nothing else. */
    private static Connection connect(Path file) throws SQLException {
        Properties settings = new Properties();
        // Rows come as they are read; otherwise all of them would be held before the first.
        settings.setProperty("jdbc_stream_results", "true");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET allowed_paths = " + Sql.paths(List.of(file)));
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void describe() throws SQLException {
        try (PreparedStatement describe = connection.prepareStatement("DESCRIBE SELECT * FROM read_parquet(?)")) {
            describe.setString(1, file.toString());
            try (ResultSet found = describe.executeQuery()) {
                while (found.next()) {
                    columns.add(found.getString(1));
                    types.add(found.getString(2));
                }
            }
        }
        count = number("SELECT count(*) FROM read_parquet(?)");
        long said = number("SELECT sum(num_rows) FROM parquet_file_metadata(?)");
        if (said != count) {
            throw unreadable(file, Message.of("It says that it has {0} rows, and has {1}.", said, count));
        }
    }

    /** What a query finds out about the file. */
    private long number(String query) throws SQLException {
        try (PreparedStatement asking = connection.prepareStatement(query)) {
            asking.setString(1, file.toString());
            try (ResultSet found = asking.executeQuery()) {
                found.next();
                return found.getLong(1);
            }
        }
    }

    /** The names of the columns, in the order of the file. */
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /**
     * The next rows.
     *
     * @param wanted
     *            the places in {@link #columns} of the columns that are read, at least one; the same in every call
     * @param most
     *            how many rows at most
     * @return for each of these columns the text of each row; null at the end
     * @throws FindingsException
     *             where a column has a type that is not read
     */
    public String @Nullable [][] next(int[] wanted, int most) {
        try {
            ResultSet current = rows == null ? start(wanted) : rows;
            List<String[]> batch = new ArrayList<>();
            while (batch.size() < most && current.next()) {
                String[] row = new String[wanted.length];
                for (int i = 0; i < row.length; i++) {
                    String text = current.getString(i + 1);
                    row[i] = text == null ? "" : text;
                }
                batch.add(row);
            }
            read += batch.size();
            if (batch.size() < most && read != count) {
                // The driver ends a stream that broke off as if it were complete.
                throw unreadable(file, Message.of("It broke off after {0} of {1} rows.", read, count));
            }
            return batch.isEmpty() ? null : byColumn(batch, wanted.length);
        } catch (SQLException e) {
            throw unreadable(file, Message.verbatim(String.valueOf(e.getMessage())));
        }
    }

    private static String[][] byColumn(List<String[]> rows, int width) {
        String[][] cells = new String[width][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < width; column++) {
                cells[column][row] = rows.get(row)[column];
            }
        }
        return cells;
    }

    private ResultSet start(int[] wanted) throws SQLException {
        List<Finding> findings = IntStream.of(wanted).mapToObj(this::problem).flatMap(List::stream).toList();
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        String select = IntStream.of(wanted).mapToObj(columns::get)
                .map(name -> "CAST(" + Sql.identifier(name) + " AS VARCHAR)")
                .collect(Collectors.joining(", "));
        PreparedStatement prepared = connection.prepareStatement("SELECT " + select + " FROM read_parquet(?)");
        statement = prepared;
        prepared.setString(1, file.toString());
        ResultSet started = prepared.executeQuery();
        rows = started;
        return started;
    }

    private List<Finding> problem(int column) {
        String type = types.get(column).toUpperCase(Locale.ROOT);
        String name = columns.get(column);
        Message problem = switch (type) {
            case "VARCHAR",
                    "BOOLEAN",
                    "DATE",
                    "TIMESTAMP",
                    "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT" -> Message.EMPTY;
            case "DOUBLE", "FLOAT" -> Message.of("The column is of type {0}, whose decimals are not exactly those that "
                    + "were written. Maybe make the file with CAST({1} AS DECIMAL(18, 4)).", type,
                    Sql.identifier(name));
            default -> type.startsWith("DECIMAL") || type.startsWith("TIMESTAMP_")
                    ? Message.EMPTY
                    : Message.of("The column is of type {0}, which is not read. Maybe make the file with CAST({1} AS "
                            + "VARCHAR).", type, Sql.identifier(name));
        };
        return problem.equals(Message.EMPTY)
                ? List.of()
                : List.of(Finding.error("column " + name, "",
                        new Location(file.getFileName().toString(), 1, column + 1), problem));
    }

    private static FindingsException unreadable(Path file, Message problem) {
        return new FindingsException(List.of(Finding.error("file", "",
                new Location(file.getFileName().toString(), 1, 1),
                Message.of("The file cannot be read as Parquet: {0} Maybe it is of another format.", problem))));
    }

    @Override
    public void close() {
        try (Connection _ = connection; PreparedStatement _ = statement; ResultSet _ = rows) {
            // Closes all three, the last one first.
        } catch (SQLException e) {
            throw new IllegalStateException("The Parquet file " + file + " could not be let go of.", e);
        }
    }
}
