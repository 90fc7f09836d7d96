package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.UnreadableTableException;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;

/** A database that can be reached. Thread-safe. */
interface Database {

    /** What it has around texts and names. */
    String quotes();

    /** What it is, for messages. */
    Message name();

    /**
     * Connects for one query: nothing can be written through the connection, and whoever it is made as may
     * write nothing.
     *
     * @throws UnreadableTableException
     *             where the user may do more than to select
     */
    Connection connect() throws SQLException, UnreadableTableException;

    /**
     * How the cells of a column are read.
     *
     * @param column
     *            from 1
     * @throws UnreadableTableException
     *             where its type has no text that is not a guess
     */
    CellReading reading(ResultSetMetaData columns, int column) throws SQLException, UnreadableTableException;

    /** Whether the database does not understand or permit the query, and is not itself out of order. */
    default boolean isOfQuery(SQLException thrown) {
        String state = thrown.getSQLState();
        return state != null && (state.startsWith("42") || state.startsWith("22") || state.startsWith("0A")
                || state.startsWith("28") || state.startsWith("HY"));
    }

    /** How many rows the database is asked for at a time. */
    int fetchSize();

    /** Makes a connection such that nothing can be written through it. */
    @FunctionalInterface
    interface Preparation {
        void prepare(Connection connection) throws SQLException, UnreadableTableException;
    }

    /** A connection once it is prepared; where it cannot be, it is closed. */
    static Connection prepared(Connection connection, Preparation preparation)
            throws SQLException, UnreadableTableException {
        try {
            preparation.prepare(connection);
            return connection;
        } catch (SQLException | UnreadableTableException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Executes statements that have no result. */
    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    /** A column whose values are no plain text. */
    static UnreadableTableException unfit(ResultSetMetaData columns, int column, String type) throws SQLException {
        return new UnreadableTableException(1, Message.of("The column {0} is of the type {1}, which is not read as "
                + "it stands. Maybe take the part that is needed, in the query, with cast(… as …).",
                columns.getColumnLabel(column), type));
    }

    /** A column of points in time, which are of another day in another zone. */
    static UnreadableTableException zoneless(ResultSetMetaData columns, int column) throws SQLException {
        return new UnreadableTableException(1, Message.of("The column {0} holds points in time, and which day that "
                + "is depends on the time zone. Maybe add zone: Europe/Berlin, or another, to the format in the "
                + "mapping.", columns.getColumnLabel(column)));
    }
}
