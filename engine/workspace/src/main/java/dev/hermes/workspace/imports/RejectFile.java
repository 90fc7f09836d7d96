package dev.hermes.workspace.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of rejected rows, to be mended and fed again: CSV in UTF-8 with the line, columns, values and reasons before
 * the cells of the row, several joined by {@code "; "}. Is made with its first row. Of one thread; to be closed.
 */
final class RejectFile implements AutoCloseable {

    static final String LINE = "hermes_line";
    static final List<String> OWN = List.of(LINE, "hermes_column", "hermes_value", "hermes_reason");
    private static final String BETWEEN = "; ";

    private final Path path;
    private final List<String> columns;
    private @Nullable CsvWriter writer;

    /** @param columns the columns of the rows */
    RejectFile(Path path, List<String> columns) {
        this.path = path;
        this.columns = columns;
    }

    /** @param cells the cells of the row, as many as it has */
    void write(long line, List<Reason> reasons, List<String> cells) throws IOException {
        CsvWriter open = writer == null ? begin() : writer;
        List<String> before = List.of(Long.toString(line), joined(reasons, Reason::column),
                joined(reasons, Reason::value), joined(reasons, Reason::message));
        open.writeRecord(harmless(before, cells));
    }

    private CsvWriter begin() throws IOException {
        CsvWriter begun = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF)
                .build(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
        writer = begun;
        begun.writeRecord(harmless(OWN, columns));
        return begun;
    }

    private static String joined(List<Reason> reasons, Function<Reason, String> part) {
        return reasons.stream().map(part).filter(text -> !text.isEmpty()).collect(Collectors.joining(BETWEEN));
    }

    private static List<String> harmless(List<String> before, List<String> cells) {
        List<String> all = new ArrayList<>(before);
        all.addAll(cells);
        all.replaceAll(HarmlessText::of);
        return all;
    }

    @Override
    public void close() throws IOException {
        if (writer != null) {
            writer.close();
        }
    }
}
