package dev.hermes.workspace.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.hermes.model.Message;
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
 * A file of rejected rows, to be mended and fed again: CSV in UTF-8 with the line, columns, values and reasons, several
 * joined by {@code "; "}, and the number of the import before the cells of the row. Is made with its first row. Of one
 * thread; to be closed.
 */
final class RejectFile implements AutoCloseable {

    static final String LINE = "hermes_line";
    static final String COLUMN = "hermes_column";
    static final String VALUE = "hermes_value";
    static final String REASON = "hermes_reason";
    static final String IMPORT = "hermes_import";
    static final List<String> OWN = List.of(LINE, COLUMN, VALUE, REASON, IMPORT);
    static final String BETWEEN = "; ";

    private final Path path;
    private final List<String> columns;
    private final String importId;
    private final long mostCharacters;
    private final Function<Message, String> words;
    private @Nullable CsvWriter writer;
    private long characters;
    private long rows;
    private boolean isClosed;

    /**
     * @param columns
     *            the columns of the rows
     * @param importId
     *            the number of the import that has rejected them; empty where it was only a trial
     * @param mostCharacters
     *            where the file has as many, the rows that come then are left out
     */
    RejectFile(Path path, List<String> columns, String importId, long mostCharacters,
            Function<Message, String> words) {
        this.path = path;
        this.columns = columns;
        this.importId = importId;
        this.mostCharacters = mostCharacters;
        this.words = words;
    }

    /** @param cells the cells of the row, as many as it has */
    void write(long line, List<Reason> reasons, List<String> cells) throws IOException {
        write(List.of(Long.toString(line), joined(reasons, Reason::column), joined(reasons, Reason::value),
                words.apply(ReasonKind.joined(reasons.stream().map(Reason::message).toList())), importId), cells);
    }

    /** @param before what stands before the cells, for each of {@link #OWN} */
    void write(List<String> before, List<String> cells) throws IOException {
        if (characters >= mostCharacters) {
            return;
        }
        CsvWriter open = writer == null ? begin() : writer;
        List<String> record = harmless(before, cells);
        record.forEach(cell -> characters += cell.length() + 1);
        open.writeRecord(record);
        rows++;
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

    List<String> columns() {
        return columns;
    }

    /** The file; null where no row was written, so that there is none. */
    @Nullable
    Path made() {
        return writer == null ? null : path;
    }

    /** How many rows were written. */
    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        if (writer != null && !isClosed) {
            isClosed = true;
            writer.close();
        }
    }
}
