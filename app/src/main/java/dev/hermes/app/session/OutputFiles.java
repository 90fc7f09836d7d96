package dev.hermes.app.session;

import dev.hermes.app.files.StagedFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.kernel.CalcResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files that a run is written to. Their places are made sure of before it begins. To be closed. */
public final class OutputFiles implements AutoCloseable {

    private final Map<StagedFile, Form> files = new LinkedHashMap<>();
    private final Predicate<Path> isTaken;

    /**
     * @param isTaken
     *            whether a file is one that may not be written over
     */
    public OutputFiles(Predicate<Path> isTaken) {
        this.isTaken = isTaken;
    }

    /** Writes a run in one form. */
    @FunctionalInterface
    public interface Form {

        /** Writes all of it; the writer stays open. */
        void write(CalcResult result, Writer writer) throws IOException;
    }

    /**
     * Adds a file; nothing where none is wanted.
     *
     * @throws UnusableFileException
     *             where it cannot be written, is taken, or was added already
     */
    public void add(@Nullable Path target, Form form) {
        if (target == null) {
            return;
        }
        StagedFile file = StagedFile.of(target);
        boolean again = files.keySet().stream().anyMatch(known -> known.target().equals(file.target()));
        files.put(file, form);
        if (again) {
            throw UnusableFileException.of(target + " is to be two files at once. Maybe give one another name.");
        }
        if (isTaken.test(file.target())) {
            throw UnusableFileException.of(target + " belongs to the workspace. Maybe write to another folder.");
        }
    }

    /** Writes all files, which have no names yet. */
    public void write(CalcResult result) {
        files.forEach((file, form) -> file.write(writer -> form.write(result, writer)));
    }

    /** Gives all files their names. */
    public void publish() {
        files.keySet().forEach(StagedFile::publish);
    }

    @Override
    public void close() {
        files.keySet().forEach(StagedFile::close);
    }
}
