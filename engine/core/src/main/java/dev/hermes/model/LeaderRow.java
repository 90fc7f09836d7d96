package dev.hermes.model;

import java.time.LocalDate;

/**
 * The head of an organisation on {@code [from, to)}: an assignment key in text form, or a person. A person heads
 * through the assignment held in that organisation on the day, or else through the only one held anywhere.
 */
public record LeaderRow(String organisation, String head, LocalDate from, LocalDate to) {}
