package dev.hermes.app.command;

import dev.hermes.app.files.StagedFile;
import dev.hermes.kernel.CalcResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that a run is written to. Their places are made sure of before it begins. To be closed. */
final class OutputFiles implements AutoCloseable {

    private final Map<StagedFile, Form> files = new LinkedHashMap<>();

    /** Writes a run in one form. */
    @FunctionalInterface
    interface Form {
        void write(CalcResult result, Writer writer) throws IOException;
    }

    /** Adds a file; nothing where none is wanted. */
    void add(@Nullable Path target, Form form) {
        if (target != null) {
            files.put(StagedFile.of(target), form);
        }
    }

    /** Writes all files, which have no names yet. */
    void write(CalcResult result) {
        files.forEach((file, form) -> file.write(writer -> form.write(result, writer)));
    }

    /** Gives all files their names. */
    void publish() {
        files.keySet().forEach(StagedFile::publish);
    }

    @Override
    public void close() {
        files.keySet().forEach(StagedFile::close);
    }
}
