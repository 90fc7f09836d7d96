package dev.hermes.app.frame;

import dev.hermes.app.fault.InternalFault;
import dev.hermes.app.fault.ProgramVersion;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.local.FactAccessException;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.workspace.WorkspaceException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Collectors;

/**
 * Something that could not be done.
 *
 * @param code
 *            a short word to search for: the same wherever the same goes wrong
 * @param text
 *            what and where, and what to do about it
 * @param details
 *            what helps whoever looks into it; the same as the text where nothing more is known
 */
public record Problem(String code, String text, String details) {

    /** What was thrown, said plainly. */
    public static Problem of(Throwable thrown) {
        return switch (thrown) {
            case FindingsException refused -> said("INPUT",
                    refused.findings().stream().map(Finding::text).collect(Collectors.joining("\n")));
            case WorkspaceException problem -> said("WORKSPACE", String.valueOf(problem.getMessage()));
            case UnusableFileException problem -> said("FILE", String.valueOf(problem.getMessage()));
            case FactAccessException problem -> said("FACTS",
                    String.valueOf(problem.getMessage()).lines().findFirst().orElse(""));
            default -> fault(thrown);
        };
    }

    private static Problem said(String code, String text) {
        return new Problem(code, text, text);
    }

    private static Problem fault(Throwable thrown) {
        StringWriter details = new StringWriter();
        details.append("hermes ").append(ProgramVersion.text()).append('\n');
        thrown.printStackTrace(new PrintWriter(details));
        return new Problem("FAULT-" + new InternalFault(thrown).code(),
                thrown.getClass().getSimpleName() + ": " + thrown.getMessage(), details.toString());
    }
}
