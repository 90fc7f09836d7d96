package dev.hermes.workspace.tasks;

import dev.hermes.local.FactAccessException;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a task was not done.
 *
 * @param reason
 *            in words for people
 * @param isPassing
 *            whether it may be over when the task is tried again
 */
record Fault(String reason, boolean isPassing) {

    private static final int FINDINGS = 10;

    /** What was thrown, judged: input stays as bad as it is, disks get room and other programs end. */
    static Fault of(Throwable problem) {
        return switch (problem) {
            case FindingsException refused -> new Fault(text(refused.findings()), false);
            case WorkspaceException workspace -> new Fault(message(workspace), workspace.isPassing());
            case TaskProblem told -> new Fault(message(problem), told.isPassing());
            case FactAccessException facts -> new Fault(message(facts).lines().findFirst().orElse(""), true);
            case IOException io -> new Fault(io.getClass().getSimpleName() + ": " + message(io), true);
            case UncheckedIOException io -> new Fault(message(io), true);
            case OutOfMemoryError _ -> new Fault("There was not enough memory. Maybe give more.", true);
            default -> new Fault("A fault of the program: " + problem + place(problem) + ".", false);
        };
    }

    private static String text(List<Finding> findings) {
        String first = findings.stream().limit(FINDINGS).map(Finding::text).collect(Collectors.joining("\n"));
        return findings.size() > FINDINGS ? first + "\nand " + (findings.size() - FINDINGS) + " more" : first;
    }

    private static String message(Throwable problem) {
        return String.valueOf(problem.getMessage());
    }

    private static String place(Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }
}
