package dev.hermes.app.files;

import dev.hermes.model.Message;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that gets its name when it is complete: until then it lies beside its place, and it is gone where something
 * goes wrong. Of one thread; to be closed.
 */
public final class StagedFile implements AutoCloseable {

    private final Path target;
    private final Draft draft;

    private StagedFile(Path target, Draft draft) {
        this.target = target;
        this.draft = draft;
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /** Writes the content of a file that is no text. */
    @FunctionalInterface
    public interface Bytes {
        void writeTo(OutputStream bytes) throws IOException;
    }

    /**
     * Begins a draft of a file, so that a place where nothing can be written is known before the work is done.
     *
     * @throws UnusableFileException
     *             where it is one
     */
    public static StagedFile of(Path target) {
        try {
            Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
            Path folder = place.getParent();
            if (folder == null || Files.isDirectory(place)) {
                throw UnusableFileException.of(Message.of("{0} is a folder. Maybe name a file in it.", target));
            }
            if (Files.exists(place) && !Files.isRegularFile(place)) {
                throw UnusableFileException.of(Message.of("{0} is no ordinary file. Maybe name another one.", target));
            }
            if (!Files.isDirectory(folder)) {
                throw UnusableFileException.of(Files.exists(folder)
                        ? Message.of("The file {0} cannot be written: {1} is not a folder. Maybe name another one.",
                                target, folder)
                        : Message.of("The file {0} cannot be written: the folder {1} does not exist. Maybe make it "
                                + "first.",
                                target, folder));
            }
            return new StagedFile(place, Draft.of(folder, place.getFileName().toString()));
        } catch (IOException e) {
            throw UnusableFileException.unwritable(target, e);
        }
    }

    /** Where the file will be, links followed. */
    public Path target() {
        return target;
    }

    /** Where somebody else may write the content; the file is not there yet. */
    public Path draft() {
        return draft.path();
    }

    /** Writes all of the content, in UTF-8. */
    public void write(Content content) {
        try (BufferedWriter writer = Files.newBufferedWriter(draft.path(), StandardCharsets.UTF_8)) {
            content.writeTo(writer);
        } catch (IOException e) {
            throw UnusableFileException.unwritable(target, e);
        }
    }

    /** Writes all of the content. */
    public void writeBytes(Bytes content) {
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(draft.path()))) {
            content.writeTo(bytes);
        } catch (IOException e) {
            throw UnusableFileException.unwritable(target, e);
        }
    }

    /** Gives the file its name, in the place of what had it before. */
    public void publish() {
        try {
            try {
                Files.move(draft.path(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException notHere) {
                Files.move(draft.path(), target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw UnusableFileException.unwritable(target, e);
        }
    }

    /** Removes what has the name now, where there is nothing to take its place. */
    public void remove() {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw UnusableFileException.unwritable(target, e);
        }
    }

    @Override
    public void close() {
        try {
            draft.close();
        } catch (IOException e) {
            throw UnusableFileException.unwritable(draft.path(), e);
        }
    }
}
