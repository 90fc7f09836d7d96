/**
 * Who holds which assignment when, and who is above whom: organisations, heads and assignments of a span of days,
 * turned into numbered rows and stretches. Days are counted from 1970-01-01; stretches are {@code [from, to)}.
 */
@NullMarked
package dev.hermes.roster;

import org.jspecify.annotations.NullMarked;
