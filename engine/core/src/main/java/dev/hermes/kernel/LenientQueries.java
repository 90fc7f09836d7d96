package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.facts.FactGroups;
import dev.hermes.facts.FactPass;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSink;
import dev.hermes.facts.FactSource;
import dev.hermes.facts.QueryRows;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Facts of which a query that is refused returns nothing, so that the calculation goes on. Whoever uses these must not
 * show what was made of such a query.
 */
final class LenientQueries implements FactSource {

    private final FactSource facts;
    private final Map<String, List<Finding>> refused = new ConcurrentHashMap<>();

    LenientQueries(FactSource facts) {
        this.facts = facts;
    }

    /** What is wrong with queries, by their text. */
    Map<String, List<Finding>> refused() {
        return refused;
    }

    @Override
    public FactGroups aggregate(FactPass pass) {
        return facts.aggregate(pass);
    }

    @Override
    public void scan(FactScan scan, FactSink sink) {
        facts.scan(scan, sink);
    }

    @Override
    public QueryRows query(String sql, LocalDate from, LocalDate to) {
        try {
            return facts.query(sql, from, to);
        } catch (FindingsException refusal) {
            refused.put(sql, refusal.findings());
            return new QueryRows(DatedValue.Subject.ASSIGNMENT, new String[0], new NumberColumn(0));
        }
    }

    @Override
    public String version() {
        return facts.version();
    }
}
