package dev.hermes.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.fault.InternalFault;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Location;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final StringWriter err = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), false,
            false);
    private final Problems problems = new Problems(terminal);

    @Test
    void eachFindingHasALine() {
        int code = problems.answer(new FindingsException(List.of(
                Finding.error("scheme a", "pay", new Location("a.yaml", 3, 6),
                        Message.verbatim("There is no 'x' here.")),
                Finding.warning("head of East", "", null, Message.verbatim("'7' holds no assignment.")))));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines()).containsExactly(
                "error: a.yaml:3:6: scheme a at pay: There is no 'x' here.",
                "warning: head of East: '7' holds no assignment.");
    }

    @Test
    void aFaultOfTheProgramHasACodeAndAFileWithTheDetails() throws IOException {
        int code = problems.answer(new IllegalStateException("The column was not computed."));

        assertThat(code).isEqualTo(3);
        Matcher said = Pattern.compile("error: internal error ([0-9A-Z]{4}): this is a fault of Hermes, not of your "
                + "input\\. The details are in (.+)\\.\\R").matcher(err.toString());
        assertThat(said.matches()).as(err.toString()).isTrue();
        Path details = Path.of(said.group(2));
        assertThat(details).content().contains("java.lang.IllegalStateException: The column was not computed.")
                .contains("ProblemsTest");
        Files.delete(details);
    }

    @Test
    void theSameFaultHasTheSameCode() {
        assertThat(fault("one").code()).isEqualTo(fault("other").code())
                .isNotEqualTo(new InternalFault(new ArithmeticException()).code());
    }

    @Test
    void tooLittleMemoryIsSaidToBeThat() {
        assertThat(problems.answer(new OutOfMemoryError())).isEqualTo(3);
        assertThat(err.toString()).contains("there is not enough memory. Maybe give more, such as "
                + "HERMES_JAVA_OPTS=-Xmx8g.");
    }

    @Test
    void whoeverCancelsIsToldThatNothingWasStored() {
        assertThat(problems.answer(new CancellationException())).isEqualTo(130);
        assertThat(err.toString().strip()).isEqualTo("Cancelled; nothing was stored.");
    }

    private static InternalFault fault(String message) {
        return new InternalFault(new IllegalStateException(message));
    }
}
