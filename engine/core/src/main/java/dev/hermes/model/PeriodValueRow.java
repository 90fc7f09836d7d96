package dev.hermes.model;

import dev.hermes.decimal.Decimal;

/**
 * A target, baseline, score or uploaded actual.
 *
 * @param series
 *            a score is the actual of a subjective indicator
 * @param subject
 *            an assignment key in text form, or a person who holds one assignment in the period
 * @param period
 *            the code of the period
 */
public record PeriodValueRow(String indicator, Series series, String subject, String period, Decimal value) {}
