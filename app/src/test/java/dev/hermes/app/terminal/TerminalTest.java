package dev.hermes.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void withoutColoursThereIsPlainText() {
        Terminal terminal = terminal(false);
        terminal.heading("Payouts");
        terminal.aside("and more");
        terminal.error("The file is not there.");

        assertThat(out).hasToString(lines("", "Payouts", "and more"));
        assertThat(err).hasToString(lines("error: The file is not there."));
    }

    @Test
    void withColoursWordsAreMarkedAndSaidAllTheSame() {
        Terminal terminal = terminal(true);
        terminal.heading("Payouts");
        terminal.warning("Nobody is paid.");

        assertThat(out).hasToString(lines("", "\u001b[1mPayouts\u001b[0m"));
        assertThat(err).hasToString(lines("\u001b[33mwarning:\u001b[0m Nobody is paid."));
    }

    @Test
    void longListsOfWordsAreWrappedBelowTheirFirst() {
        terminal(false).wrapped("created  ", "a".repeat(60) + ", " + "b".repeat(60) + ", c");

        assertThat(out).hasToString(lines("created  " + "a".repeat(60) + ",", "         " + "b".repeat(60) + ", c"));
    }

    @Test
    void aTreeIsReadByItsWords() {
        String tree = "Payout = 5   scheme s\n├ sales = 7\n│ └ order 1   2026-01-02\n";
        terminal(false).tree(tree);
        assertThat(out).hasToString(lines("Payout = 5   scheme s", "├ sales = 7", "│ └ order 1   2026-01-02"));

        out.getBuffer().setLength(0);
        terminal(true).tree(tree);
        assertThat(out).hasToString(lines("\u001b[1mPayout = 5\u001b[0m\u001b[2m   scheme s\u001b[0m",
                "\u001b[2m├ \u001b[0msales = 7", "\u001b[2m│ └ \u001b[0morder 1\u001b[2m   2026-01-02\u001b[0m"));
    }

    @Test
    void messagesCannotSetColours() {
        terminal(true).note("a\u001b[31mb\tc\nd");

        assertThat(err).hasToString(lines("a�[31mb\tc\nd"));
    }

    private Terminal terminal(boolean coloured) {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), coloured, coloured);
    }

    private static String lines(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
