package dev.hermes.app.frame;

import dev.hermes.app.fault.InternalFault;
import dev.hermes.app.fault.ProgramVersion;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.language.Texts;
import dev.hermes.local.FactAccessException;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.workspace.WorkspaceException;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Something that could not be done.
 *
 * @param code
 *            a short word to search for: the same wherever the same goes wrong
 * @param said
 *            what and where, and what to do about it
 * @param details
 *            what helps whoever looks into it; the same as the text where nothing more is known
 */
public record Problem(String code, Message said, String details) {

    private static final String FAULT = "FAULT-";
    private static final String MEMORY = OutOfMemoryError.class.getName();

    /** What was thrown, said plainly. */
    public static Problem of(Throwable thrown) {
        return switch (thrown) {
            case FindingsException refused -> said("INPUT", refused.findings().stream().map(Finding::said)
                    .reduce((one, other) -> Message.of("{0}\n{1}", one, other)).orElse(Message.EMPTY));
            case WorkspaceException problem -> said("WORKSPACE", problem.said());
            case UnusableFileException problem -> said("FILE", problem.said());
            case FactAccessException problem -> said("FACTS", problem.said());
            case OutOfMemoryError full -> fault(full, "There was not enough memory. Maybe give more, such as "
                    + "HERMES_JAVA_OPTS=-Xmx8g.");
            default -> fault(thrown, "This is a fault of Hermes, not of your input. What you did may not have been "
                    + "done. Maybe try it again; the details help whoever looks into it.");
        };
    }

    /** What and where, and what to do about it, in English. */
    public String text() {
        return said.text();
    }

    /** The same in the user's language, as far as it is known in it. */
    public String text(Texts texts) {
        return !code.startsWith(FAULT)
                ? texts.say(said)
                : texts.get(details.contains(MEMORY) ? "notice.memory" : "notice.fault");
    }

    private static Problem said(String code, Message said) {
        return new Problem(code, said, said.text());
    }

    private static Problem fault(Throwable thrown, String text) {
        StringWriter details = new StringWriter();
        details.append("hermes ").append(ProgramVersion.text()).append('\n');
        thrown.printStackTrace(new PrintWriter(details));
        return new Problem(FAULT + new InternalFault(thrown).code(), Message.verbatim(text), details.toString());
    }
}
