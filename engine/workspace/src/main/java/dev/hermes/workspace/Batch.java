package dev.hermes.workspace;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement, executed for many rows. Jdbi's own batches take twice as long for a million rows. Of one thread; to be
 * finished before it is closed.
 */
final class Batch implements AutoCloseable {

    private static final int SIZE = 1_000;

    private final String sql;
    private final PreparedStatement statement;
    private final Skipped skipped;
    private final List<@Nullable Object[]> waiting = new ArrayList<>(SIZE);

    /** Takes a row that the database did not insert because of {@code ON CONFLICT DO NOTHING}. */
    @FunctionalInterface
    interface Skipped {
        void accept(@Nullable Object[] row) throws SQLException;
    }

    static final Skipped NEVER_SKIPPED = row -> {
        throw new IllegalStateException("The database left a row out that it had to insert.");
    };

    Batch(Connection connection, String sql, Skipped skipped) {
        this.sql = sql;
        this.skipped = skipped;
        try {
            statement = connection.prepareStatement(sql);
        } catch (SQLException e) {
            throw new BatchException(sql, e);
        }
    }

    /** Values of the statement's places, in order: text, whole numbers or null. */
    void add(@Nullable Object... row) {
        waiting.add(row);
        if (waiting.size() == SIZE) {
            finish();
        }
    }

    /** Executes what is still waiting. */
    void finish() {
        try {
            for (@Nullable Object[] row : waiting) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            int[] counts = statement.executeBatch();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] == 0) {
                    skipped.accept(waiting.get(i));
                }
            }
            waiting.clear();
        } catch (SQLException e) {
            throw new BatchException(sql, e);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new BatchException(sql, e);
        }
    }
}
