package dev.hermes.jdbc;

import dev.hermes.spi.BadCellException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the cells of one column. Thread-safe. */
@FunctionalInterface
interface CellReading {

    /**
     * The text of the cell in the row at hand.
     *
     * @param column
     *            from 1, as JDBC counts
     * @return empty where there is no value
     * @throws BadCellException
     *             where the value has no text
     */
    String read(ResultSet rows, int column) throws SQLException, BadCellException;

    /** Reads with a function of the text that the database gives. */
    static CellReading ofText(Writing writing) {
        return (rows, column) -> {
            String text = rows.getString(column);
            return text == null ? "" : writing.write(text);
        };
    }

    /** Writes what a database writes as the importer reads it. */
    @FunctionalInterface
    interface Writing {
        String write(String text) throws BadCellException;
    }
}
