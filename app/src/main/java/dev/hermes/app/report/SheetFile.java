package dev.hermes.app.report;

import dev.hermes.app.files.StagedFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.model.Message;
import dev.hermes.spi.Sheet;
import java.nio.file.Path;
import java.util.function.Predicate;

/** A table of its own in a file: CSV or a workbook, as its name ends. Stateless. */
public final class SheetFile {

    private SheetFile() {}

    /**
     * Writes a table; the file is complete or as it was.
     *
     * @param isTaken
     *            whether a file is one that may not be written over
     * @throws UnusableFileException
     *             where the file cannot be written, is taken, or is of no format that is known
     */
    public static void write(Path target, Predicate<Path> isTaken, Sheet sheet, TableFormat.Source rows) {
        try (StagedFile file = StagedFile.of(target)) {
            if (isTaken.test(file.target())) {
                throw UnusableFileException.of(Message.of("{0} belongs to the workspace. Maybe write to another "
                        + "folder.", target));
            }
            TableFormat.of(file.target()).write(sheet, rows, file, RunMonitor.NONE);
            file.publish();
        }
    }
}
