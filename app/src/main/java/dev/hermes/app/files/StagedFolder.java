package dev.hermes.app.files;

import dev.hermes.model.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder that gets its name when it is complete: until then it lies beside its place, and it is gone where something
 * goes wrong. Of one thread; to be closed.
 */
public final class StagedFolder implements AutoCloseable {

    private final Path target;
    private final Draft draft;

    private StagedFolder(Path target, Draft draft) {
        this.target = target;
        this.draft = draft;
    }

    /**
     * Makes an empty draft of a folder that does not exist yet or is empty.
     *
     * @throws UnusableFileException
     *             where it holds anything, or nothing can be written beside it
     */
    public static StagedFolder of(Path folder) {
        Path target = folder.toAbsolutePath().normalize();
        Path parent = target.getParent();
        try {
            if (parent == null || Files.exists(target) && !isEmpty(target)) {
                throw UnusableFileException.of(Message.of("{0} exists already and is not an empty folder. Maybe "
                        + "name another one.", folder));
            }
            Files.createDirectories(parent);
            Draft draft = Draft.of(parent, target.getFileName().toString());
            Files.createDirectory(draft.path());
            return new StagedFolder(target, draft);
        } catch (IOException e) {
            throw UnusableFileException.unwritable(folder, e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Where the draft lies. */
    public Path draft() {
        return draft.path();
    }

    /** Gives the folder its name; nothing in it may be open. */
    public void publish() {
        try {
            Files.deleteIfExists(target);
            Files.move(draft.path(), target);
        } catch (IOException e) {
            throw UnusableFileException.unwritable(target, e);
        }
    }

    /** Removes the draft where it was not published. */
    @Override
    public void close() {
        try {
            draft.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The unfinished folder " + draft.path() + " cannot be removed.", e);
        }
    }
}
