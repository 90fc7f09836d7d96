package dev.hermes.local;

import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a pass and puts its groups together. */
final class PassReader {

    private record GroupKey(@Nullable String subject, int target) {}

    private final PassStatement statement;
    private final Session session;

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
        int size = session.query(statement.sql(), this::readRows);
        @Nullable String[] subjects = statement.subjects().values(size);
        int[] targets = new int[size];
        Arrays.fill(targets, -1);
        if (statement.targets() != null) {
            targets = statement.targets().values(size);
        }
        List<FactGroups.Figures> figures = new ArrayList<>();
        for (PassFigure figure : statement.figures()) {
            figures.add(figure.read(size, figure.isDistinct() ? distinct(figure, subjects, targets) : null));
        }
        return new FactGroups(subjects, targets, statement.facts().values(size), figures);
    }

    private int readRows(ResultSet rows) throws SQLException {
        List<PassColumn> columns = statement.columns();
        int size = 0;
        while (rows.next()) {
            int first = 1;
            for (PassColumn column : columns) {
                column.read(rows, first, size);
                first += column.expressions().size();
            }
            size++;
        }
        return size;
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
