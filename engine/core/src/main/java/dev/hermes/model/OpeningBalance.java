package dev.hermes.model;

import dev.hermes.decimal.Decimal;

/**
 * The value of a balance with which a payee enters a period.
 *
 * @param lineage
 *            the scheme's lineage
 */
public record OpeningBalance(String lineage, String balance, String payee, String period, Decimal value) {}
