package dev.hermes.model;

import dev.hermes.decimal.Decimal;

/**
 * An approved plus or minus on pay.
 *
 * @param payee
 *            the assignment key in text form, or the person, as the scheme pays
 */
public record Adjustment(String scheme, String payee, String period, Decimal amount, String reason) {}
