package dev.hermes.app;

import dev.hermes.app.command.HermesCommand;
import dev.hermes.app.terminal.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.function.BooleanSupplier;

/** Where the program starts. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        LibraryLog.begin();
        Cancellation cancellation = Cancellation.ofProcess();
        int code;
        try {
            code = run(Terminal.ofProcess(), cancellation, arguments);
        } finally {
            cancellation.workEnded();
        }
        System.exit(code);
    }

    /**
     * Runs the command line within a process that goes on. Neither colours nor overwrites anything.
     *
     * @param out
     *            takes the result
     * @param err
     *            takes findings and progress
     * @return 0 done, 1 done with failed figures or findings, 2 unusable input, 3 internal error
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(InputStream.nullInputStream(), out, err, arguments);
    }

    /**
     * The same, with something on standard input.
     *
     * @param in
     *            what commands read that are told to
     */
    public static int run(InputStream in, PrintWriter out, PrintWriter err, String... arguments) {
        return run(new Terminal(in, out, err, false, false), () -> false, arguments);
    }

    private static int run(Terminal terminal, BooleanSupplier cancelled, String... arguments) {
        try {
            return HermesCommand.execute(terminal, cancelled, arguments);
        } finally {
            terminal.flush();
        }
    }
}
