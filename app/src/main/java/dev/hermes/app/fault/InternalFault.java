package dev.hermes.app.fault;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A fault of the program: a short code that is the same wherever the same fault happens, and a file with the details.
 *
 * @param problem
 *            what was thrown
 */
public record InternalFault(Throwable problem) {

    private static final int CODE_LENGTH = 4;
    private static final int RADIX = 36;
    private static final int CODES = 36 * 36 * 36 * 36;
    private static final int FRAMES = 5;

    /** Writes the details to a file and returns what to tell the user, in one line. */
    public String report() {
        if (problem instanceof OutOfMemoryError) {
            return "internal error " + code() + ": there is not enough memory. Maybe give more, such as "
                    + "HERMES_JAVA_OPTS=-Xmx8g.";
        }
        return "internal error " + code() + ": this is a fault of Hermes, not of your input. " + details();
    }

    /** Made of the kind of the problem and the places nearest to it, so that the same fault has the same code. */
    public String code() {
        int hash = problem.getClass().getName().hashCode();
        StackTraceElement[] trace = problem.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
            hash = 31 * hash + trace[i].getClassName().hashCode() * 17 + trace[i].getMethodName().hashCode();
        }
        String code = Integer.toString(Math.floorMod(hash, CODES), RADIX).toUpperCase(Locale.ROOT);
        return "0".repeat(CODE_LENGTH - code.length()) + code;
    }

    private String details() {
        try {
            Path file = Files.createTempFile("hermes-error-" + code() + "-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                writer.println("hermes " + ProgramVersion.text() + ", Java " + Runtime.version());
                problem.printStackTrace(writer);
            }
            return "The details are in " + file + ".";
        } catch (IOException e) {
            return problem + " (the details could not be written: " + e.getMessage() + ").";
        }
    }
}
