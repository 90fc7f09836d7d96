package dev.hermes.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The twenty aggregates as one plain statement over the same files, in a DuckDB of its own. */
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
                    count(*) FILTER (WHERE amount >= 0),
                    sum(amount) FILTER (WHERE channel = 'online'),
                    count(*) FILTER (WHERE channel = 'online'),
                    sum(amount) FILTER (WHERE vip),
                    count(*) FILTER (WHERE vip),
                    sum(amount) FILTER (WHERE amount >= 500),
                    sum(amount) FILTER (WHERE product = 'cruise'),
                    sum(nights) FILTER (WHERE nights > 7),
                    sum(amount) FILTER (WHERE amount < 0),
                    avg(amount) FILTER (WHERE channel IN ('partner', 'phone')),
                    max(amount) FILTER (WHERE vip AND amount > 0)
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
