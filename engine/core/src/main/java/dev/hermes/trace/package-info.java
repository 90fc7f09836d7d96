/**
 * How a figure came about, as a tree from a payout down to the facts. Recorded by the code that evaluates; here it is
 * only held and written out.
 */
@NullMarked
package dev.hermes.trace;

import org.jspecify.annotations.NullMarked;
