package dev.hermes.app.command;

/** How a command ended, as scripts read it. */
public final class ExitCode {

    public static final int DONE = 0;
    /** Done, and there are failed figures or findings to look at. */
    public static final int FINDINGS = 1;
    /** The command line, a file or a workspace cannot be used; nothing was changed. */
    public static final int UNUSABLE_INPUT = 2;
    /** A fault of the program. */
    public static final int INTERNAL_ERROR = 3;
    /** Ended by Ctrl+C: 128 and the number of the signal, as shells have it. */
    public static final int CANCELLED = 130;

    private ExitCode() {}
}
