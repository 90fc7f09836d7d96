package dev.hermes.app.command;

import dev.hermes.app.files.StagedFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.report.TableFormat;
import dev.hermes.model.Message;
import dev.hermes.spi.WorkbookWriter;
import dev.hermes.workspace.plugins.InstalledExport;
import dev.hermes.workspace.plugins.PluginFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A workbook that is made for people. Its place is made sure of before the work begins. To be closed. */
final class WorkbookFile implements AutoCloseable {

    private final StagedFile file;
    private final InstalledExport export;

    /**
     * @param isTaken
     *            whether a file is one that may not be written over
     * @throws UnusableFileException
     *             where it cannot be written, is taken, or no plugin writes its format
     */
    WorkbookFile(Path target, Predicate<Path> isTaken) {
        export = TableFormat.export(target, List.of());
        file = StagedFile.of(target);
        if (isTaken.test(file.target())) {
            file.close();
            throw UnusableFileException
                    .of(Message.of("{0} belongs to the workspace. Maybe write to another folder.", target));
        }
    }

    /** Adds the sheets of a workbook. */
    @FunctionalInterface
    interface Sheets {
        void writeTo(WorkbookWriter workbook) throws IOException;
    }

    /** Where the file is. */
    Path target() {
        return file.target();
    }

    /** Writes the workbook, in the place of what had its name before. */
    void write(Sheets sheets) {
        file.writeBytes(bytes -> {
            try (WorkbookWriter workbook = export.open(bytes)) {
                sheets.writeTo(workbook);
                workbook.finish();
            } catch (PluginFailure e) {
                throw new IOException(e.getMessage(), e);
            }
        });
        file.publish();
    }

    @Override
    public void close() {
        file.close();
    }
}
