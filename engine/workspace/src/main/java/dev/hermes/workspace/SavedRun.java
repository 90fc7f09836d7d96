package dev.hermes.workspace;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A run whose results are in the workspace.
 *
 * @param id
 *            later runs have greater ones
 * @param calculation
 *            the id of the first of the runs that were calculated together
 * @param origin
 *            what it was calculated from
 * @param revision
 *            counts the revisions of the scheme, from 1; 0 where the scheme was none of the workspace's documents
 * @param author
 *            who calculated
 * @param payouts
 *            how many payees have a payout or a failure
 * @param failures
 *            how many of these failed
 * @param total
 *            all payouts, in the currency
 */
public record SavedRun(long id, long calculation, String scheme, String lineage, String period, String currency,
        RunOrigin origin, int revision, Instant calculatedAt, String author, long payouts, long failures,
        BigDecimal total) {}
