package dev.hermes.local;

import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactView;
import dev.hermes.model.Dataset;
import dev.hermes.model.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The tables that one statement reads: the dataset, those joined datasets of which it names a column, and placements.
 * Columns are to be asked for before the FROM clause is.
 */
final class ViewTables {

    /** The temporary table that {@link PlacementTable} fills. */
    static final String PLACEMENTS = "hermes_placements";

    /** The temporary table of the subjects that a scan is about. */
    static final String SUBJECTS = "hermes_subjects";

    private final FactView view;
    private final FactRelations relations;
    private final Session session;
    private final FactRelation relation;
    private final Map<String, SqlColumn> columns;
    private final Map<String, Joined> joined = new LinkedHashMap<>();
    private final SqlColumn subject;
    private final SqlColumn date;

    private record Joined(FactRelation relation, String alias, SqlColumn column, Map<String, SqlColumn> columns) {}

    ViewTables(FactView view, FactRelations relations, Session session) {
        this.view = view;
        this.relations = relations;
        this.session = session;
        relation = relations.of(view.dataset(), session);
        columns = relation.columns("f");
        subject = column(view.subject());
        date = column(view.date());
        if (date.type() != ValueType.DATE) {
            throw new IllegalArgumentException("The column " + view.date() + " of the dataset " + view.dataset().code()
                    + " must be a date, not a " + date.type().word() + ", to decide when a fact happened.");
        }
    }

    /** How many rows the dataset has in all: no statement sums more. */
    long rows() {
        return relation.rows();
    }

    SqlColumn subject() {
        return subject;
    }

    SqlColumn date() {
        return date;
    }

    SqlColumn key() {
        return Keys.column(relation, "f");
    }

    SqlColumn column(ColumnName name) {
        SqlColumn column = name.alias().isEmpty()
                ? columns.get(name.column())
                : joined(name.alias()).columns().get(name.column());
        if (column == null) {
            throw new IllegalArgumentException("The dataset " + view.dataset().code() + " stores no column " + name
                    + ". Maybe it is a measure: measures are computed from rows, not stored.");
        }
        return column;
    }

    private Joined joined(String alias) {
        Joined known = joined.get(alias);
        if (known == null) {
            Dataset other = view.joined().get(alias);
            Dataset.Join join = view.dataset().joins().stream().filter(j -> j.alias().equals(alias)).findFirst()
                    .orElse(null);
            if (other == null || join == null) {
                throw new IllegalArgumentException(
                        "The dataset " + view.dataset().code() + " joins nothing by the name "
                                + alias + ".");
            }
            String table = "j" + joined.size();
            FactRelation rows = relations.withUniqueKeys(other, session);
            Map<String, SqlColumn> found = new LinkedHashMap<>();
            // A row that meets none of the other dataset has none of its values.
            rows.columns(table).forEach((name, column) -> found.put(name,
                    new SqlColumn(column.sql(), column.declared(), true)));
            known = new Joined(rows, table, column(new ColumnName("", join.column())), found);
            joined.put(alias, known);
        }
        return known;
    }

    /** FROM and WHERE: the view's rows, without those that did not happen in it or were not known yet. */
    String fromWhere(boolean placed) {
        StringBuilder sql = new StringBuilder(" FROM ").append(relation.source()).append(" f");
        for (Joined other : joined.values()) {
            SqlColumn key = Keys.column(other.relation(), other.alias());
            boolean sameType = key.type() == other.column().type();
            sql.append(" LEFT JOIN ").append(other.relation().source()).append(' ').append(other.alias())
                    .append(" ON ").append(sameType ? key.sql() : key.canonicalText()).append(" = ")
                    .append(sameType ? other.column().sql() : other.column().canonicalText());
        }
        if (placed) {
            sql.append(" LEFT JOIN ").append(PLACEMENTS).append(" p ON p.subject = ").append(subject.canonicalText())
                    .append(" AND p.from_day <= ").append(date.sql()).append(" AND ").append(date.sql())
                    .append(" < p.to_day");
        }
        sql.append(" WHERE ").append(date.sql()).append(" >= ").append(Sql.date(view.from())).append(" AND ")
                .append(date.sql()).append(" < ").append(Sql.date(view.to()));
        if (view.asOf() != null) {
            sql.append(" AND ").append(known()).append(" <= ").append(Sql.date(view.asOf()));
        }
        return sql.toString();
    }

    /** The day on which a row became known. */
    private String known() {
        String recorded = view.dataset().recorded();
        if (recorded == null) {
            return date.sql();
        }
        SqlColumn column = column(new ColumnName("", recorded));
        return column.nullable() ? "coalesce(" + column.sql() + ", " + date.sql() + ")" : column.sql();
    }
}
