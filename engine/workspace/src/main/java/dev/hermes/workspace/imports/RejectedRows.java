package dev.hermes.workspace.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.workspace.MessageNotation;
import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that an import has rejected, as they are kept. Immutable.
 *
 * @param columns
 *            the columns of the file that they came from
 * @param rows
 *            in the order of their lines; the values and the texts of each are its cells, one for each column
 */
public record RejectedRows(List<String> columns, List<Preview.Row> rows) {

    public RejectedRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a file of rejected rows that the workspace keeps.
     *
     * @param most
     *            how many rows are read at most
     * @throws WorkspaceException
     *             where the file is gone, or is not what was written
     */
    public static RejectedRows read(Path file, int most) {
        List<Preview.Row> rows = new ArrayList<>();
        List<String> columns = each(file, (names, kept) -> {
            rows.add(kept.shown(names.size()));
            return rows.size() < most;
        });
        rows.sort(Comparator.comparingLong(Preview.Row::line));
        return new RejectedRows(columns, rows);
    }

    /**
     * Copies a file of rejected rows that the workspace keeps to another one, to be mended and fed again.
     *
     * @param words
     *            how the copy says why the rows were rejected
     * @throws WorkspaceException
     *             where the file is gone, or is not what was written
     */
    public static void copy(Path file, Path target, Function<Message, String> words) throws IOException {
        List<String> columns = each(file, (_, _) -> false);
        try (RejectFile copy = new RejectFile(target, columns, "", Long.MAX_VALUE, words)) {
            each(file, (_, row) -> {
                copy.write(row.said(words), row.cells());
                return true;
            });
        }
    }

    /** A row as it is in the file: what stands before its cells, and these. */
    record Kept(List<String> before, List<String> cells) {

        long line() {
            return Long.parseLong(before.get(RejectFile.OWN.indexOf(RejectFile.LINE)));
        }

        private String columns() {
            return before.get(RejectFile.OWN.indexOf(RejectFile.COLUMN));
        }

        private Message reasons() {
            return MessageNotation.read(before.get(RejectFile.OWN.indexOf(RejectFile.REASON)));
        }

        /** What stands before its cells, with the reasons in other words. */
        private List<String> said(Function<Message, String> words) {
            List<String> said = new ArrayList<>(before);
            said.set(RejectFile.OWN.indexOf(RejectFile.REASON), words.apply(reasons()));
            return said;
        }

        /** What its first reason has in common with others. */
        Message kind() {
            return ReasonKind.of(columns().split(RejectFile.BETWEEN, 2)[0], reasons());
        }

        private Preview.Row shown(int width) {
            List<@Nullable String> texts = new ArrayList<>(
                    Stream.concat(cells.stream(), Stream.generate(() -> "")).limit(width).toList());
            Preview.Refusal refusal = new Preview.Refusal(0, columns(),
                    before.get(RejectFile.OWN.indexOf(RejectFile.VALUE)), reasons(),
                    Finding.error("row", "", null, reasons()));
            return new Preview.Row(line(), new ArrayList<>(texts), texts, List.of(refusal));
        }
    }

    /** Takes the rows of a file. */
    @FunctionalInterface
    interface Taker {

        /** Takes a row, and says whether another one is wanted. */
        boolean take(List<String> columns, Kept row) throws IOException;
    }

    /** Reads a file row by row, and returns its columns. */
    static List<String> each(Path file, Taker taker) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> records = reader.iterator();
            int own = RejectFile.OWN.size();
            List<String> names = records.hasNext() ? cells(records.next()) : List.of();
            if (names.size() < own || !names.subList(0, own).equals(RejectFile.OWN)) {
                throw new CsvParseException("Its first line does not name what is told of rejected rows");
            }
            List<String> columns = names.subList(own, names.size());
            boolean wanted = true;
            while (wanted && records.hasNext()) {
                List<String> cells = cells(records.next());
                wanted = taker.take(columns, new Kept(cells.subList(0, own), cells.subList(own, cells.size())));
            }
            return columns;
        } catch (IOException e) {
            throw WorkspaceException.of(unreadable(file), e);
        } catch (UncheckedIOException e) {
            throw WorkspaceException.of(unreadable(file), Objects.requireNonNull(e.getCause()));
        } catch (CsvParseException | IndexOutOfBoundsException | NumberFormatException e) {
            throw WorkspaceException.of(unreadable(file), Message.of("it is not what was written"), e);
        }
    }

    private static Message unreadable(Path file) {
        return Message.of("The rejected rows in {0} cannot be read", file);
    }

    private static List<String> cells(CsvRecord record) {
        return record.getFields().stream().map(HarmlessText::read).toList();
    }
}
