/**
 * How the value of an indicator is followed down: to formulas, members and days, and at last to rows of facts.
 */
@NullMarked
package dev.hermes.kernel.internal.explanation;

import org.jspecify.annotations.NullMarked;
