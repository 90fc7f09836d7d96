package dev.hermes.model;

import java.time.LocalDate;

/** Who a person, or one assignment by its key, reports to on {@code [from, to)}; it wins over heads of organisations. */
public record SuperiorRow(String subordinate, String superior, LocalDate from, LocalDate to) {}
