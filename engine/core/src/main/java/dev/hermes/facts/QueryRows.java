package dev.hermes.facts;

import dev.hermes.column.NumberColumn;
import dev.hermes.model.DatedValue;

/**
 * What a query returned.
 *
 * @param subject
 *            what the subjects are
 * @param subjects
 *            keys of assignments or persons, each at most once
 * @param values
 *            one for each subject; may be missing
 */
public record QueryRows(DatedValue.Subject subject, String[] subjects, NumberColumn values) {}
