package dev.hermes.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgendaTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    private final Agenda<String> agenda = new Agenda<>(MONDAY.plusDays(7));

    @Test
    void whatIsDueIsTakenOnceTheOldestFirst() {
        agenda.put(MONDAY.plusDays(1), "refund");
        agenda.put(MONDAY, "complaint");
        assertThat(agenda.take(MONDAY.plusDays(1), 10)).containsExactly("complaint", "refund");
        assertThat(agenda.take(MONDAY.plusDays(1), 10)).isEmpty();
    }

    @Test
    void whatIsTooMuchForOneDayWaitsForTheNext() {
        agenda.put(MONDAY, "first");
        agenda.put(MONDAY, "second");
        assertThat(agenda.take(MONDAY, 1)).containsExactly("first");
        assertThat(agenda.take(MONDAY.plusDays(1), 1)).containsExactly("second");
    }

    @Test
    void laterDaysAndDaysAfterTheEndAreNotDue() {
        agenda.put(MONDAY.plusDays(3), "later");
        agenda.put(MONDAY.plusDays(7), "never");
        assertThat(agenda.take(MONDAY, 10)).isEmpty();
        assertThat(agenda.take(MONDAY.plusDays(30), 10)).containsExactly("later");
    }
}
