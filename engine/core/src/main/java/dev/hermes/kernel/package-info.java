/**
 * Where figures are evaluated, whole columns at a time: formulas, roll-ups, rules, rounding. Whichever runner fetched
 * the facts, this is the only code that computes with them, and the code that records how.
 */
@NullMarked
package dev.hermes.kernel;

import org.jspecify.annotations.NullMarked;
