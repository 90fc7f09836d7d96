package dev.hermes.workspace.imports;

import dev.hermes.workspace.ImportWriter;
import dev.hermes.workspace.MessageNotation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rejected rows that a workspace keeps of an import, counted by their reasons: those of this reading, and earlier ones
 * that still are. Of one thread; to be closed.
 */
final class KeptAside implements AutoCloseable {

    /** So many characters are kept of an import: of very many rows the first ones. */
    private static final long MOST_CHARACTERS = 64 << 20;

    private final ImportWriter writer;
    private final RejectFile file;
    private final ReasonCounts reasons = new ReasonCounts();
    private final @Nullable Path before;
    private final Set<Long> linesBefore = new HashSet<>();

    /** @param columns those of the rows */
    KeptAside(ImportWriter writer, List<String> columns) throws IOException {
        this.writer = writer;
        file = new RejectFile(writer.newRejectFile(), columns, Long.toString(writer.importId()), MOST_CHARACTERS,
                MessageNotation::write);
        before = writer.rejectedBefore().orElse(null);
        if (before != null) {
            RejectedRows.each(before, (_, row) -> linesBefore.add(row.line()));
        }
    }

    /** Takes a row that is rejected now. One that no row was rejected of before is somebody's own: it is not kept. */
    void add(long line, List<Reason> why, List<String> cells) throws IOException {
        if (before == null || linesBefore.contains(line)) {
            reasons.add(why);
            file.write(line, why, cells);
        }
    }

    /**
     * Adds the rows that were rejected before and have not come again, and notes all of them; after the last row.
     *
     * @param isFed
     *            whether the row of a line has come again
     */
    void note(LongPredicate isFed) throws IOException {
        if (before != null) {
            RejectedRows.each(before, (columns, row) -> {
                if (!isFed.test(row.line())) {
                    reasons.add(row.kind());
                    file.write(row.before(), arranged(row.cells(), columns));
                }
                return true;
            });
        }
        file.close();
        writer.keepRejects(reasons.all(), file.made(), file.rows());
    }

    /** The cells under the columns that the file has now; a row with more or fewer cells than columns stays as it is. */
    private List<String> arranged(List<String> cells, List<String> columns) {
        if (cells.size() != columns.size() || columns.equals(file.columns())) {
            return cells;
        }
        List<String> arranged = new ArrayList<>();
        for (String column : file.columns()) {
            int place = columns.indexOf(column);
            arranged.add(place < 0 ? "" : cells.get(place));
        }
        return arranged;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
