package dev.hermes.testkit.reference;

import dev.hermes.model.Failure;
import java.math.BigDecimal;
import java.time.LocalDate;

/** What something came to: a value, nothing, or a failure. */
@SuppressWarnings("ClassInitializationDeadlock")
public sealed interface Figure {

    /** There is no value. */
    Figure MISSING = new Missing();

    /**
     * A value.
     *
     * @param value
     *            a {@link BigDecimal}, {@link String}, {@link Boolean} or {@link LocalDate}
     */
    record Present(Object value) implements Figure {

        @Override
        public String toString() {
            return text();
        }

        /** Canonical text: plain decimals without trailing zeros, true, 2026-01-31. */
        @Override
        public String text() {
            return value instanceof BigDecimal number ? Arithmetic.text(number) : value.toString();
        }
    }

    record Missing() implements Figure {

        @Override
        public String toString() {
            return "missing";
        }
    }

    record Failed(Failure failure) implements Figure {

        @Override
        public String toString() {
            return failure.code() + " " + failure.text();
        }
    }

    static Figure of(Object value) {
        return new Present(value);
    }

    static Figure of(long number) {
        return new Present(BigDecimal.valueOf(number));
    }

    static Figure failed(Failure failure) {
        return new Failed(failure);
    }

    default boolean isPresent() {
        return this instanceof Present;
    }

    default boolean isMissing() {
        return this instanceof Missing;
    }

    default boolean isFailed() {
        return this instanceof Failed;
    }

    /** The value of a present number. */
    default BigDecimal number() {
        return (BigDecimal) ((Present) this).value();
    }

    /** Whether this is the present value true. */
    default boolean isTrue() {
        return this instanceof Present present && present.value().equals(true);
    }

    /** The canonical text of a present value. */
    default String text() {
        return toString();
    }

    /** The same, a failure seen from a place around it. */
    default Figure within(String place) {
        return this instanceof Failed failed ? new Failed(failed.failure().within(place)) : this;
    }
}
