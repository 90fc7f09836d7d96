package dev.hermes.app.session;

import dev.hermes.app.files.StagedFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.model.Message;
import dev.hermes.workspace.imports.ImportSummary;
import dev.hermes.workspace.imports.ImportTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The files for rows that are rejected, one a mapping; none where such rows are not put aside. To be closed. */
public final class RejectFiles implements AutoCloseable {

    private static final String ENDING = ".rejects.csv";

    private final @Nullable Path folder;
    private final Predicate<Path> isTaken;
    private final Map<String, StagedFile> files = new LinkedHashMap<>();

    /**
     * @param folder
     *            the folder for them, which is made if need be; null where nothing is put aside
     * @param isTaken
     *            whether a file is one that may not be written over
     */
    public RejectFiles(@Nullable Path folder, Predicate<Path> isTaken) {
        this.folder = folder;
        this.isTaken = isTaken;
    }

    /**
     * The terms on which a mapping puts rows aside.
     *
     * @throws UnusableFileException
     *             where its file cannot be written
     */
    public ImportTerms terms(String mapping) {
        if (folder == null) {
            return ImportTerms.WHOLE;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw UnusableFileException.unwritable(folder, e);
        }
        StagedFile file = StagedFile.of(folder.resolve(mapping + ENDING));
        files.put(mapping, file);
        if (isTaken.test(file.target())) {
            throw UnusableFileException
                    .of(Message.of("{0} belongs to the workspace. Maybe write to another folder.", folder));
        }
        return ImportTerms.WHOLE.rejectingTo(file.draft());
    }

    /**
     * Where rows of a mended file go that are rejected again: into that file, where its name says that it is one of
     * rejected rows, or else into one beside it.
     */
    public static Path again(Path mended) {
        String name = String.valueOf(mended.getFileName());
        if (name.toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            return mended;
        }
        int dot = name.lastIndexOf('.');
        return mended.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ENDING);
    }

    /** Where the rows of a mapping are that were rejected. */
    public Path target(String mapping) {
        return Objects.requireNonNull(files.get(mapping)).target();
    }

    /** Gives the files their names; those of earlier imports go where nothing was rejected this time. */
    public void publish(List<ImportSummary> summaries) {
        for (ImportSummary summary : summaries) {
            StagedFile file = files.get(summary.mapping());
            if (file != null && summary.rejected() > 0) {
                file.publish();
            } else if (file != null) {
                file.remove();
            }
        }
    }

    @Override
    public void close() {
        files.values().forEach(StagedFile::close);
    }
}
