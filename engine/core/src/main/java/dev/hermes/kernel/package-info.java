/**
 * Where plans are calculated: {@link dev.hermes.kernel.Engine} computes the indicators and then pays, scheme after
 * scheme. Whichever runner fetched the facts, this is the only code that computes with them, and the code that records
 * how. Below it lie {@code internal.evaluation}, then {@code internal.indicators}, then {@code internal.explanation},
 * each of which knows only those before it.
 */
@NullMarked
package dev.hermes.kernel;

import org.jspecify.annotations.NullMarked;
