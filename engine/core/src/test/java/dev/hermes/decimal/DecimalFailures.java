package dev.hermes.decimal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hermes.decimal.DecimalException.Kind;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;

/** Assertions on what is not a number. */
final class DecimalFailures {

    private DecimalFailures() {}

    static ThrowableAssertAlternative<DecimalException> assertFails(Kind kind, ThrowingCallable action) {
        return assertThatExceptionOfType(DecimalException.class).isThrownBy(action)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    static ThrowableAssertAlternative<DecimalException> assertOverflow(ThrowingCallable action) {
        return assertFails(Kind.OVERFLOW, action).withMessageContaining("does not fit: a number has at most 26 digits");
    }
}
