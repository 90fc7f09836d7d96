package dev.hermes.workspace;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.OpeningBalance;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The results of runs; all are kept, the latest one of a scheme and period counts. Thread-safe. */
public final class Runs {

    private static final String SELECT = """
            SELECT runs.id, calculation, scheme, lineage, period, currency, runs.operation, runs.revision, fingerprint,
                   facts_version, inputs_version, as_of, coalesce(revisions.number, 0), calculated_at, author,
                   payout_count, failure_count, total
            FROM intact_runs AS runs LEFT JOIN intact_revisions AS revisions ON revisions.id = runs.revision
            """;

    private final WorkspaceDatabase database;
    private final Clock clock;
    private final String author;

    Runs(WorkspaceDatabase database, Clock clock, String author) {
        this.database = database;
        this.clock = clock;
        this.author = author;
    }

    /** Saves the results of a run. As {@link #save(List)}. */
    public SavedRun save(RunRecord run) {
        return save(List.of(run)).getFirst();
    }

    /**
     * Saves the results of runs that were calculated together, all or none.
     *
     * @throws WorkspaceException
     *             where the period is closed
     */
    public List<SavedRun> save(List<RunRecord> runs) {
        Instant now = clock.instant();
        return database.write(handle -> {
            long calculation = handle
                    .createQuery("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'runs'), 0) + 1")
                    .mapTo(long.class).one();
            List<Long> ids = new ArrayList<>();
            for (RunRecord run : runs) {
                Closings.refuseClosed(handle, run.calendar(), run.period());
                long id = insert(handle, calculation, run, now);
                savePayouts(handle, id, run.payouts());
                ids.add(id);
            }
            return ids.stream().map(id -> find(handle, id).orElseThrow()).toList();
        });
    }

    private long insert(Handle handle, long calculation, RunRecord run, Instant now) {
        RunOrigin origin = run.origin();
        return handle.createUpdate("""
                INSERT INTO runs (calculation, scheme, lineage, period, currency, as_of, operation, revision, fingerprint,
                                  facts_version, inputs_version, calculated_at, author, payout_count, failure_count, total)
                VALUES (:calculation, :scheme, :lineage, :period, :currency, :asOf, :operation, :revision, :fingerprint,
                        :facts, :inputs, :now, :author, :payouts, :failures, :total)""")
                .bind("calculation", calculation).bind("scheme", run.scheme()).bind("lineage", run.lineage())
                .bind("period", run.period()).bind("currency", run.currency())
                .bind("asOf", origin.asOf() == null ? null : origin.asOf().toString())
                .bind("operation", origin.operation()).bind("revision", origin.revision())
                .bind("fingerprint", origin.fingerprint()).bind("facts", origin.factsVersion())
                .bind("inputs", origin.inputsVersion()).bind("now", now.toString()).bind("author", author)
                .bind("payouts", run.payouts().size()).bind("failures", run.failures())
                .bind("total", run.total().toPlainString())
                .executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
    }

    private static void savePayouts(Handle handle, long run, List<PayoutRecord> payouts) {
        try (Batch batch = new Batch(handle.getConnection(),
                "INSERT INTO payouts (run_id, payee, amount, failure) VALUES (?, ?, ?, ?)", Batch.NEVER_SKIPPED)) {
            for (PayoutRecord payout : payouts) {
                Decimal amount = payout.amount();
                batch.add(run, payout.payee(), amount == null ? null : amount.toString(), payout.failure());
            }
            batch.finish();
        }
        try (Batch batch = new Batch(handle.getConnection(),
                "INSERT INTO closing_balances (run_id, payee, balance, value) VALUES (?, ?, ?, ?)",
                Batch.NEVER_SKIPPED)) {
            for (PayoutRecord payout : payouts) {
                payout.closingBalances().forEach(
                        (balance, value) -> batch.add(run, payout.payee(), balance, value.toString()));
            }
            batch.finish();
        }
    }

    /** The latest run of a scheme for a period. */
    public Optional<SavedRun> latest(String scheme, String period) {
        return database.read(handle -> handle
                .createQuery(SELECT + "WHERE scheme = :scheme AND period = :period ORDER BY runs.id DESC LIMIT 1")
                .bind("scheme", scheme).bind("period", period).map((row, _) -> run(row)).findOne());
    }

    /** The run with an id. */
    public Optional<SavedRun> find(long id) {
        return database.read(handle -> find(handle, id));
    }

    private static Optional<SavedRun> find(Handle handle, long id) {
        return handle.createQuery(SELECT + "WHERE runs.id = :id").bind("id", id).map((row, _) -> run(row)).findOne();
    }

    /** All runs, the latest first. */
    public List<SavedRun> all() {
        return database.read(handle -> handle.createQuery(SELECT + "ORDER BY runs.id DESC").map((row, _) -> run(row))
                .list());
    }

