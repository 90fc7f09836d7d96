package dev.hermes.workspace.cache;

import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSink;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.QueryRows;
import dev.hermes.model.Dataset;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Facts whose passes are remembered: what one pass found, for exactly this question and these facts. Rows that are
 * handed over and the answers of queries are not. Thread-safe as the facts are.
 */
public final class CachedFacts implements FactSource {

    private static final Notation<FactGroups> NOTATION = Notation.of(FactGroups.class);

    private final FactSource facts;
    private final Cache cache;
    private final Function<Set<String>, String> versions;

    /**
     * @param versions
     *            the version of the facts of some datasets, given their codes: it changes whenever any of them changes
     */
    public CachedFacts(FactSource facts, Cache cache, Function<Set<String>, String> versions) {
        this.facts = facts;
        this.cache = cache;
        this.versions = versions;
    }

    @Override
    public FactGroups aggregate(FactPass pass) {
        Set<String> datasets = new TreeSet<>();
        datasets.add(pass.view().dataset().code());
        pass.view().joined().values().stream().map(Dataset::code).forEach(datasets::add);
        return cache.get(new CacheKey(NOTATION.kind(), ContentDigest.of(pass), versions.apply(datasets)), NOTATION,
                () -> facts.aggregate(pass));
    }

    @Override
    public void scan(FactScan scan, FactSink sink) {
        facts.scan(scan, sink);
    }

    @Override
    public QueryRows query(String sql, LocalDate from, LocalDate to) {
        return facts.query(sql, from, to);
    }

    @Override
    public String version() {
        return facts.version();
    }
}
