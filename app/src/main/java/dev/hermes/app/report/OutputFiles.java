package dev.hermes.app.report;

import dev.hermes.app.files.StagedFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.model.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files that a run is written to. Their places are made sure of before it begins. To be closed. */
public final class OutputFiles implements AutoCloseable {

    private final List<StagedFile> files = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final Predicate<Path> isTaken;

    /**
     * @param isTaken
     *            whether a file is one that may not be written over
     */
    public OutputFiles(Predicate<Path> isTaken) {
        this.isTaken = isTaken;
    }

    /** A table of a run, and how its file is written. */
    private record Output(StagedFile file, ResultTable table, TableFormat format) {}

    /**
     * Adds a file; nothing where none is wanted.
     *
     * @throws UnusableFileException
     *             where it cannot be written, is taken, was added already, or is of no format that is known
     */
    public void add(@Nullable Path target, ResultTable table) {
        if (target == null) {
            return;
        }
        StagedFile file = StagedFile.of(target);
        boolean again = files.stream().anyMatch(known -> known.target().equals(file.target()));
        files.add(file);
        if (again) {
            throw UnusableFileException
                    .of(Message.of("{0} is to be two files at once. Maybe give one another name.", target));
        }
        if (isTaken.test(file.target())) {
            throw UnusableFileException
                    .of(Message.of("{0} belongs to the workspace. Maybe write to another folder.", target));
        }
        outputs.add(new Output(file, table, TableFormat.of(file.target())));
    }

    /** Writes all files, which have no names yet. */
    public void write(CalcResult result, RunMonitor monitor) {
        outputs.forEach(output -> output.format().write(output.table(), result, output.file(), monitor));
    }

    /** Gives all files their names. */
    public void publish() {
        files.forEach(StagedFile::publish);
    }

    @Override
    public void close() {
        files.forEach(StagedFile::close);
    }
}
