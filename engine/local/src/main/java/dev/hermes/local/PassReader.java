package dev.hermes.local;

import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDataChunkReader;
import org.jspecify.annotations.Nullable;

/** Runs a pass and puts its groups together. */
final class PassReader {

    /** The temporary table of the groups: reading its chunks takes half the time of reading a result row by row. */
    private static final String GROUPS = "hermes_groups";

    private record GroupKey(@Nullable String subject, int target) {}

    private final PassStatement statement;
    private final Session session;
    private int rowsRead;

    private PassReader(PassStatement statement, Session session) {
        this.statement = statement;
        this.session = session;
    }

    static FactGroups read(FactPass pass, FactRelations relations, Session session) {
        PassStatement statement = new PassStatement(pass, new ViewTables(pass.view(), relations, session));
        if (statement.isPlaced()) {
            PlacementTable.fill(session, pass.placements());
        }
        return new PassReader(statement, session).read();
    }

    private FactGroups read() {
        session.run("CREATE TEMP TABLE " + GROUPS + " AS " + statement.sql());
        int size = session.query("SELECT count(*) FROM " + GROUPS, rows -> rows.next() ? rows.getInt(1) : 0);
        statement.columns().forEach(column -> column.allocate(size));
        session.stream("SELECT * FROM " + GROUPS, size, this::readChunk);
        @Nullable String[] subjects = statement.subjects().values();
        int[] targets = new int[size];
        Arrays.fill(targets, -1);
        if (statement.targets() != null) {
            targets = statement.targets().values();
        }
        List<FactGroups.Figures> figures = new ArrayList<>();
        for (PassFigure figure : statement.figures()) {
            figures.add(figure.read(size, figure.isDistinct() ? distinct(figure, subjects, targets) : null));
        }
        return new FactGroups(subjects, targets, statement.facts().values(), figures);
    }

    private void readChunk(DuckDBDataChunkReader chunk) {
        int first = 0;
        for (PassColumn column : statement.columns()) {
            column.read(chunk, first, rowsRead);
            first += column.expressions().size();
        }
        rowsRead += Math.toIntExact(chunk.rowCount());
    }

    private List<List<String>> distinct(PassFigure figure, @Nullable String[] subjects, int[] targets) {
        Map<GroupKey, Integer> groups = new HashMap<>();
        List<List<String>> values = new ArrayList<>();
        for (int i = 0; i < subjects.length; i++) {
            groups.put(new GroupKey(subjects[i], targets[i]), i);
            values.add(new ArrayList<>());
        }
        int last = statement.isPlaced() ? 3 : 2;
        return session.query(statement.distinctSql(figure), rows -> {
            while (rows.next()) {
                int target = -1;
                if (statement.isPlaced()) {
                    int found = rows.getInt(2);
                    target = rows.wasNull() ? -1 : found;
                }
                Integer group = groups.get(new GroupKey(rows.getString(1), target));
                if (group == null) {
                    throw new SQLException("A group appeared between two readings of the same files.");
                }
                values.get(group).add(rows.getString(last));
            }
            values.forEach(list -> list.sort(null));
            return values;
        });
    }
}
