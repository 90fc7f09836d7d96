package dev.hermes.workspace;

import java.io.Serial;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** A batch was refused by the database. */
final class BatchException extends JdbiException {

    @Serial
    private static final long serialVersionUID = 1L;

    BatchException(String sql, SQLException cause) {
        super(cause.getMessage() + " [statement: " + sql + "]", cause);
    }
}
