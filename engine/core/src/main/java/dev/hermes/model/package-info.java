/**
 * The words of the product as immutable records: what analysts write (indicators, rate tables, rule tables, parameters,
 * schemes, populations, calendars, datasets) and what is brought in (organisations, assignments, dated values, targets,
 * corrections, adjustments). Nothing here calculates.
 */
@NullMarked
package dev.hermes.model;

import org.jspecify.annotations.NullMarked;
