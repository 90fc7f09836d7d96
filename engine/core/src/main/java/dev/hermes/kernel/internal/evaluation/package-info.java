/**
 * How formulas, rate tables and rules are evaluated, a column at a time, over whatever a {@code Frame} lets them read;
 * and how what they did is recorded. Knows nothing of organisations or pay.
 */
@NullMarked
package dev.hermes.kernel.internal.evaluation;

import org.jspecify.annotations.NullMarked;
