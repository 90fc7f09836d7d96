/**
 * How the columns of a plan come about, in its order: what facts and uploads give each assignment on each stretch of
 * days, what that is over days and over those below, and what indicators compare and combine.
 */
@NullMarked
package dev.hermes.kernel.internal.indicators;

import org.jspecify.annotations.NullMarked;
