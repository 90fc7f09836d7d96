package dev.hermes.workspace.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A file of comma-separated values (RFC 4180) in UTF-8, whose first line names the columns. */
final class CsvSource implements RowSource {

    /** A longer text is the rest of the file behind a quote that nobody closed. */
    private static final int LONGEST_CELL = 1 << 20;
    private static final Pattern RECORD_LINE = Pattern.compile("record starting at line (\\d+)");

    private final Path file;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private long lastLine;

    /** Opens a file and reads the names of its columns. */
    CsvSource(Path file, char separator) throws IOException, SourceProblem {
        this.file = file;
        InputStream bytes = Files.newInputStream(file);
        try {
            reader = CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(LONGEST_CELL)
                    .ofCsvRecord(
                            new InputStreamReader(withoutByteOrderMark(bytes), StandardCharsets.UTF_8.newDecoder()));
            records = reader.iterator();
            columns = header();
        } catch (IOException | SourceProblem | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    private static InputStream withoutByteOrderMark(InputStream bytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(bytes, 1 << 16);
        buffered.mark(3);
        if (buffered.read() != 0xEF || buffered.read() != 0xBB || buffered.read() != 0xBF) {
            buffered.reset();
        }
        return buffered;
    }

    private List<String> header() throws IOException, SourceProblem {
        CsvRecord record = nextRecord();
        if (record == null) {
            throw new SourceProblem(1, "The file is empty. Maybe the names of the columns belong in its first line.");
        }
        List<String> names = record.getFields().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new SourceProblem(1, "Two columns are called " + Quote.of(name)
                        + ". Maybe rename one in the first line of the file.");
            }
        }
        return names;
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
        while (size < RowBatch.ROWS) {
            CsvRecord record = nextRecord();
            if (record == null) {
                break;
            }
            boolean isRagged = record.getFieldCount() != columns.size();
            if (isRagged) {
                ragged.put(size, new RowBatch.Unfit(record.getFields(),
                        List.of(Reason.ofRow(raggedProblem(record.getFieldCount())))));
            }
            lines[size] = lastLine;
            for (int i = 0; i < wanted.length; i++) {
                cells[i][size] = isRagged ? "" : record.getField(wanted[i]);
            }
            size++;
        }
        return size == 0 ? null : new RowBatch(size, lines, cells, ragged);
    }

    private String raggedProblem(int count) {
        return count > columns.size()
                ? "The row has " + count + " cells, and there are " + columns.size()
                        + " columns. Maybe a cell that holds the separator is not in quotes."
                : "The row has " + count + " of " + columns.size()
                        + " cells. Maybe the file was cut off, or is separated by another character.";
    }

    private @Nullable CsvRecord nextRecord() throws IOException, SourceProblem {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            lastLine = record.getStartingLineNumber();
            return record;
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
        try (InputStream bytes = Files.newInputStream(file)) {
            beginning = new String(bytes.readNBytes(4), StandardCharsets.ISO_8859_1);
        }
        return switch (beginning) {
            case "PK\u0003\u0004" -> new SourceProblem(1, "The file is a spreadsheet or an archive, not CSV. "
                    + "Maybe add format: excel to the mapping if it is an Excel workbook, or save it as \"CSV UTF-8\".");
            case "PAR1" -> new SourceProblem(1,
                    "The file is Parquet, not CSV. Maybe add format: parquet to the mapping.");
            default -> new SourceProblem(Utf8.firstMalformedLine(file),
                    "The line is not UTF-8. Maybe save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\").");
        };
    }

    /** What the reader says, in our words; it tells the line in its message alone. */
    private SourceProblem malformed(CsvParseException problem) {
        String message = String.valueOf(problem.getMessage());
        Matcher matcher = RECORD_LINE.matcher(message);
        long line = matcher.find() ? Long.parseLong(matcher.group(1)) : lastLine + 1;
        if (message.startsWith("Unclosed")) {
            return new SourceProblem(line,
                    "A quote is opened in this row and never closed. Maybe a \" inside a cell is "
                            + "not doubled.");
        }
        if (message.startsWith("The maximum buffer size")) {
            return new SourceProblem(line, "A cell of this row is longer than " + LONGEST_CELL
                    + " characters. Maybe a quote is opened and not closed.");
        }
        if (message.startsWith("Unexpected character after closing quote")) {
            return new SourceProblem(line, "Something stands behind a closed quote in this row. Maybe a \" inside a "
                    + "cell is not doubled.");
        }
        return new SourceProblem(line, "This row cannot be read: " + message);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
