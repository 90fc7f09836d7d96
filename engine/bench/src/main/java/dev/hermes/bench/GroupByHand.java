package dev.hermes.bench;

import dev.hermes.facts.FactPass.Placement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * The twenty figures as one plain statement over the same files, in a DuckDB of its own: what somebody writes who knows
 * that DuckDB computes CASE faster than FILTER, and who does not mind averages of type DOUBLE. It is there twice: with
 * the groups that the engine asks for, which tell where in the hierarchy a fact belongs that happened before a move and
 * where one after it, and with one group an assignment, as if nobody ever moved.
 */
final class GroupByHand implements AutoCloseable {

    private static final String FIGURES = """
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
            """;

    private final Connection connection;
    private final String sameGroups;
    private final String withoutMoves;

    /** @param stretches the days between moves of those who move */
    GroupByHand(World world, List<Placement> stretches) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + World.THREADS);
            statement.execute(
                    "CREATE TABLE stretches (assignment VARCHAR, from_day DATE, to_day DATE, stretch INTEGER)");
        }
        try (DuckDBAppender rows = connection.unwrap(DuckDBConnection.class).createAppender("stretches")) {
            for (Placement stretch : stretches) {
                rows.beginRow().append(stretch.subject()).append(stretch.from()).append(stretch.to())
                        .append(stretch.target()).endRow();
            }
        }
        String orders = "read_parquet('" + world.files() + "')";
        String month = "WHERE day >= DATE '" + Company.START + "' AND day < DATE '" + Company.END + "'";
        sameGroups = "SELECT orders.assignment, stretch, " + FIGURES + "FROM " + orders + " orders LEFT JOIN stretches"
                + " ON stretches.assignment = orders.assignment AND day >= from_day AND day < to_day " + month
                + " GROUP BY orders.assignment, stretch";
        withoutMoves = "SELECT assignment, " + FIGURES + "FROM " + orders + " " + month + " GROUP BY assignment";
    }

    /** Runs the statement with the engine's groups and returns how many there are. */
    int sameGroups() throws SQLException {
        return run(sameGroups);
    }

    /** Runs the statement with one group an assignment and returns how many there are. */
    int withoutMoves() throws SQLException {
        return run(withoutMoves);
    }

    /** Runs a statement to its last row. */
    private int run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
