package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.util.ArrayList;
import java.util.List;

/** Whether keys are unique. */
final class Keys {

    private Keys() {}

    /** Keys that more than one row has, in canonical text and in order, at most so many. */
    static List<String> duplicates(FactRelation relation, int limit, Session session) {
        Dataset dataset = relation.dataset();
        SqlColumn key = Keys.column(relation, "f");
        return session.query("SELECT " + key.canonicalText() + " FROM " + relation.source() + " f WHERE " + key.sql()
                + " IS NOT NULL GROUP BY f." + Sql.identifier(dataset.key()) + " HAVING count(*) > 1 ORDER BY f."
                + Sql.identifier(dataset.key()) + " LIMIT " + limit, rows -> {
                    List<String> keys = new ArrayList<>();
                    while (rows.next()) {
                        keys.add(rows.getString(1));
                    }
                    return keys;
                });
    }

    /** The key's column in the table {@code alias}. */
    static SqlColumn column(FactRelation relation, String alias) {
        SqlColumn key = relation.columns(alias).get(relation.dataset().key());
        if (key == null) {
            throw new IllegalArgumentException("The dataset " + relation.dataset().code() + " has no column "
                    + relation.dataset().key() + ", which it declares as its key.");
        }
        return key;
    }
}
