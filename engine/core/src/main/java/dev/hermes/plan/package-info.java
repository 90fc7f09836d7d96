/**
 * From documents to a calculation: formulas checked against the names they may use, dependencies ordered, cycles
 * refused, and for a period exactly the figures that its schemes need.
 */
@NullMarked
package dev.hermes.plan;

import org.jspecify.annotations.NullMarked;
