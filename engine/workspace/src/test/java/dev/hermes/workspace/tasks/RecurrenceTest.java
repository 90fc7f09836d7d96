package dev.hermes.workspace.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.workspace.Recurrence;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When something is done again and again. */
class RecurrenceTest {

    /** The occasions after a moment, as people at the place see them. */
    private static Stream<String> occasions(String recurrence, String after, int number) {
        Recurrence read = Recurrence.parse(recurrence);
        return Stream.iterate(read.next(Instant.parse(after)), read::next).limit(number).map(Instant::toString);
    }

    @Test
    void dailyIsByTheClocksOfThePlace() {
        assertThat(occasions("daily 05:30 Asia/Shanghai", "2026-03-01T00:00:00Z", 2))
                .containsExactly("2026-03-01T21:30:00Z", "2026-03-02T21:30:00Z");
    }

    @Test
    void aTimeThatClocksPassOverIsAsMuchLater() {
        // 02:30 does not exist on 29 March 2026: clocks go from 02:00 to 03:00.
        assertThat(occasions("daily 02:30 Europe/Berlin", "2026-03-27T12:00:00Z", 3))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void aTimeThatClocksShowTwiceIsTheFirst() {
        assertThat(occasions("daily 02:30 Europe/Berlin", "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
        // Between the two.
        assertThat(occasions("daily 02:30 Europe/Berlin", "2026-10-25T01:00:00Z", 1))
                .containsExactly("2026-10-26T01:30:00Z");
    }

    @Test
    void aDayThatIsLeftOutIsNotDoneTwice() {
        // Samoa had no 30 December 2011.
        assertThat(occasions("daily 05:00 Pacific/Apia", "2011-12-29T00:00:00Z", 3))
                .containsExactly("2011-12-29T15:00:00Z", "2011-12-30T15:00:00Z", "2011-12-31T15:00:00Z");
    }

    @Test
    void everySoManyMinutesIsAtRoundTimes() {
        assertThat(occasions("every 10 minutes", "2026-03-01T11:53:10Z", 3))
                .containsExactly("2026-03-01T12:00:00Z", "2026-03-01T12:10:00Z", "2026-03-01T12:20:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"daily 05:30 Europe/Berlin", "every 10 minutes"})
    void itIsWrittenAsItIsRead(String text) {
        assertThat(Recurrence.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "daily 25:00 Europe/Berlin", "daily 05:30 Mars/North", "every 0 minutes", "hourly"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Recurrence.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
