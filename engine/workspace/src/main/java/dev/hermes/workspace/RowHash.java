package dev.hermes.workspace;

import dev.hermes.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.Function;

/**
 * What a stored row is known by: the first 64 bits of the SHA-256 of its values, each with its kind and length. SQLite
 * notices hardly any damage to what is inside its pages, so each table stores {@code row_hash(values...)} when a row is
 * written, and its column {@code intact} compares that when it is read. Readers pass each row through
 * {@code require_intact(intact, table)}. The comparison is a column of its own because SQLite puts constants that a
 * statement asks for in the place of columns.
 */
final class RowHash {

    /** How a statement that reads a damaged row fails, followed by the table's name. */
    static final String DAMAGED = "damaged row of ";

    private static final int INNOCUOUS = 0x200000;
    private static final int FLAGS = Function.FLAG_DETERMINISTIC | INNOCUOUS;
    private static final int ANY_NUMBER = -1;

    private RowHash() {}

    /** Makes the functions known to a connection. */
    static void register(Connection connection) throws SQLException {
        Function.create(connection, "row_hash", new Hash(), ANY_NUMBER, FLAGS);
        Function.create(connection, "require_intact", new Require(), 2, FLAGS);
    }

    private static final class Hash extends Function {

        private static final int INTEGER = 1;
        private static final int TEXT = 3;
        private static final int NULL = 5;

        private final Sha256 digest = new Sha256();
        private final ByteBuffer head = ByteBuffer.allocate(1 + Long.BYTES);

        @Override
        protected void xFunc() throws SQLException {
            for (int i = 0; i < args(); i++) {
                switch (value_type(i)) {
                    case NULL -> add('n', 0);
                    case INTEGER -> add('i', value_long(i));
                    case TEXT -> {
                        byte[] text = value_text(i).getBytes(StandardCharsets.UTF_8);
                        add('t', text.length);
                        digest.add(text);
                    }
                    default -> throw new SQLException("A stored row holds texts and whole numbers only.");
                }
            }
            result(ByteBuffer.wrap(digest.bytes()).getLong());
        }

        private void add(char kind, long number) {
            head.clear().put((byte) kind).putLong(number);
            digest.add(head.array());
        }
    }

    /** Returns 1 for a row that is intact, and fails for another one. */
    private static final class Require extends Function {

        @Override
        protected void xFunc() throws SQLException {
            if (value_int(0) == 1) {
                result(1);
            } else {
                error(DAMAGED + value_text(1));
            }
        }
    }
}
