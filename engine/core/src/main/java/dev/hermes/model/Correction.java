package dev.hermes.model;

import dev.hermes.decimal.Decimal;

/** An approved value that takes the place of an indicator's own series for one assignment and period. */
public record Correction(String indicator, Series series, String subject, String period, Decimal value,
        String reason) {}
