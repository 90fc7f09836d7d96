package dev.hermes.model;

import dev.hermes.decimal.Decimal;

/** What stands for a value that is not there: a failure, a missing value, or a number (usually zero). */
public sealed interface Treatment {

    Treatment FAILURE = new Fail();
    Treatment MISSING = new Miss();
    Treatment ZERO = new Value(Decimal.ZERO);

    record Fail() implements Treatment {}

    record Miss() implements Treatment {}

    record Value(Decimal value) implements Treatment {}
}
