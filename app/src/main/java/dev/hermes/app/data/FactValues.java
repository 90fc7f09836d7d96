package dev.hermes.app.data;

import dev.hermes.app.data.AttributeValues.Frequent;
import dev.hermes.document.Library;
import dev.hermes.local.DuckFacts;
import dev.hermes.local.FactFiles;
import dev.hermes.local.Limits;
import dev.hermes.model.Dataset;
import dev.hermes.model.ValueType;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.cache.CachedLists;
import java.util.List;

/** Looks at the values of one column of facts. */
final class FactValues {

    private FactValues() {}

    /** What the facts that are there have in a column; not for the screen's thread. */
    static AttributeValues of(Workspace workspace, Attribute.Id id) {
        Library library = workspace.documents().library();
        FactFiles files = workspace.facts().current();
        Dataset dataset = library.dataset(id.dataset()).orElseThrow();
        if (files.of(id.dataset()).isEmpty()) {
            return new AttributeValues(0, 0, 0, List.of(), "", "");
        }
        boolean isKey = dataset.key().equals(id.code());
        ValueType type = dataset.columns().stream().filter(column -> column.name().equals(id.code())).findFirst()
                .orElseThrow().type().value();
        boolean isOrdered = type == ValueType.NUMBER || type == ValueType.DATE;
        String column = '"' + id.code() + '"';
        String from = " FROM \"" + id.dataset() + "\"";
        try (DuckFacts facts = DuckFacts.open(files, library.datasets(), Limits.standard().withThreads(1))) {
            CachedLists lists = new CachedLists(facts, files, workspace.cache());
            List<String> all = lists.of("SELECT count(*) AS key, count(" + column + ") AS present, "
                    + (isOrdered || isKey ? "0" : "count(DISTINCT " + column + ")") + " AS different, "
                    + (isOrdered ? "min(" + column + ")" : "NULL") + " AS least, "
                    + (isOrdered ? "max(" + column + ")" : "NULL") + " AS greatest" + from, dataset).rows().getFirst();
            List<Frequent> frequent = isOrdered || isKey
                    ? List.of()
                    : lists.of("SELECT " + column + " AS key, count(*) AS rows" + from + " WHERE " + column
                            + " IS NOT NULL GROUP BY ALL ORDER BY rows DESC, key LIMIT " + AttributeValues.MOST,
                            dataset).rows()
                            .stream().map(row -> new Frequent(row.get(0), Long.parseLong(row.get(1)))).toList();
            return new AttributeValues(Long.parseLong(all.get(1)), Long.parseLong(all.get(0)),
                    Long.parseLong(all.get(2)), frequent, all.get(3), all.get(4));
        }
    }
}
