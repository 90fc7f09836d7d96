package dev.hermes.workspace.cache;

import dev.hermes.local.DuckFacts;
import dev.hermes.local.FactFiles;
import dev.hermes.local.ListedRows;
import dev.hermes.model.Dataset;
import java.util.List;

/** What queries of one dataset list, remembered by their text and the version of the facts. Thread-safe. */
public final class CachedLists {

    private static final Notation<ListedRows> NOTATION = Notation.of(ListedRows.class);

    private final DuckFacts facts;
    private final FactFiles files;
    private final Cache cache;

    /**
     * @param files
     *            those that the facts were opened with
     */
    public CachedLists(DuckFacts facts, FactFiles files, Cache cache) {
        this.facts = facts;
        this.files = files;
        this.cache = cache;
    }

    private record Question(String sql, Dataset dataset) {}

    /**
     * As {@link DuckFacts#list}.
     *
     * @param sql
     *            says in which order rows are, and reads this dataset alone
     */
    public ListedRows of(String sql, Dataset dataset) {
        return cache.get(
                new CacheKey(NOTATION.kind(), ContentDigest.of(new Question(sql, dataset)),
                        files.only(List.of(dataset.code())).version()),
                NOTATION, () -> facts.list(sql));
    }
}
