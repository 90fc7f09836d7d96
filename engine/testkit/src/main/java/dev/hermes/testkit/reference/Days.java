package dev.hermes.testkit.reference;

import dev.hermes.model.Period;
import java.time.LocalDate;
import java.util.stream.Stream;

/** The days {@code [from, to)}. */
record Days(LocalDate from, LocalDate to) {

    static Days of(Period period) {
        return new Days(period.start(), period.end());
    }

    Stream<LocalDate> all() {
        return from.isBefore(to) ? from.datesUntil(to) : Stream.empty();
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
