package dev.hermes.app.report;

import dev.hermes.app.files.StagedFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.model.Message;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import dev.hermes.spi.WorkbookWriter;
import dev.hermes.workspace.plugins.InstalledExport;
import dev.hermes.workspace.plugins.PluginFailure;
import dev.hermes.workspace.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats that results are written in: the ending of a file's name says which. Immutable. */
public sealed interface TableFormat {

    /** Hands over the rows of a table. */
    @FunctionalInterface
    interface Source {
        void rows(ResultTable.Rows rows) throws IOException;
    }

    /** Writes a table into a file that has no name yet. Holds a few rows at a time. */
    void write(Sheet sheet, Source source, StagedFile file, RunMonitor monitor);

    /** As above, for a table of a run. */
    default void write(ResultTable table, CalcResult result, StagedFile file, RunMonitor monitor) {
        write(table.sheet(result), rows -> table.rows(result, rows), file, monitor);
    }

    /**
     * The format of a file.
     *
     * @throws UnusableFileException
     *             where no format ends so
     */
    static TableFormat of(Path target) {
        return ending(target).equals(Csv.ENDING) ? new Csv() : new Workbook(export(target, List.of(Csv.ENDING)));
    }

    /**
     * The export that makes workbooks of a file's format.
     *
     * @param others
     *            endings that would do as well
     * @throws UnusableFileException
     *             where there is none
     */
    static InstalledExport export(Path target, List<String> others) {
        Plugins plugins = Plugins.installed();
        Optional<InstalledExport> found = plugins.exports().stream()
                .filter(export -> export.ending().equals(ending(target))).findFirst();
        return found.orElseThrow(() -> UnusableFileException.of(unknown(target, others, plugins)));
    }

    private static Message unknown(Path target, List<String> others, Plugins plugins) {
        List<String> endings = new ArrayList<>(others);
        plugins.exports().forEach(export -> endings.add(export.ending()));
        Message unknown = plugins.exports().isEmpty()
                ? Message.of("No format is known for {0}, and no plugin writes workbooks; plugins were looked for {1}.",
                        target, plugins.whereLooked())
                : Message.of("No format is known for {0}.", target);
        Message advice = endings.stream().map(ending -> Message.verbatim("." + ending))
                .reduce((one, other) -> Message.of("{0} or {1}", one, other))
                .map(known -> Message.of("Maybe end its name in {0}.", known))
                .orElseGet(() -> Message.of("Maybe put the plugin for Excel there."));
        return plugins.problems().stream().reduce(unknown, Message::then).then(advice);
    }

    private static String ending(Path target) {
        String name = String.valueOf(target.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** RFC 4180, for other programs. */
    record Csv() implements TableFormat {

        static final String ENDING = "csv";

        @Override
        public void write(Sheet sheet, Source source, StagedFile file, RunMonitor monitor) {
            CsvText.write(file, sheet.columns().stream().map(column -> column.title()).toList(),
                    csv -> source.rows(new Watched(monitor,
                            cells -> csv.writeRecord(cells.stream().map(CsvText::cell).toList()))));
        }
    }

    /** A workbook, for people. */
    record Workbook(InstalledExport export) implements TableFormat {

        @Override
        public void write(Sheet sheet, Source source, StagedFile file, RunMonitor monitor) {
            file.writeBytes(bytes -> {
                try (WorkbookWriter workbook = export.open(bytes)) {
                    workbook.sheet(sheet);
                    source.rows(new Watched(monitor, workbook::row));
                    workbook.finish();
                } catch (PluginFailure e) {
                    throw new IOException(e.getMessage(), e);
                }
            });
        }
    }

    /** Says now and then how far the rows have come, and ends them where that is wanted. */
    final class Watched implements ResultTable.Rows {

        private static final int OFTEN = 1000;

        private final RunMonitor monitor;
        private final ResultTable.Rows rows;
        private long count;

        Watched(RunMonitor monitor, ResultTable.Rows rows) {
            this.monitor = monitor;
            this.rows = rows;
        }

        @Override
        public void row(List<Cell> cells) throws IOException {
            if (count++ % OFTEN == 0) {
                monitor.checkCancelled();
                monitor.progress("rows", count, 0);
            }
            rows.row(cells);
        }
    }
}
