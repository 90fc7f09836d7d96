package dev.hermes.workspace;

import java.time.Instant;

/**
 * A run whose results are in the workspace.
 *
 * @param id
 *            later runs have greater ones
 * @param payouts
 *            how many payees have a payout or a failure
 * @param failures
 *            how many of these failed
 */
public record SavedRun(long id, String scheme, String lineage, String period, String fingerprint, String factsVersion,
        Instant calculatedAt, long payouts, long failures) {}
