package dev.hermes.testkit.hostile;

import dev.hermes.model.FindingsException;
import dev.hermes.testkit.hostile.Outcome.Accepted;
import dev.hermes.testkit.hostile.Outcome.Refused;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * What has become of a file.
 *
 * @param lines
 *            {@code accepted} and its rows, {@code refused} and what was said, or {@code failed} and the stack trace
 */
public record Observed(List<String> lines) {

    private static final String ACCEPTED = "accepted";
    private static final String REFUSED = "refused";

    public Observed {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file.
     *
     * @param reading
     *            gives its rows, or throws {@link FindingsException}
     */
    public static Observed of(Callable<List<String>> reading) {
        try {
            return of(ACCEPTED, reading.call());
        } catch (FindingsException e) {
            return of(REFUSED, e.findings().stream().map(finding -> finding.text()).toList());
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return failed(e);
        }
    }

    /** What is thrown and ought not to be. */
    public static Observed failed(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return of("failed", trace.toString().lines().toList());
    }

    /** What was refused otherwise than with findings. */
    public static Observed refused(String said) {
        return of(REFUSED, List.of(said));
    }

    private static Observed of(String what, List<String> lines) {
        return new Observed(Stream.concat(Stream.of(what), lines.stream()).toList());
    }

    void writeTo(Path file) throws IOException {
        // Rows may hold any characters, also halves of some.
        Files.write(file, lines.stream().map(line -> line.replace("\n", "\\n").replace("\r", "\\r")).toList());
    }

    static Observed read(Path file) throws IOException {
        return new Observed(Files.readAllLines(file));
    }

    /** What is otherwise than expected; empty where nothing is. */
    String contradicts(HostileFile file) {
        String said = String.join("\n", lines);
        String shown = said.length() > 2_000 ? said.substring(0, 2_000) + "…" : said;
        boolean fits = switch (file.expected()) {
            case Accepted accepted -> lines.getFirst().equals(ACCEPTED) && lines.subList(1, lines.size())
                    .equals(accepted.rows());
            case Refused refused -> lines.getFirst().equals(REFUSED) && lines.stream().skip(1)
                    .anyMatch(line -> isPlaced(line, file, refused) && line.contains(refused.phrase())
                            && line.contains("Maybe "));
        };
        return fits ? "" : file.name() + " was to be " + file.expected() + " and was " + shown;
    }

    /** Where a mapping and not the file is refused, the mapping's place is told. */
    private static boolean isPlaced(String said, HostileFile file, Refused refused) {
        return said.startsWith(refused.place().equals("mapping") ? "mapping" : file.name() + ":" + refused.place());
    }
}
