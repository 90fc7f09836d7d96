package dev.hermes.app.terminal;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where people read what the program says: results on one stream, findings and progress on the other. Colour only where
 * somebody looks. The writers are thread-safe, and so is this.
 */
public final class Terminal {

    /** How many columns texts are laid out for. */
    public static final int COLUMNS = 100;

    private static final String BOLD = "1";
    private static final String DIM = "2";
    private static final String RED = "31";
    private static final String YELLOW = "33";

    private static final String BRANCHES = "│├└ ";
    private static final String DETAIL = "   ";

    private final InputStream in;
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean interactive;
    private final boolean coloured;

    /**
     * @param interactive
     *            whether somebody looks at both streams, so that a line may be overwritten
     * @param coloured
     *            whether they want colour
     */
    public Terminal(PrintWriter out, PrintWriter err, boolean interactive, boolean coloured) {
        this(InputStream.nullInputStream(), out, err, interactive, coloured);
    }

    /**
     * The same, with something to read.
     *
     * @param in
     *            what was handed to the program, such as a table
     */
    public Terminal(InputStream in, PrintWriter out, PrintWriter err, boolean interactive, boolean coloured) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.interactive = interactive;
        this.coloured = coloured;
    }

    /** The streams of this process; coloured on a terminal, unless the environment has {@code NO_COLOR}. */
    public static Terminal ofProcess() {
        boolean interactive = isTerminal(System.console()) && !"dumb".equals(System.getenv("TERM"));
        return new Terminal(System.in, new ResultWriter(new FileOutputStream(FileDescriptor.out), System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()), interactive,
                interactive && isUnset(System.getenv("NO_COLOR")));
    }

    private static boolean isTerminal(@Nullable Console console) {
        return console != null && console.isTerminal();
    }

    private static boolean isUnset(@Nullable String value) {
        return value == null || value.isEmpty();
    }

    public InputStream in() {
        return in;
    }

    public PrintWriter out() {
        return out;
    }

    public PrintWriter err() {
        return err;
    }

    boolean isInteractive() {
        return interactive;
    }

    public boolean isColoured() {
        return coloured;
    }

    /** A line of the result. */
    public void line(String text) {
        out.println(text);
    }

    /** What the lines below it are about, with an empty line above it. */
    public void heading(String text) {
        out.println();
        out.println(styled(BOLD, Printable.line(text)));
    }

    /** A line that says less than those around it. */
    public void aside(String text) {
        out.println(styled(DIM, Printable.line(text)));
    }

    /** A table of the result. */
    public void table(TextTable table) {
        String header = table.header();
        if (header != null) {
            aside(header);
        }
        table.lines().forEach(out::println);
    }

    /** A tree whose lines begin with its branches; three blanks stand before what is said less loudly. */
    public void tree(String text) {
        boolean first = true;
        for (String line : Printable.of(text).lines().toList()) {
            int start = 0;
            while (start < line.length() && BRANCHES.indexOf(line.charAt(start)) >= 0) {
                start++;
            }
            int detail = line.indexOf(DETAIL, start);
            int end = detail < 0 ? line.length() : detail;
            String words = line.substring(start, end);
            out.println(styled(DIM, line.substring(0, start)) + (first ? styled(BOLD, words) : words)
                    + styled(DIM, line.substring(end)));
            first = false;
        }
    }

    /** Words behind a beginning, on as many lines as they take; those below the first are indented as far. */
    public void wrapped(String beginning, String words) {
        StringBuilder line = new StringBuilder(beginning);
        int width = TextWidth.of(beginning);
        int used = width;
        for (String word : words.split(" ")) {
            int length = TextWidth.of(word) + 1;
            if (used > width && used + length > COLUMNS) {
                out.println(line.toString().stripTrailing());
                line = new StringBuilder(" ".repeat(width));
                used = width;
            }
            line.append(word).append(' ');
            used += length;
        }
        out.println(line.toString().stripTrailing());
    }

    /** What stops the program from doing what was asked. */
    public void error(String text) {
        err.println(styled(RED, "error:") + " " + Printable.of(text));
    }

    /** What is doubtful. */
    public void warning(String text) {
        err.println(styled(YELLOW, "warning:") + " " + Printable.of(text));
    }

    /** What is worth knowing and no part of the result. */
    public void note(String text) {
        err.println(Printable.of(text));
    }

    public String bold(String text) {
        return styled(BOLD, text);
    }

    public String dim(String text) {
        return styled(DIM, text);
    }

    private String styled(String style, String text) {
        return coloured && !text.isEmpty() ? "\u001b[" + style + "m" + text + "\u001b[0m" : text;
    }

    /** Whether a part of the result could not be written, because the disk is full for one. */
    public boolean hasLostResults() {
        return out.checkError();
    }

    public void flush() {
        out.flush();
        err.flush();
    }
}
