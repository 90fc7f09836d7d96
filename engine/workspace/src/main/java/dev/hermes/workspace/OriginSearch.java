package dev.hermes.workspace;

import dev.hermes.decimal.Decimal;
import dev.hermes.local.FactLine;
import dev.hermes.model.Series;
import dev.hermes.trace.Origin;
import dev.hermes.trace.SourceRow;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import tools.jackson.databind.json.JsonMapper;

/** Looks up where some rows came from, a group of rows with each statement. Within one transaction, of one thread. */
final class OriginSearch {

    private static final JsonMapper JSON = new JsonMapper();

    /** What is left of a row's columns begins behind its mapping, file and line. */
    private static final int FIRST = 4;

    /** Reads what tells a row from others. */
    @FunctionalInterface
    private interface Reading {

        SourceRow read(ResultSet row) throws SQLException;
    }

    /** Rows that are found together. */
    private sealed interface Group {

        record PeriodValues(String indicator, Series series, String period) implements Group {}

        record Corrections(String indicator, Series series, String period) implements Group {}

        record DatedValues(String code) implements Group {}

        record Adjustments(String scheme, String payee, String period) implements Group {}

        record OpeningBalances(String lineage, String balance, String period) implements Group {}

        record Rates(String table) implements Group {}
    }

    private record Found(SourceRow row, Origin origin) {}

    private final Handle handle;
    private final Set<SourceRow> wanted;
    private final Map<SourceRow, Origin> origins = new HashMap<>();
    private final Set<SourceRow> several = new HashSet<>();

    OriginSearch(Handle handle, Set<SourceRow> wanted) {
        this.handle = handle;
        this.wanted = wanted;
    }

    /** What was found; without rows that more than one origin was found for. */
    Map<SourceRow, Origin> found() {
        origins.keySet().removeAll(several);
        return origins;
    }

    private void add(SourceRow row, Origin origin) {
        if (wanted.contains(row) && origins.put(row, origin) != null) {
            several.add(row);
        }
    }

    /** Adds facts that stand in files of this folder. */
    void facts(Map<SourceRow.Fact, FactLine> lines, Path folder) {
        if (lines.isEmpty()) {
            return;
        }
        record Source(String mapping, String file) {}
        Map<Path, Source> sources = handle.createQuery("""
                SELECT facts.file, imports.mapping, imports.file
                FROM intact_fact_files AS facts JOIN intact_imports AS imports ON imports.id = facts.import_id""")
                .map((row, _) -> Map.entry(folder.resolve(row.getString(1)),
                        new Source(row.getString(2), row.getString(3))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        lines.forEach((fact, line) -> {
            Source source = sources.get(line.file());
            if (source != null) {
                add(fact, new Origin(source.mapping(), source.file(), line.line()));
            }
        });
    }

    /** Adds what stands in the tables. */
    void tables() {
        Map<Group, Set<String>> groups = new HashMap<>();
        for (SourceRow row : wanted) {
            switch (row) {
                case SourceRow.Fact _ -> {
                    // Stands in a file.
                }
                case SourceRow.PeriodValue value -> groups.computeIfAbsent(
                        new Group.PeriodValues(value.indicator(), value.series(), value.period()),
                        _ -> new TreeSet<>()).add(value.subject());
                case SourceRow.Correction value -> groups.computeIfAbsent(
                        new Group.Corrections(value.indicator(), value.series(), value.period()),
                        _ -> new TreeSet<>()).add(value.subject());
                case SourceRow.DatedValue value -> groups
                        .computeIfAbsent(new Group.DatedValues(value.code()), _ -> new TreeSet<>())
                        .add(value.subject());
                case SourceRow.Adjustment value -> groups.put(
                        new Group.Adjustments(value.scheme(), value.payee(), value.period()), Set.of());
                case SourceRow.OpeningBalance value -> groups.computeIfAbsent(
                        new Group.OpeningBalances(value.lineage(), value.balance(), value.period()),
                        _ -> new TreeSet<>()).add(value.payee());
                case SourceRow.Rate value -> groups.put(new Group.Rates(value.table()), Set.of());
            }
        }
        groups.forEach(this::search);
    }

    /** @param of whose rows are wanted; none where the group is of one, or of all */
    private void search(Group group, Set<String> of) {
        switch (group) {
            case Group.PeriodValues(String indicator, Series series, String period) -> search("period_values",
                    "subject",
                    Map.of("indicator", indicator, "series", series.word(), "period", period), in("subject", of),
                    row -> new SourceRow.PeriodValue(indicator, series, row.getString(FIRST), period));
            case Group.Corrections(String indicator, Series series, String period) -> search("corrections", "subject",
                    Map.of("indicator", indicator, "series", series.word(), "period", period), in("subject", of),
                    row -> new SourceRow.Correction(indicator, series, row.getString(FIRST), period));
            case Group.DatedValues(String code) -> search("dated_values", "subject, from_day", Map.of("code", code),
                    in("subject", of), row -> new SourceRow.DatedValue(code, row.getString(FIRST),
                            LocalDate.ofEpochDay(row.getInt(FIRST + 1))));
            case Group.Adjustments adjustments -> adjustments(adjustments);
            case Group.OpeningBalances(String lineage, String balance, String period) -> search("opening_balances",
                    "payee", Map.of("lineage", lineage, "balance", balance, "period", period), in("payee", of),
                    row -> new SourceRow.OpeningBalance(lineage, balance, row.getString(FIRST), period));
            case Group.Rates(String table) -> search("rates", RateRows.COLUMNS, Map.of("rate_table", table), Map.of(),
                    row -> new SourceRow.Rate(table, RateRows.row(row, FIRST)));
        }
    }

    /** Those that are alike are counted in the order in which they were brought in. */
    private void adjustments(Group.Adjustments group) {
        Map<SourceRow.Adjustment, Integer> alike = new HashMap<>();
        search("adjustments", "amount, reason",
                Map.of("scheme", group.scheme(), "payee", group.payee(), "period", group.period()), Map.of(), row -> {
                    SourceRow.Adjustment first = new SourceRow.Adjustment(group.scheme(), group.payee(), group.period(),
                            Decimal.parse(row.getString(FIRST)), row.getString(FIRST + 1), 1);
                    return new SourceRow.Adjustment(first.scheme(), first.payee(), first.period(), first.amount(),
                            first.reason(), alike.merge(first, 1, Integer::sum));
                });
    }

    private static Map<String, String> in(String column, Set<String> values) {
        return Map.of(column, JSON.writeValueAsString(values));
    }

    /**
     * @param equal
     *            columns with the value that they have
     * @param within
     *            columns with the values that they have one of, as a JSON array
     */
    private void search(String table, String columns, Map<String, String> equal, Map<String, String> within,
            Reading reading) {
        StringBuilder sql = new StringBuilder("SELECT imports.mapping, imports.file, line, " + columns + " FROM intact_"
                + table + " AS searched JOIN intact_imports AS imports ON imports.id = import_id WHERE true");
        equal.keySet().forEach(column -> sql.append(" AND ").append(column).append(" = :").append(column));
        within.keySet().forEach(column -> sql.append(" AND ").append(column)
                .append(" IN (SELECT value FROM json_each(:").append(column).append("))"));
        try (Query query = handle.createQuery(sql + " ORDER BY import_id, line")) {
            query.bindMap(equal).bindMap(within)
                    .map((row, _) -> new Found(reading.read(row),
                            new Origin(row.getString(1), row.getString(2), row.getLong(3))))
                    .forEach(found -> add(found.row(), found.origin()));
        }
    }
}
