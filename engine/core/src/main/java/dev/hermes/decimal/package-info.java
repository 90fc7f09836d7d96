/**
 * The one kind of number of the engine: a decimal of 38 digits, 12 of them fractional. As a value
 * ({@link dev.hermes.decimal.Decimal}), as pairs of longs for column kernels
 * ({@link dev.hermes.decimal.DecimalRegister}) and as sums that may pass 38 digits on the way
 * ({@link dev.hermes.decimal.WideSum}, {@link dev.hermes.decimal.WideSums}).
 */
@NullMarked
package dev.hermes.decimal;

import org.jspecify.annotations.NullMarked;
