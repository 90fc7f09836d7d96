package dev.hermes.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter err = new StringWriter();
    private long now;

    @Test
    void workThatIsSoonOverIsNotTalkedAbout() {
        try (ProgressLine progress = progress(true, false)) {
            passMillis(400);
            progress.progress("facts", 1, 5);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void onATerminalOneLineIsOverwrittenAndAtTheEndRemoved() {
        try (ProgressLine progress = progress(true, false)) {
            passMillis(600);
            progress.progress("facts", 1, 5000);
            passMillis(50);
            progress.progress("facts", 2, 5000);
            passMillis(100);
            progress.progress("facts", 3, 5000);
        }
        assertThat(err).hasToString(
                "\r\u001b[KImporting · facts  1 of 5,000\r\u001b[KImporting · facts  3 of 5,000\r\u001b[K");
    }

    @Test
    void elsewhereALineComesNowAndThen() {
        try (ProgressLine progress = progress(false, false)) {
            passMillis(2_900);
            progress.progress("orders", 50_000, "rows");
            passMillis(200);
            progress.progress("orders", 100_000, "rows");
            passMillis(4_900);
            progress.progress("orders", 200_000, "rows");
            passMillis(200);
            progress.progress("orders", 300_000, "rows");
        }
        assertThat(err.toString().lines()).containsExactly("Importing · orders  100,000 rows",
                "Importing · orders  300,000 rows");
    }

    @Test
    void quietIsQuiet() {
        try (ProgressLine progress = progress(true, true)) {
            passMillis(10_000);
            progress.progress("facts", 1, 5);
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whoeverCancelsEndsTheWork() {
        try (ProgressLine progress = new ProgressLine(terminal(false), "Importing", false, () -> true, () -> now)) {
            assertThatThrownBy(progress::checkCancelled).isInstanceOf(CancellationException.class);
        }
    }

    private ProgressLine progress(boolean interactive, boolean quiet) {
        return new ProgressLine(terminal(interactive), "Importing", quiet, () -> false, () -> now);
    }

    private Terminal terminal(boolean interactive) {
        return new Terminal(new PrintWriter(err), new PrintWriter(err, true), interactive, false);
    }

    private void passMillis(long millis) {
        now += TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
