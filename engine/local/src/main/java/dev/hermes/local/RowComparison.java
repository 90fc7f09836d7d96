package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares new rows with each other and with those of current files, and finds the ones that break a rule. Both the rows
 * and what is found are in files and tables of the session, so memory is bounded by its limits. Of one thread.
 */
final class RowComparison {

    private static final String FOUND = "hermes_found";
    private static final String REFUSED = "hermes_refused";

    private final Session session;
    private final Dataset dataset;
    private final String rows;
    private final String line;
    private final KeyHashes keys;

    /**
     * Compares the rows of a dataset.
     *
     * @param rows
     *            what stands in a FROM clause and has the new rows
     * @param line
     *            the name of the column that has their lines, each of which differs from the others
     * @param keys
     *            what is known of the new rows' keys
     */
    RowComparison(Session session, Dataset dataset, String rows, String line, KeyHashes keys) {
        this.session = session;
        this.dataset = dataset;
        this.rows = rows;
        this.line = Sql.identifier(line);
        this.keys = keys;
    }

    /** Finds the rows that break a rule, and returns how many these are. */
    long find(List<RowRule> rules) {
        session.run("CREATE TEMP TABLE " + FOUND + " (line BIGINT, rule INTEGER, other BIGINT)");
        for (int i = 0; i < rules.size(); i++) {
            switch (rules.get(i)) {
                case RowRule.Unique unique -> findRepeated(unique, i);
                case RowRule.Key key when isOfOwn(key) -> {
                    // Later, when the rows are known that stay.
                }
                case RowRule.Key key -> findUnknown(key, i, rows);
            }
        }
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof RowRule.Key key && isOfOwn(key)) {
                findUnknownOfOwn(key, i);
            }
        }
        session.run("CREATE TEMP TABLE " + REFUSED + " AS SELECT line, rule, max(other) AS other FROM " + FOUND
                + " GROUP BY line, rule ORDER BY line, rule");
        session.run("DROP TABLE " + FOUND);
        return session.query("SELECT count(DISTINCT line) FROM " + REFUSED, RowComparison::number);
    }

    /** The rows that break no rule, once they were looked for. */
    String staying() {
        return without(REFUSED);
    }

    private String without(String found) {
        return "(SELECT * FROM " + rows + " WHERE " + line + " NOT IN (SELECT line FROM " + found + "))";
    }

    /** The refusals of the rows that came from these lines, in the order of lines and rules. */
    List<RowRefusal> refusals(long first, long last) {
        return session.query("SELECT line, rule, other FROM " + REFUSED + " WHERE line BETWEEN " + first + " AND "
                + last + " ORDER BY line, rule", found -> {
                    List<RowRefusal> refusals = new ArrayList<>();
                    while (found.next()) {
                        refusals.add(new RowRefusal(found.getLong(1), found.getInt(2), found.getLong(3)));
                    }
                    return refusals;
                });
    }

    private void findRepeated(RowRule.Unique rule, int place) {
        String column = Sql.identifier(rule.column());
        if (!isKnownToDiffer(rule)) {
            session.run("INSERT INTO " + FOUND + " SELECT later." + line + ", " + place + ", earlier.line FROM " + rows
                    + " later JOIN (SELECT " + column + " AS value, min(" + line + ") AS line FROM " + rows + " WHERE "
                    + column + " IS NOT NULL GROUP BY " + column + " HAVING count(*) > 1) earlier ON later." + column
                    + " = earlier.value WHERE later." + line + " > earlier.line");
        }
        if (!rule.current().isEmpty()) {
            findPresent(column, place, FactRelations.read(dataset, rule.current(), session).source());
        }
        if (!rule.replaced().files().isEmpty()) {
            findPresent(column, place, staying(rule.replaced()));
        }
    }

    private void findPresent(String column, int place, String current) {
        session.run("INSERT INTO " + FOUND + " SELECT later." + line + ", " + place + ", 0 FROM " + rows
                + " later SEMI JOIN " + current + " present ON later." + column + " = present." + column);
    }

    /** The rows of files that the new ones do not replace. */
    private String staying(PartlyReplaced replaced) {
        return "(SELECT * FROM " + FactRelations.read(dataset, replaced.files(), session).source() + " WHERE "
                + replaced.stays(dataset, rows) + ")";
    }

    /** That nothing is there twice is usual, and soon known. */
    private boolean isKnownToDiffer(RowRule.Unique rule) {
        return rule.column().equals(dataset.key()) && keys.proveDifferent()
                || haveDifferentHashes(Sql.identifier(rule.column()));
    }

    private boolean haveDifferentHashes(String column) {
        return session.query("SELECT count(" + column + ") - count(DISTINCT hash(" + column + ")) FILTER (" + column
                + " IS NOT NULL) FROM " + rows, RowComparison::number) == 0;
    }

    private void findUnknown(RowRule.Key rule, int place, String among) {
        FactRelation relation = FactRelations.read(rule.dataset(), rule.current(), session);
        String own = isOfOwn(rule)
                ? " UNION ALL SELECT " + Keys.column(relation, "fresh").canonicalText() + " FROM " + among + " fresh"
                        + knownToStay(rule, relation)
                : "";
        session.run("INSERT INTO " + FOUND + " SELECT later." + line + ", " + place + ", 0 FROM " + among
                + " later ANTI JOIN (SELECT " + Keys.column(relation, "present").canonicalText() + " AS value FROM "
                + relation.source() + " present" + own + ") known ON later." + Sql.identifier(rule.column())
                + " = known.value WHERE later." + Sql.identifier(rule.column()) + " IS NOT NULL");
    }

    private String knownToStay(RowRule.Key rule, FactRelation relation) {
        return rule.replaced().files().isEmpty()
                ? ""
                : " UNION ALL SELECT " + Keys.column(relation, "before").canonicalText() + " FROM "
                        + staying(rule.replaced()) + " before";
    }

    /** A row that is found may have been the one that another one refers to. */
    private void findUnknownOfOwn(RowRule.Key rule, int place) {
        long before;
        do {
            before = found();
            findUnknown(rule, place, without(FOUND));
        } while (found() > before);
    }

    private long found() {
        return session.query("SELECT count(*) FROM " + FOUND, RowComparison::number);
    }

    private boolean isOfOwn(RowRule.Key rule) {
        return rule.dataset().code().equals(dataset.code());
    }

    private static long number(ResultSet rows) throws SQLException {
        return rows.next() ? rows.getLong(1) : 0;
    }
}
