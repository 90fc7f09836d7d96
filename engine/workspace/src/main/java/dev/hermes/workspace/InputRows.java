package dev.hermes.workspace;

import dev.hermes.digest.Sha256;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Adjustment;
import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.LeaderRow;
import dev.hermes.model.OrganisationRow;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.PersonRow;
import dev.hermes.model.Series;
import dev.hermes.model.SuperiorRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;

/** Reads what mappings have brought in, within one transaction. Of one thread. */
final class InputRows {

    private final Handle handle;
    private final Needed needed;
    /** Codes come back a million times as new strings; each is kept once. */
    private final Map<String, String> codes = new HashMap<>();

    InputRows(Handle handle, Needed needed) {
        this.handle = handle;
        this.needed = needed;
    }

    /**
     * Names the rows that count. Rows never change; they come with an import that is new or larger, and go from one that
     * becomes smaller.
     */
    static String version(Handle handle) {
        return Sha256.of(handle.createQuery("""
                SELECT id || ':' || row_count || ':' || accepted_count FROM intact_imports AS imports
                WHERE row_count > 0 AND NOT EXISTS (SELECT 1 FROM fact_files WHERE import_id = imports.id)
                ORDER BY id""").mapTo(String.class).collect(Collectors.joining("\n")));
    }

    CalcInputs read(CalcInputs.Balances balances) {
        return new CalcInputs(organisations(), leaders(), superiors(), persons(), assignments(), datedValues(),
                periodValues(), corrections(), adjustments(), balances);
    }

    private List<OrganisationRow> organisations() {
        return rows("SELECT code, name, level, parent, from_day, to_day FROM intact_organisations",
                (row, _) -> new OrganisationRow(row.getString(1), row.getString(2), code(row, 3), row.getString(4),
                        day(row, 5), day(row, 6)));
    }

    private List<LeaderRow> leaders() {
        return rows("SELECT organisation, head, from_day, to_day FROM intact_leaders",
                (row, _) -> new LeaderRow(row.getString(1), row.getString(2), day(row, 3), day(row, 4)));
    }

    private List<SuperiorRow> superiors() {
        return rows("SELECT subordinate, superior, from_day, to_day FROM intact_superiors",
                (row, _) -> new SuperiorRow(row.getString(1), code(row, 2), day(row, 3), day(row, 4)));
    }

    /** Where a person was brought in twice, by the name that came last. */
    private List<PersonRow> persons() {
        Map<String, PersonRow> persons = new LinkedHashMap<>();
        rows("SELECT person, name FROM intact_persons ORDER BY import_id, line",
                (row, _) -> new PersonRow(row.getString(1), row.getString(2)))
                .forEach(person -> persons.put(person.person(), person));
        return List.copyOf(persons.values());
    }

    private List<AssignmentRow> assignments() {
        return rows("SELECT person, position, organisation, from_day, to_day FROM intact_assignments",
                (row, _) -> new AssignmentRow(new AssignmentKey(row.getString(1), code(row, 2), code(row, 3)),
                        day(row, 4), day(row, 5)));
    }

    private List<DatedValueRow> datedValues() {
        return rows("SELECT code, subject, value, from_day, to_day FROM intact_dated_values",
                (row, _) -> new DatedValueRow(code(row, 1), row.getString(2), row.getString(3), day(row, 4),
                        day(row, 5)),
                new Restriction("code", needed.datedValues()));
    }

    private List<PeriodValueRow> periodValues() {
        return rows("SELECT indicator, series, subject, period, value FROM intact_period_values",
                (row, _) -> new PeriodValueRow(code(row, 1), series(row, 2), row.getString(3), code(row, 4),
                        Decimal.parse(row.getString(5))),
                new Restriction("indicator", needed.indicators()), new Restriction("period", needed.periods()));
    }

    private List<Correction> corrections() {
        return rows("SELECT indicator, series, subject, period, value, reason FROM intact_corrections",
                (row, _) -> new Correction(code(row, 1), series(row, 2), row.getString(3), code(row, 4),
                        Decimal.parse(row.getString(5)), row.getString(6)),
                new Restriction("indicator", needed.indicators()), new Restriction("period", needed.periods()));
    }

    private List<Adjustment> adjustments() {
        return rows("SELECT scheme, payee, period, amount, reason FROM intact_adjustments",
                (row, _) -> new Adjustment(code(row, 1), row.getString(2), code(row, 3),
                        Decimal.parse(row.getString(4)), row.getString(5)),
                new Restriction("period", needed.periods()));
    }

    /** @param codes null: no restriction */
    private record Restriction(String column, @Nullable Set<String> codes) {}

    private <T> List<T> rows(String sql, RowMapper<T> mapper, Restriction... restrictions) {
        List<String> conditions = new ArrayList<>();
        for (Restriction restriction : restrictions) {
            if (restriction.codes() != null) {
                conditions.add(restriction.column() + " IN (<" + restriction.column() + ">)");
            }
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        try (Query query = handle.createQuery(sql + where)) {
            for (Restriction restriction : restrictions) {
                Set<String> codes = restriction.codes();
                if (codes != null) {
                    query.bindList(EmptyHandling.NULL_KEYWORD, restriction.column(), List.copyOf(codes));
                }
            }
            return query.map(mapper).list();
        }
    }

    private String code(ResultSet row, int column) throws SQLException {
        String code = row.getString(column);
        String known = codes.putIfAbsent(code, code);
        return known == null ? code : known;
    }

    private Series series(ResultSet row, int column) throws SQLException {
        return Series.valueOf(code(row, column).toUpperCase(Locale.ROOT));
    }

    private static LocalDate day(ResultSet row, int column) throws SQLException {
        return LocalDate.ofEpochDay(row.getInt(column));
    }
}
