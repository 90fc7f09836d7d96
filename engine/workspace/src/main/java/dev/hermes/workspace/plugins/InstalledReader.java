package dev.hermes.workspace.plugins;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.RefusedCell;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A table that a plugin reads. What the plugin hands over is checked against its contract. Of one thread. */
public final class InstalledReader implements AutoCloseable {

    private final TableReader reader;
    private final PluginThread thread;
    private final List<String> columns;
    private long last;

    private InstalledReader(TableReader reader, PluginThread thread)
            throws PluginFailure, AdapterOptionException, UnreadableTableException, IOException {
        this.reader = reader;
        this.thread = thread;
        columns = thread.reading(() -> List.copyOf(reader.columns()));
    }

    /** Takes over a reader and its thread; where that fails, the reader is closed. */
    static InstalledReader of(TableReader reader, PluginThread thread)
            throws PluginFailure, AdapterOptionException, UnreadableTableException, IOException {
        try {
            return new InstalledReader(reader, thread);
        } catch (PluginFailure | AdapterOptionException | UnreadableTableException | IOException e) {
            try {
                thread.closing(reader);
            } catch (IOException unclosed) {
                e.addSuppressed(unclosed);
            }
            throw e;
        }
    }

    /** The names of the columns, in the order of the file; empty for one without a name. */
    public List<String> columns() {
        return columns;
    }

    /**
     * The next rows; see {@link TableReader#next}.
     *
     * @throws PluginFailure
     *             where the plugin throws what it may not throw, or hands over what it may not
     */
    public @Nullable TableRows next(int[] wanted, int most)
            throws PluginFailure, UnreadableTableException, IOException {
        try {
            TableRows rows = thread.<@Nullable TableRows>reading(() -> reader.next(wanted.clone(), most));
            if (rows != null) {
                thread.calls().run(() -> check(rows, wanted.length, most));
            }
            return rows;
        } catch (AdapterOptionException e) {
            throw new IllegalStateException("Options are read when a table is opened, not later.", e);
        }
    }

    private void check(TableRows rows, int width, int most) {
        if (rows.width() != width || rows.size() > most || (rows.size() == 0 && rows.refused().isEmpty())) {
            throw new IllegalStateException("it handed over " + rows.size() + " rows of " + rows.width()
                    + " cells where 1 to " + most + " rows of " + width + " cells were asked for");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.row(i) <= last || rows.row(i) > Integer.MAX_VALUE) {
                throw new IllegalStateException("it handed over row " + rows.row(i) + " behind row " + last);
            }
            last = rows.row(i);
        }
        for (int place = 0; place < width; place++) {
            for (String cell : rows.cells(place)) {
                Objects.requireNonNull(cell, "a cell");
            }
        }
        for (RefusedCell cell : rows.refused()) {
            if (cell.row() > Integer.MAX_VALUE) {
                throw new IllegalStateException("it refused a cell of row " + cell.row());
            }
            Objects.checkIndex(cell.column(), columns.size());
        }
    }

    /**
     * Lets go of the file.
     *
     * @throws IOException
     *             where that fails, be it by a failure of the plugin
     */
    @Override
    public void close() throws IOException {
        try (thread) {
            thread.closing(reader);
        }
    }
}
