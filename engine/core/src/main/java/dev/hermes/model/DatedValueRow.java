package dev.hermes.model;

import java.time.LocalDate;

/**
 * A dated value of one subject on {@code [from, to)}.
 *
 * @param subject
 *            a person, an assignment key in text form or an organisation, as the declaration says
 * @param value
 *            canonical text of the declared type: a plain decimal, {@code true} or {@code false}, an ISO date, text
 */
public record DatedValueRow(String code, String subject, String value, LocalDate from, LocalDate to) {}
