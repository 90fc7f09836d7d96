package dev.hermes.workspace;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.OpeningBalance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
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

    private static final String COLUMNS = "id, scheme, lineage, period, fingerprint, facts_version, calculated_at, "
            + "payout_count, failure_count";

    private final WorkspaceDatabase database;
    private final Clock clock;

    Runs(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Saves the results of a run, all or none.
     *
     * @throws WorkspaceException
     *             where the period is closed
     */
    public SavedRun save(RunRecord run) {
        long failures = run.payouts().stream().filter(payout -> payout.failure() != null).count();
        Instant now = clock.instant();
        return database.write(handle -> {
            Closings.refuseClosed(handle, run.calendar(), run.period());
            long id = handle.createUpdate("""
                    INSERT INTO runs (scheme, lineage, period, fingerprint, facts_version, calculated_at,
                                      payout_count, failure_count)
                    VALUES (:scheme, :lineage, :period, :fingerprint, :factsVersion, :now, :payouts, :failures)""")
                    .bind("scheme", run.scheme()).bind("lineage", run.lineage()).bind("period", run.period())
                    .bind("fingerprint", run.fingerprint()).bind("factsVersion", run.factsVersion())
                    .bind("now", now.toString()).bind("payouts", run.payouts().size()).bind("failures", failures)
                    .executeAndReturnGeneratedKeys("id").mapTo(long.class).one();
            savePayouts(handle, id, run.payouts());
            return new SavedRun(id, run.scheme(), run.lineage(), run.period(), run.fingerprint(), run.factsVersion(),
                    now, run.payouts().size(), failures);
        });
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
                .createQuery("SELECT " + COLUMNS + " FROM intact_runs WHERE scheme = :scheme AND period = :period "
                        + "ORDER BY id DESC LIMIT 1")
                .bind("scheme", scheme).bind("period", period).map((row, _) -> run(row)).findOne());
    }

    /** All runs, the latest first. */
    public List<SavedRun> all() {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM intact_runs ORDER BY id DESC")
                .map((row, _) -> run(row)).list());
    }

    private static SavedRun run(ResultSet row) throws SQLException {
        return new SavedRun(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6), Instant.parse(row.getString(7)), row.getLong(8), row.getLong(9));
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
        return database.read(handle -> {
            Map<String, Map<String, Map<String, Decimal>>> carried = new HashMap<>();
            Map<String, Set<String>> failed = new HashMap<>();
            periodsBefore.forEach((lineage, before) -> latestOfLineage(handle, lineage, before).ifPresent(run -> {
                Map<String, Map<String, Decimal>> balances = closingBalances(handle, run);
                Map<String, Map<String, Decimal>> paid = new HashMap<>();
                Set<String> unpaid = new HashSet<>();
                handle.createQuery("SELECT payee, failure IS NOT NULL FROM intact_payouts WHERE run_id = :run")
                        .bind("run", run).map((row, _) -> Map.entry(row.getString(1), row.getBoolean(2)))
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

    private static Optional<Long> latestOfLineage(Handle handle, String lineage, String period) {
        return handle
                .createQuery(
                        "SELECT id FROM intact_runs WHERE lineage = :lineage AND period = :period ORDER BY id DESC LIMIT 1")
                .bind("lineage", lineage).bind("period", period).mapTo(Long.class).findOne();
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
