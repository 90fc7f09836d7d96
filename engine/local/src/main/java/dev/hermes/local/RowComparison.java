package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares new rows with each other and with those of current files, and takes out the ones that break a rule. Both the
 * rows and the refusals are in tables of the session, so memory is bounded by its limits. Of one thread.
 */
final class RowComparison {

    /** The place of a new row, from 0, and the line that it came from: columns beside those of the dataset, which have no spaces. */
    static final String PLACE = "\"hermes row\"";
    static final String LINE = "\"hermes line\"";
    private static final String FOUND = "hermes_found";
    private static final String REFUSED = "hermes_refused";

    private final Session session;
    private final Dataset dataset;
    private final String rows;

    /** @param rows the table with the new rows */
    RowComparison(Session session, Dataset dataset, String rows) {
        this.session = session;
        this.dataset = dataset;
        this.rows = rows;
    }

    /** Takes out the rows that break a rule, and returns how many these are. */
    long takeOut(List<RowRule> rules) {
        long before = count(rows);
        session.run("CREATE TEMP TABLE " + FOUND + " (place BIGINT, rule INTEGER, other BIGINT)");
        for (int i = 0; i < rules.size(); i++) {
            switch (rules.get(i)) {
                case RowRule.Unique unique -> findRepeated(unique, i);
                case RowRule.Key key when isOfOwn(key) -> {
                    // Later, when the rows are known that stay.
                }
                case RowRule.Key key -> findUnknown(key, i);
            }
        }
        remove();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i) instanceof RowRule.Key key && isOfOwn(key)) {
                removeUnknown(key, i);
            }
        }
        session.run("CREATE TEMP TABLE " + REFUSED + " AS SELECT place, rule, max(other) AS other FROM " + FOUND
                + " GROUP BY place, rule ORDER BY place, rule");
        session.run("DROP TABLE " + FOUND);
        return before - count(rows);
    }

    /** The refusals of the rows in these places, in the order of rows and rules. */
    List<RowRefusal> refusals(long first, long last) {
        return session.query("SELECT place, rule, other FROM " + REFUSED + " WHERE place BETWEEN " + first + " AND "
                + last + " ORDER BY place, rule", found -> {
                    List<RowRefusal> refusals = new ArrayList<>();
                    while (found.next()) {
                        refusals.add(new RowRefusal(found.getLong(1), found.getInt(2), found.getLong(3)));
                    }
                    return refusals;
                });
    }

    private void findRepeated(RowRule.Unique rule, int place) {
        String column = Sql.identifier(rule.column());
        session.run("INSERT INTO " + FOUND + " SELECT later." + PLACE + ", " + place + ", earlier.line FROM " + rows
                + " later JOIN (SELECT " + column + " AS value, min(" + PLACE + ") AS place, arg_min(" + LINE + ", "
                + PLACE + ") AS line FROM " + rows + " WHERE " + column + " IS NOT NULL GROUP BY " + column
                + " HAVING count(*) > 1) earlier ON later." + column + " = earlier.value WHERE later." + PLACE
                + " > earlier.place");
        if (!rule.current().isEmpty()) {
            String current = FactRelations.read(dataset, rule.current(), session).source();
            session.run("INSERT INTO " + FOUND + " SELECT " + PLACE + ", " + place + ", 0 FROM " + rows
                    + " later SEMI JOIN " + current + " present ON later." + column + " = present." + column);
        }
    }

    private void findUnknown(RowRule.Key rule, int place) {
        FactRelation relation = FactRelations.read(rule.dataset(), rule.current(), session);
        String own = isOfOwn(rule)
                ? " UNION ALL SELECT " + Keys.column(relation, "fresh").canonicalText() + " FROM " + rows + " fresh"
                : "";
        session.run("INSERT INTO " + FOUND + " SELECT " + PLACE + ", " + place + ", 0 FROM " + rows
                + " later ANTI JOIN (SELECT " + Keys.column(relation, "present").canonicalText() + " AS value FROM "
                + relation.source() + " present" + own + ") known ON later." + Sql.identifier(rule.column())
                + " = known.value WHERE later." + Sql.identifier(rule.column()) + " IS NOT NULL");
    }

    /** A row that is taken out may have been the one that another one refers to. */
    private void removeUnknown(RowRule.Key rule, int place) {
        long before;
        do {
            before = count(rows);
            findUnknown(rule, place);
            remove();
        } while (count(rows) < before);
    }

    private boolean isOfOwn(RowRule.Key rule) {
        return rule.dataset().code().equals(dataset.code());
    }

    private void remove() {
        session.run("DELETE FROM " + rows + " WHERE " + PLACE + " IN (SELECT place FROM " + FOUND + ")");
    }

    private long count(String table) {
        return session.query("SELECT count(*) FROM " + table, found -> found.next() ? found.getLong(1) : 0L);
    }
}
