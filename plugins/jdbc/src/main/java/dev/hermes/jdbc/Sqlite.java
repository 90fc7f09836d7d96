package dev.hermes.jdbc;

import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import dev.hermes.spi.UnreadableTableException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteLimits;
import org.sqlite.SQLiteOpenMode;

/**
 * A database file of SQLite. It is opened where it lies, under SQLite's own locks, so that what another program writes
 * meanwhile is read whole or not at all.
 */
final class Sqlite implements Database {

    private static final int LARGEST_VALUE = 16 << 20;
    private static final int BUSY_MILLIS = 5_000;

    private final Path file;

    /** @param file absolute, and without a question mark, behind which the driver would look for settings */
    Sqlite(Path file) {
        if (!file.isAbsolute() || file.toString().contains("?")) {
            throw new IllegalArgumentException("The path (" + file + ") must be absolute and without question mark.");
        }
        this.file = file;
    }

    @Override
    public String quotes() {
        return "'\"`";
    }

    @Override
    public Message name() {
        return Message.of("database {0}", file.getFileName());
    }

    @Override
    public Connection connect() throws SQLException, UnreadableTableException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.resetOpenMode(SQLiteOpenMode.OPEN_URI);
        config.enableLoadExtension(false);
        config.setBusyTimeout(BUSY_MILLIS);
        return Database.prepared(config.createConnection("jdbc:sqlite:" + file), Sqlite::prepare);
    }

    private static void prepare(Connection connection) throws SQLException {
        Database.execute(connection, "pragma query_only = on", "pragma trusted_schema = off",
                "pragma cell_size_check = on", "pragma mmap_size = 0");
        SQLiteConnection limited = connection.unwrap(SQLiteConnection.class);
        limited.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        limited.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_VALUE);
        limited.setLimit(SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 200);
        limited.setLimit(SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0);
    }

    @Override
    public boolean isOfQuery(SQLException thrown) {
        return thrown.getErrorCode() == SQLiteErrorCode.SQLITE_ERROR.code;
    }

    @Override
    public int fetchSize() {
        return 0;
    }

    /** Every value has a type of its own, whatever its column is declared as. */
    @Override
    public CellReading reading(ResultSetMetaData columns, int column) {
        return (rows, at) -> switch (rows.getObject(at)) {
            case null -> "";
            case String text -> text;
            case Integer whole -> whole.toString();
            case Long whole -> whole.toString();
            case Double number -> Texts.binary(number);
            case BigDecimal number -> number.toPlainString();
            default -> throw new BadCellException(Message.of("A blob is no value"), Message.of(
                    "Maybe take the part that is needed in the query, with cast(… as text)."));
        };
    }
}
