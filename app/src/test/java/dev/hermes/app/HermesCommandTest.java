package dev.hermes.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HermesCommandTest {

    private static final String[] COMMANDS = {"open", "demo", "apply", "undo", "redo", "history", "import", "check",
        "validate",
        "calc",
        "explain", "close", "reopen", "trust", "tasks", "schedule", "doctor", "formula", "gallery", "completion",
        "help"};

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        Cli answer = run("--help");

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains(COMMANDS).contains("""
                Exit codes: 0 done, 1 done with failed figures or findings, 2 unusable input, 3 internal error,
                130 cancelled.""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"open", "demo", "apply", "undo", "redo", "history", "import", "check", "validate", "calc",
                "explain",
                "close",
                "reopen", "trust", "tasks", "schedule", "doctor", "formula", "gallery"})
    void everyCommandHasHelp(String command) {
        Cli answer = run("help", command);

        assertThat(answer.code()).isZero();
        assertThat(answer.out()).startsWith("Usage: hermes " + command).isEqualTo(run(command, "--help").out());
        assertThat(answer.lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        Cli answer = run("demo", "demo", "--people", "many");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error: Invalid value for option '--people': 'many' is not a whole number, "
                + "or too large a one. Maybe write digits alone, such as 2000.");
    }

    @Test
    void resultsThatCannotBeWrittenAreNotDone() {
        StringWriter err = new StringWriter();
        Writer full = new Writer() {
            @Override
            public void write(char[] text, int start, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        assertThat(Main.run(new PrintWriter(full), new PrintWriter(err), "--version")).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("error: What stands on standard output is not complete: it took no more.");
    }

    @Test
    void theVersionNamesTheProgramAndItsJava() {
        assertThat(run("--version").lines()).hasSize(2).first().asString().startsWith("hermes ");
    }

    @Test
    void completionIsAScript() {
        assertThat(run("completion").out()).startsWith("#!/usr/bin/env bash").contains("--as-of");
    }

    @Test
    void aCommandThatIsNoneIsGuessedAt() {
        Cli answer = run("calk");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("'calk'").contains("hermes calc").contains("Maybe look at 'hermes --help'.");
    }

    @Test
    void whatIsMissingIsNamed() {
        Cli answer = run("calc", "folder");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.findings()).containsExactly("error: Missing required option: '--period=PERIOD'",
                "Maybe look at 'hermes calc --help'.");
    }

    @Test
    void aDayThatIsNoneIsRefused() {
        Cli answer = run("calc", "folder", "--period", "2026-01", "--as-of", "2026-02-30");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("'2026-02-30' is not a day of the calendar. Maybe 2026-01-31.");
    }

    @Test
    void threadsAreOneAtLeast() {
        assertThat(run("calc", "folder", "--period", "2026-01", "--threads", "0").err())
                .startsWith("error: --threads must be 1 or more, not 0.");
    }

    private static Cli run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        return new Cli(Main.run(new PrintWriter(out), new PrintWriter(err), arguments), out.toString(), err.toString());
    }
}
