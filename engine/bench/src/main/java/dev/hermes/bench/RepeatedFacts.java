package dev.hermes.bench;

import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSink;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.QueryRows;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Aggregates once and gives the same groups to every later run, so that these show what comes after aggregation. */
final class RepeatedFacts implements FactSource {

    private final FactSource facts;
    private final Map<FactPass, FactGroups> groups = new ConcurrentHashMap<>();

    RepeatedFacts(FactSource facts) {
        this.facts = facts;
    }

    /** What has been asked for: all figures of a run in one pass. */
    FactPass onlyPass() {
        if (groups.size() != 1) {
            throw new IllegalStateException("The run made " + groups.size() + " passes.");
        }
        return groups.keySet().iterator().next();
    }

    @Override
    public FactGroups aggregate(FactPass pass) {
        return groups.computeIfAbsent(pass, facts::aggregate);
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
