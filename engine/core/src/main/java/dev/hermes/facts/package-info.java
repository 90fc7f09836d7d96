/**
 * What the engine asks of whoever keeps the facts: to filter, group, sum and count stored columns, and to hand over
 * rows. Everything else (products, quotients, averages, rounding) is the kernel's.
 */
@NullMarked
package dev.hermes.facts;

import org.jspecify.annotations.NullMarked;
