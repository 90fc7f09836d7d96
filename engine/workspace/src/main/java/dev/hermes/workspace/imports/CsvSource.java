package dev.hermes.workspace.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A text of separated values (RFC 4180 unless said otherwise), with a row in each line. */
final class CsvSource implements RowSource {

    /** A longer text is the rest of the file behind a quote that nobody closed. */
    private static final int LONGEST_CELL = 1 << 20;
    /** Where cells are long, fewer rows are handed over at a time. */
    private static final int MOST_CHARACTERS = 16 << 20;
    private static final Pattern RECORD_LINE = Pattern.compile("[Rr]ecord starting at line (\\d+)");

    private final Encoded encoded;
    private final CsvRow current = new CsvRow();
    private final CsvReader<CsvRow> reader;
    private final Iterator<CsvRow> records;
    private final List<String> columns;
    private long lastLine;
    /** The first row, where it does not name the columns. */
    private @Nullable CsvRow unread;

    /** Opens a text and reads the names of its columns. */
    CsvSource(Contents contents, Csv csv) throws IOException, SourceProblem {
        encoded = Encoded.of(contents, csv.encoding());
        Reader characters = encoded.reader();
        try {
            reader = CsvReader.builder().fieldSeparator(csv.separator()).quoteCharacter(quote(csv))
                    .allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_CELL)
                    .build(current, characters);
            records = reader.iterator();
            columns = csv.header() ? header() : numbered();
        } catch (IOException | SourceProblem | RuntimeException e) {
            characters.close();
            throw e;
        }
    }

    /** Where nothing stands around cells: a character that is none, so that no text begins with it. */
    private static char quote(Csv csv) {
        return csv.quote() == Csv.NO_QUOTE ? Character.MAX_VALUE : csv.quote();
    }

    private List<String> header() throws IOException, SourceProblem {
        CsvRow row = nextRow();
        if (row == null) {
            throw new SourceProblem(1,
                    Message.of("{0} is empty. Maybe the names of the columns belong in its first line.",
                            encoded.contents().called()));
        }
        // A single one may hold the separators of the whole file, which are to be told from spaces.
        List<String> names = row.count() == 1
                ? List.of(row.cell(0).strip())
                : row.cells().stream().map(ColumnNames::ofTitle).toList();
        refuseWide(names.getFirst());
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new SourceProblem(1, Message.of(
                        "Two columns are called {0}. Maybe rename one in the first line of the file.", Quote.of(name)));
            }
        }
        return names;
    }

    /** Text with two bytes for each character looks, as UTF-8, like text with a NUL in every other place. */
    private void refuseWide(String name) throws SourceProblem {
        if (name.indexOf('\0') >= 0) {
            throw new SourceProblem(1, Message.of(
                    "{0} holds NUL characters as {1}. Maybe it is UTF-16 without a byte order mark: format: {csv: "
                            + "{encoding: UTF-16LE}}.",
                    encoded.contents().called(), encoded.charset().name()));
        }
    }

    /** Names for the columns of a file that does not name them. */
    private List<String> numbered() throws IOException, SourceProblem {
        unread = nextRow();
        int count = unread == null ? 0 : unread.count();
        return IntStream.rangeClosed(1, count).mapToObj(number -> "column" + number).toList();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable RowBatch next(int[] wanted) throws IOException, SourceProblem {
        long[] lines = new long[RowBatch.ROWS];
        String[][] cells = new String[wanted.length][RowBatch.ROWS];
        Map<Integer, RowBatch.Unfit> ragged = new HashMap<>();
        int size = 0;
        long characters = 0;
        if (unread == null) {
            current.startBatch();
        }
        while (size < RowBatch.ROWS && characters < MOST_CHARACTERS) {
            CsvRow row = nextRow();
            if (row == null) {
                break;
            }
            boolean isRagged = row.count() != columns.size();
            if (isRagged) {
                ragged.put(size, new RowBatch.Unfit(row.cells(),
                        List.of(ragged(row.count()))));
            }
            lines[size] = lastLine;
            for (int i = 0; i < wanted.length; i++) {
                cells[i][size] = isRagged ? "" : row.cell(wanted[i]);
            }
            characters += row.length();
            size++;
        }
        return size == 0 ? null : new RowBatch(size, lines, cells, plain(wanted), ragged);
    }

    private boolean[] plain(int[] wanted) {
        boolean[] plain = new boolean[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            plain[i] = current.isPlain(wanted[i]);
        }
        return plain;
    }

    private Reason ragged(int count) {
        Message cells = Message.verbatim(Integer.toString(count));
        return count > columns.size()
                ? Reason.ofRow(Message.of("The row has {0} cells, and there are {1} columns", cells, columns.size()),
                        Message.of("Maybe a cell that holds the separator is not in quotes."))
                : Reason.ofRow(Message.of("The row has {0} of {1} cells", cells, columns.size()),
                        Message.of("Maybe the file was cut off, or is separated by another character."));
    }

    private @Nullable CsvRow nextRow() throws IOException, SourceProblem {
        if (unread != null) {
            CsvRow first = unread;
            unread = null;
            return first;
        }
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRow row = records.next();
            lastLine = row.line();
            return row;
        } catch (CsvParseException e) {
            throw malformed(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notText();
            }
            throw e.getCause();
        }
    }

    /** Bytes that are no text: those of another kind of file, or of text in another encoding. */
    private SourceProblem notText() throws IOException {
        String beginning;
        try (InputStream bytes = encoded.contents().open()) {
            beginning = new String(bytes.readNBytes(4), StandardCharsets.ISO_8859_1);
        }
        return switch (beginning) {
            case "PK\u0003\u0004" -> new SourceProblem(1, Message.of(
                    "The file is a spreadsheet or an archive, not CSV. Maybe add format: excel to the mapping if "
                            + "it is an Excel workbook, or save it as \"CSV UTF-8\"."));
            case "PAR1" -> new SourceProblem(1,
                    Message.of("The file is Parquet, not CSV. Maybe add format: parquet to the mapping."));
            default -> new SourceProblem(encoded.firstMalformedLine(), Message.of("The line is not {0}. {1}",
                    encoded.charset().name(), encoded.charset().equals(StandardCharsets.UTF_8)
                            ? Message.of("Maybe save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\"), or name "
                                    + "its encoding: format: {csv: {encoding: GB18030}}.")
                            : Message.of("Maybe the file is of another encoding, or was damaged on its way.")));
        };
    }

    /** What the reader says, in our words; it tells the line in its message alone. */
    private SourceProblem malformed(CsvParseException problem) {
        String message = String.valueOf(problem.getMessage());
        Matcher matcher = RECORD_LINE.matcher(message);
        long line = matcher.find() ? Long.parseLong(matcher.group(1)) : lastLine + 1;
        if (message.startsWith("Unclosed")) {
            return new SourceProblem(line, Message
                    .of("A quote is opened in this row and never closed. Maybe a \" inside a cell is not doubled."));
        }
        if (message.startsWith("The maximum buffer size")) {
            return new SourceProblem(line,
                    Message.of(
                            "A cell of this row is longer than {0} characters. Maybe a quote is opened and not closed.",
                            LONGEST_CELL));
        }
        if (message.contains("maximum limit of " + CsvRow.MOST_CELLS + " fields")) {
            return new SourceProblem(line, Message.of(
                    "This row has more than {0} cells. Maybe the lines of the file end in another way, or it is no "
                            + "table.",
                    CsvRow.MOST_CELLS));
        }
        if (message.contains("surpassed the maximum")) {
            return new SourceProblem(line,
                    Message.of("This row is too long to be one. Maybe a quote is opened and not closed."));
        }
        if (message.startsWith("Unexpected character after closing quote")) {
            return new SourceProblem(line, Message.of(
                    "Something stands behind a closed quote in this row. Maybe a \" inside a cell is not doubled."));
        }
        return new SourceProblem(line,
                Message.of("This row cannot be read: {0}. Maybe mend it at its source.", message));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