    /** A run with those that were calculated together with it, the first first. */
    public List<SavedRun> together(SavedRun run) {
        return database.read(handle -> handle
                .createQuery(SELECT + "WHERE calculation = :calculation ORDER BY runs.id")
                .bind("calculation", run.calculation()).map((row, _) -> run(row)).list());
    }

    private static SavedRun run(ResultSet row) throws SQLException {
        String asOf = row.getString(12);
        RunOrigin origin = new RunOrigin(row.getLong(7), row.getString(8), row.getString(9), row.getString(10),
                row.getString(11), asOf == null ? null : LocalDate.parse(asOf));
        return new SavedRun(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), origin, row.getInt(13), Instant.parse(row.getString(14)), row.getString(15),
                row.getLong(16), row.getLong(17), new BigDecimal(row.getString(18)));
    }

    /** The payouts of a saved run, in the order of the payees' text. */
    public List<PayoutRecord> payouts(SavedRun run) {
        return database.read(handle -> {
            Map<String, Map<String, Decimal>> balances = closingBalances(handle, run.id());
            return handle
                    .createQuery("SELECT payee, amount, failure FROM intact_payouts WHERE run_id = :run ORDER BY payee")
                    .bind("run", run.id()).map((row, _) -> {
                        String payee = row.getString(1);
                        String amount = row.getString(2);
                        return new PayoutRecord(payee, amount == null ? null : Decimal.parse(amount),
                                row.getString(3), balances.getOrDefault(payee, Map.of()));
                    }).list();
        });
    }

    /**
     * The balances with which payees enter a period: those brought in for it, and those that the latest run of each
     * lineage's period before has closed.
     *
     * @param period
     *            the code of the period
     * @param periodsBefore
     *            for each lineage the code of the period before; lineages that are in their first period are not in it
     */
    public CalcInputs.Balances balances(String period, Map<String, String> periodsBefore) {
        return balances(period, periodsBefore, Long.MAX_VALUE);
    }

    /**
     * The same as it was before a run was saved: later runs do not count. Balances that were brought in are those of now.
     *
     * @param run
     *            the id of the run
     */
    public CalcInputs.Balances balances(String period, Map<String, String> periodsBefore, long run) {
        return database.read(handle -> {
            Map<String, Map<String, Map<String, Decimal>>> carried = new HashMap<>();
            Map<String, Set<String>> failed = new HashMap<>();
            periodsBefore
                    .forEach((lineage, before) -> latestOfLineage(handle, lineage, before, run).ifPresent(latest -> {
                        Map<String, Map<String, Decimal>> balances = closingBalances(handle, latest);
                        Map<String, Map<String, Decimal>> paid = new HashMap<>();
                        Set<String> unpaid = new HashSet<>();
                        handle.createQuery("SELECT payee, failure IS NOT NULL FROM intact_payouts WHERE run_id = :run")
                                .bind("run", latest).map((row, _) -> Map.entry(row.getString(1), row.getBoolean(2)))
                                .forEach(payee -> {
                                    if (payee.getValue()) {
                                        unpaid.add(payee.getKey());
                                    } else {
                                        paid.put(payee.getKey(), balances.getOrDefault(payee.getKey(), Map.of()));
                                    }
                                });
                        carried.put(lineage, paid);
                        failed.put(lineage, unpaid);
                    }));
            return new CalcInputs.Balances(uploaded(handle, period), carried, failed);
        });
    }

    private static Optional<Long> latestOfLineage(Handle handle, String lineage, String period, long before) {
        return handle
                .createQuery(
                        "SELECT id FROM intact_runs WHERE lineage = :lineage AND period = :period AND id < :before "
                                + "ORDER BY id DESC LIMIT 1")
                .bind("before", before).bind("lineage", lineage).bind("period", period).mapTo(Long.class).findOne();
    }

    private static List<OpeningBalance> uploaded(Handle handle, String period) {
        return handle.createQuery("""
                SELECT lineage, balance, payee, period, value FROM intact_opening_balances
                WHERE period = :period ORDER BY lineage, balance, payee""").bind("period", period)
                .map((row, _) -> new OpeningBalance(row.getString(1), row.getString(2), row.getString(3),
                        row.getString(4), Decimal.parse(row.getString(5))))
                .list();
    }

    private static Map<String, Map<String, Decimal>> closingBalances(Handle handle, long run) {
        Map<String, Map<String, Decimal>> balances = new HashMap<>();
        handle.createQuery("SELECT payee, balance, value FROM intact_closing_balances WHERE run_id = :run")
                .bind("run", run)
                .map((row, _) -> {
                    balances.computeIfAbsent(row.getString(1), _ -> new LinkedHashMap<>()).put(row.getString(2),
                            Decimal.parse(row.getString(3)));
                    return row.getString(1);
                }).forEach(_ -> {
                });
        return balances;
    }
}
