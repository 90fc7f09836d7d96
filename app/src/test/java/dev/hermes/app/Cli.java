package dev.hermes.app;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * What the command line answered.
 *
 * @param code
 *            the exit code
 * @param out
 *            the result
 * @param err
 *            findings and progress
 */
@NullMarked
public record Cli(int code, String out, String err) {

    /** Runs {@code hermes} with these arguments, as if they were typed; nothing is said about progress. */
    public static Cli hermes(Object... arguments) {
        return hermesWith("", arguments);
    }

    /** The same, with a text on standard input. */
    public static Cli hermesWith(String input, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = new String[arguments.length + 1];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = arguments[i].toString();
        }
        texts[arguments.length] = "--quiet";
        int code = Main.run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), new PrintWriter(out),
                new PrintWriter(err), texts);
        return new Cli(code, out.toString(), err.toString());
    }

    /** The lines of the result. */
    public List<String> lines() {
        return out.lines().toList();
    }

    /** The lines of the findings. */
    public List<String> findings() {
        return err.lines().toList();
    }
}
