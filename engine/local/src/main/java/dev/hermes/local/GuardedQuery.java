package dev.hermes.local;

import dev.hermes.model.Dataset;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Runs SQL that people have written: one SELECT over datasets, within limits. Of one thread. */
final class GuardedQuery {

    private static final String NAME = "hermes_query";

    private final Session session;
    private final FactRelations relations;
    private final Collection<Dataset> datasets;
    private final Limits limits;

    GuardedQuery(Session session, FactRelations relations, Collection<Dataset> datasets, Limits limits) {
        this.session = session;
        this.relations = relations;
        this.datasets = datasets;
        this.limits = limits;
    }

    /**
     * Runs a query.
     *
     * @param days
     *            what its bindings mean, by their names
     * @param reader
     *            takes what it returns: at most one row more than is permitted, which shows that there are too many
     * @throws FindingsException
     *             where it may not run, or fails
     */
    <T> T run(String sql, Map<String, LocalDate> days, Session.ResultReader<T> reader) {
        try {
            // The text that runs is the text that was checked.
            QueryGuard.check(sql, datasets, session);
            String limited = "SELECT * FROM (" + withoutSemicolon(sql) + "\n) LIMIT " + (limits.queryRows() + 1);
            QueryGuard.Accepted accepted = QueryGuard.check(limited, datasets, session);
            refuseUnbound(accepted, days);
            accepted.datasets().forEach(this::makeVisible);
            session.query("PREPARE " + NAME + " AS " + limited, limits.queryTime(), rows -> null);
            String bindings = accepted.bindings().stream()
                    .map(name -> Sql.identifier(name) + " := " + Sql.date(Objects.requireNonNull(days.get(name))))
                    .collect(Collectors.joining(", ", "(", ")"));
            return session.query("EXECUTE " + NAME + (accepted.bindings().isEmpty() ? "" : bindings),
                    limits.queryTime(), reader);
        } catch (QueryGuard.Refusal e) {
            throw refusal(e.reason());
        } catch (FactAccessException e) {
            throw refusal(e.timedOut()
                    ? Message.of(
                            "The query was ended after {0} s. Maybe a join lacks a condition; or select fewer rows.",
                            limits.queryTime().toSeconds())
                    : Message.of("The query failed: {0}. Correct it, or cast where a value does not fit.",
                            e.reason()));
        }
    }

    private static void refuseUnbound(QueryGuard.Accepted accepted, Map<String, LocalDate> days)
            throws QueryGuard.Refusal {
        for (String name : accepted.bindings()) {
            if (!days.containsKey(name)) {
                throw new QueryGuard.Refusal(
                        Message.of("${0} means nothing here: the query is about all rows. Remove it.", name));
            }
        }
    }

    private static String withoutSemicolon(String sql) {
        String text = sql.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    private void makeVisible(Dataset dataset) {
        String columns = dataset.columns().stream().map(column -> Sql.identifier(column.name()))
                .collect(Collectors.joining(", "));
        session.run("CREATE OR REPLACE TEMP VIEW " + Sql.identifier(dataset.code()) + " AS SELECT " + columns + " FROM "
                + relations.of(dataset, session).source());
    }

    /** A query that is wrong. */
    static FindingsException refusal(Message message) {
        return new FindingsException(List.of(Finding.error("query", "", null, message)));
    }
}
