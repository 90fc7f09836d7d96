package dev.hermes.local;

import dev.hermes.column.NumberColumn;
import dev.hermes.facts.QueryRows;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Message;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the SQL of an indicator: a value for each assignment or person. */
final class SubjectQuery {

    private static final int CAPACITY = 1024;
    private static final int SCALE = 12;
    private static final int DUPLICATES_NAMED = 5;
    private static final Pattern NUMBER = Pattern
            .compile("(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|UTINYINT|USMALLINT|UINTEGER|UBIGINT)"
                    + "|DECIMAL\\(\\d+,\\s*(\\d+)\\)");

    private final GuardedQuery query;
    private final Limits limits;

    SubjectQuery(GuardedQuery query, Limits limits) {
        this.query = query;
        this.limits = limits;
    }

    QueryRows run(String sql, LocalDate from, LocalDate to) {
        return query.run(sql, Map.of("from", from, "to", to), this::read);
    }

    private QueryRows read(ResultSet rows) throws SQLException {
        ResultSetMetaData layout = rows.getMetaData();
        int value = column(layout, "value");
        int assignment = column(layout, "assignment");
        int person = column(layout, "person");
        if (layout.getColumnCount() != 2 || value == 0 || assignment + person == 0) {
            throw GuardedQuery
                    .refusal(Message.of("The query must return two columns, assignment or person, and value; it "
                            + "returns {0}. Name them with AS.", names(layout)));
        }
        checkType(layout.getColumnTypeName(value));
        int subject = assignment + person;
        if (!layout.getColumnTypeName(subject).equals("VARCHAR")) {
            throw GuardedQuery.refusal(Message.of("The column {0} is of type {1}. Write CAST(... AS VARCHAR).",
                    layout.getColumnLabel(subject), layout.getColumnTypeName(subject)));
        }
        return read(rows, subject, value, assignment > 0
                ? DatedValue.Subject.ASSIGNMENT
                : DatedValue.Subject.PERSON);
    }

    private QueryRows read(ResultSet rows, int subject, int value, DatedValue.Subject kind) throws SQLException {
        List<String> subjects = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> twice = new LinkedHashSet<>();
        NumberCells cells = new NumberCells(CAPACITY);
        while (rows.next()) {
            String name = rows.getString(subject);
            if (name == null) {
                throw GuardedQuery
                        .refusal(
                                Message.of("A row names nobody. Leave such rows out with WHERE ... IS NOT NULL, or say "
                                        + "who they belong to."));
            }
            if (subjects.size() == limits.queryRows()) {
                throw GuardedQuery
                        .refusal(Message.of("The query returns more than {0} rows. It must return one for each "
                                + "assignment or person; maybe GROUP BY is missing.", limits.queryRows()));
            }
            if (!seen.add(name) && twice.size() < DUPLICATES_NAMED) {
                twice.add(name);
            }
            cells.set(subjects.size(), number(rows.getObject(value)));
            subjects.add(name);
        }
        if (!twice.isEmpty()) {
            throw GuardedQuery
                    .refusal(Message.of("The query returns several rows for {0}. It must return one for each; maybe "
                            + "GROUP BY is missing.", String.join(", ", twice)));
        }
        NumberColumn values = cells.toColumn(subjects.size(), _ -> true, Message.of("value of the query"));
        return new QueryRows(kind, subjects.toArray(String[]::new), values);
    }

    private static @Nullable BigDecimal number(@Nullable Object fetched) {
        return fetched == null || fetched instanceof BigDecimal
                ? (BigDecimal) fetched
                : new BigDecimal(fetched.toString());
    }

    private static void checkType(String type) {
        Matcher number = NUMBER.matcher(type);
        if (!number.matches()) {
            throw GuardedQuery.refusal(type.equals("DOUBLE") || type.equals("FLOAT")
                    ? Message.of(
                            "The column value is of type {0}, which has no exact decimals. Write CAST(round(..., 4) "
                                    + "AS DECIMAL(18,4)).",
                            type)
                    : Message.of("The column value is of type {0}. Write CAST(... AS DECIMAL(18,4)).", type));
        }
        if (number.group(1) != null && Integer.parseInt(number.group(1)) > SCALE) {
            throw GuardedQuery
                    .refusal(Message.of("The column value has {0} fractional digits, and a number has at most 12. "
                            + "Write CAST(... AS DECIMAL(38,12)).", number.group(1)));
        }
    }

    private static int column(ResultSetMetaData layout, String name) throws SQLException {
        for (int i = 1; i <= layout.getColumnCount(); i++) {
            if (layout.getColumnLabel(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return 0;
    }

    private static String names(ResultSetMetaData layout) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= layout.getColumnCount(); i++) {
            names.add(layout.getColumnLabel(i));
        }
        return String.join(", ", names);
    }
}
