package dev.hermes.workspace.imports;

import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A file of rejected rows that somebody has mended: the rows and lines are those of the file that they came from. */
final class MendedSource implements RowSource {

    private final CsvSource source;
    /** The places of the rows' own columns. */
    private final List<Integer> places;
    private final int linePlace;
    /** Where the import that has rejected the rows is named; below zero where it is not. */
    private final int importPlace;
    private final String joined;
    private final List<String> columns;
    /** One bit for each line of the file that the rows came from. */
    private final BitSet seen = new BitSet();

    /** @param joined the number of the import that the rows are to join */
    MendedSource(Path file, long joined) throws IOException, SourceProblem {
        this.joined = Long.toString(joined);
        source = new CsvSource(new Contents.OfFile(file), new Csv(','));
        List<String> names = source.columns().stream().map(HarmlessText::read).toList();
        places = IntStream.range(0, names.size()).filter(place -> !RejectFile.OWN.contains(names.get(place))).boxed()
                .toList();
        columns = places.stream().map(names::get).toList();
        linePlace = names.indexOf(RejectFile.LINE);
        importPlace = names.indexOf(RejectFile.IMPORT);
        if (linePlace < 0) {
            source.close();
            throw new SourceProblem(1, Message.of(
                    "The file has no column {0}, so it is none of rejected rows. Maybe another one was meant, or a "
                            + "spreadsheet has saved it with other separators than commas.",
                    RejectFile.LINE));
        }
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable RowBatch next(int[] wanted) throws IOException, SourceProblem {
        int[] inner = new int[wanted.length + 2];
        for (int i = 0; i < wanted.length; i++) {
            inner[i] = places.get(wanted[i]);
        }
        inner[wanted.length] = linePlace;
        inner[wanted.length + 1] = Math.max(0, importPlace);
        RowBatch batch = source.next(inner);
        return batch == null ? null : rows(batch, wanted.length);
    }

    /** Lines of another import are others; where only a trial has rejected the rows, nobody knows. */
    private void refuseOthers(String importId, long line) throws SourceProblem {
        if (!importId.isEmpty() && !importId.equals(joined)) {
            throw new SourceProblem(line, Message.of(
                    "The row was rejected by another import than the last one of its mapping. Maybe mend the rows "
                            + "that the last one has rejected, or bring the file in again."));
        }
    }

    /** Whether the row of a line was in the file. */
    boolean hasSeen(long line) {
        return line <= Integer.MAX_VALUE && seen.get((int) line);
    }

    private RowBatch rows(RowBatch batch, int width) throws SourceProblem {
        String[][] cells = new String[width][batch.size()];
        long[] lines = new long[batch.size()];
        Map<Integer, RowBatch.Unfit> unfit = new HashMap<>();
        int[] all = IntStream.range(0, width).toArray();
        for (int row = 0; row < batch.size(); row++) {
            List<Reason> reasons = batch.reasons(row);
            if (importPlace >= 0 && reasons.isEmpty()) {
                refuseOthers(batch.cells(width + 1)[row], batch.line(row));
            }
            List<String> written = reasons.isEmpty() ? batch.written(row, all) : own(batch.written(row, all));
            List<String> read = written.stream().map(HarmlessText::read).toList();
            String line = reasons.isEmpty() ? batch.cells(width)[row] : lineOf(batch.written(row, all));
            lines[row] = number(line);
            Reason lineProblem = lineProblem(lines[row], line);
            if (reasons.isEmpty() && lineProblem != null) {
                reasons = List.of(lineProblem);
            }
            if (lines[row] == 0) {
                lines[row] = batch.line(row);
            }
            if (!reasons.isEmpty()) {
                unfit.put(row, new RowBatch.Unfit(read, reasons));
            }
            for (int column = 0; column < width; column++) {
                cells[column][row] = reasons.isEmpty() ? read.get(column) : "";
            }
        }
        return new RowBatch(batch.size(), lines, cells, unfit);
    }

    /** The row's own cells, where it has more or fewer than there are columns. */
    private List<String> own(List<String> cells) {
        return IntStream.range(0, cells.size())
                .filter(place -> place >= source.columns().size() || places.contains(place)).mapToObj(cells::get)
                .toList();
    }

    private String lineOf(List<String> cells) {
        return linePlace < cells.size() ? cells.get(linePlace).strip() : "";
    }

    /** The line that a cell names; 0 where it names none. */
    private static long number(String line) {
        return line.matches("[1-9]\\d{0,8}") ? Long.parseLong(line) : 0;
    }

    private @Nullable Reason lineProblem(long line, String text) {
        if (line == 0) {
            return Reason.ofRow(Message.of("{0} in {1} is not the line of a row", Quote.of(text), RejectFile.LINE),
                    Message.of("Maybe take it from the file of rejected rows again."));
        }
        if (seen.get((int) line)) {
            return Reason.ofRow(Message.of("Line {0} is in the file twice", Message.verbatim(Long.toString(line))),
                    Message.of("Maybe a row was copied: a mended row stays one row."));
        }
        seen.set((int) line);
        return null;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
