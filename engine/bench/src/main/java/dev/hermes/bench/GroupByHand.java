package dev.hermes.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The twenty figures as one plain statement over the same files, in a DuckDB of its own: what somebody writes who knows
 * that DuckDB computes CASE faster than FILTER, and who does not mind that averages are of type DOUBLE and that who
 * moved in mid-month has one row.
 */
final class GroupByHand implements AutoCloseable {

    private final Connection connection;
    private final String sql;

    GroupByHand(World world) {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET threads = " + World.THREADS);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("A database of its own cannot be started.", e);
        }
        sql = """
                SELECT assignment,
                    sum(amount), count(*), sum(nights), avg(amount), max(amount), min(amount),
                    avg(nights), max(nights), min(nights),
                    sum(CASE WHEN amount >= 0 THEN 1 ELSE 0 END),
                    sum(CASE WHEN channel = 'online' THEN amount ELSE 0 END),
                    sum(CASE WHEN channel = 'online' THEN 1 ELSE 0 END),
                    sum(CASE WHEN vip THEN amount ELSE 0 END),
                    sum(CASE WHEN vip THEN 1 ELSE 0 END),
                    sum(CASE WHEN amount >= 500 THEN amount ELSE 0 END),
                    sum(CASE WHEN product = 'cruise' THEN amount ELSE 0 END),
                    sum(CASE WHEN nights > 7 THEN nights ELSE 0 END),
                    sum(CASE WHEN amount < 0 THEN amount ELSE 0 END),
                    avg(CASE WHEN channel IN ('partner', 'phone') THEN amount END),
                    max(CASE WHEN vip AND amount > 0 THEN amount END)
                FROM read_parquet('%s')
                WHERE day >= DATE '%s' AND day < DATE '%s'
                GROUP BY assignment""".formatted(world.files(), Company.START, Company.END);
    }

    /** Runs the statement to its last row. */
    void run() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            if (count != Company.ASSIGNMENTS) {
                throw new IllegalStateException("The statement returned " + count + " rows.");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
