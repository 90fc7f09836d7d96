package dev.hermes.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.Cli;
import dev.hermes.app.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hermes} does without a command, on a small demo. */
class TourTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theLatestMonthIsCalculatedAndOnePayoutExplained() {
        Path demo = folder.resolve("demo");
        Cli made = Cli.hermes("demo", demo, "--people", 120, "--facts", 6000, "--months", 2, "--seed", 7);
        assertThat(made.out().strip())
                .isEqualTo("The workspace " + demo + " has 120 people and 6,000 facts of 2 months.");

        assertThat(tour(demo)).isZero();

        assertThat(out.toString()).contains("3 schemes · 2026-02 · 2026-02-01 to 2026-02-28")
                .contains("Payouts by organisation").contains("One payout explained").contains("Payout of ")
                .containsPattern("hermes explain .+ --scheme \\S+ --period 2026-02 --assignment '.+'");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void theTourIsTheSameTheSecondTime() {
        Path demo = folder.resolve("demo");
        Cli.hermes("demo", demo, "--people", 120, "--facts", 6000, "--months", 2);

        assertThat(tour(demo)).isZero();
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(tour(demo)).isZero();
        assertThat(out).hasToString(first);
    }

    @Test
    void aFolderThatIsSomethingElseIsLeftAlone() throws IOException {
        Path demo = Files.createDirectory(folder.resolve("demo"));
        Path letter = Files.writeString(demo.resolve("letter.txt"), "Dear reader");

        Cli answer = Cli.hermes("demo", demo);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip())
                .isEqualTo("error: " + demo + " exists already and is not empty. Maybe name another folder.");
        assertThat(letter).hasContent("Dear reader");
    }

    @Test
    void aDemoThatIsTooSmallIsRefused() {
        Cli answer = Cli.hermes("demo", folder.resolve("demo"), "--people", 3);

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error: The people of a demo (3) must be from 50 to ");
        assertThat(folder.resolve("demo")).doesNotExist();
    }

    private int tour(Path demo) {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
        return new Tour(new HermesCommand(terminal, () -> false)).run(demo, null);
    }
}
