package dev.hermes.model;

import java.time.LocalDate;

/** An assignment held on {@code [from, to)}; one key may be held several times. */
public record AssignmentRow(AssignmentKey key, LocalDate from, LocalDate to) {}
