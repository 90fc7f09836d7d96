/**
 * The engine's meaning once more, as plainly as it can be said: one payee, one day and one fact at a time, in
 * {@link java.math.BigDecimal}, without a thought for speed. Runners are proven against it.
 */
@NullMarked
package dev.hermes.testkit.reference;

import org.jspecify.annotations.NullMarked;
