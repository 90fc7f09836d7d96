package dev.hermes.app.files;

import dev.hermes.model.Message;
import dev.hermes.workspace.plugins.PluginFailure;
import dev.hermes.workspace.tasks.TaskProblem;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that was named cannot be read or written. The message says which, why and what to do. */
public final class UnusableFileException extends RuntimeException implements TaskProblem {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message said;

    UnusableFileException(Message said, @Nullable Throwable cause) {
        super(said.text(), cause);
        this.said = said;
    }

    /** Which file, why and what to do. */
    public Message said() {
        return said;
    }

    /** Where it was the operating system that could not: the disk may have room again. */
    @Override
    public boolean isPassing() {
        return getCause() != null;
    }

    /** The message says everything. */
    public static UnusableFileException of(Message said) {
        return new UnusableFileException(said, null);
    }

    public static UnusableFileException missing(Path path) {
        return of(Message.of("The file {0} does not exist. Maybe the path has a typing error, or is relative to "
                + "another "
                + "folder than {1}.", path, Path.of("").toAbsolutePath()));
    }

    /** A file or folder that is there and cannot be read, or is not there. */
    public static UnusableFileException unreadable(Path path, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return missing(path);
        }
        if (cause instanceof AccessDeniedException) {
            return new UnusableFileException(
                    Message.of("{0} may not be read. Maybe ask for the right to read it.", path), cause);
        }
        Message reason = reason(cause);
        return new UnusableFileException(reason.equals(Message.EMPTY)
                ? Message.of("{0} cannot be read. Maybe name another file.", path)
                : Message.of("{0} cannot be read: {1}. Maybe name another file.", path, reason), cause);
    }

    /** A file or folder that cannot be written. */
    public static UnusableFileException unwritable(Path path, IOException cause) {
        if (cause instanceof AccessDeniedException) {
            return new UnusableFileException(Message.of(
                    "{0} may not be written. Maybe ask for the right to write there, or name another file.", path),
                    cause);
        }
        Message reason = reason(cause);
        return new UnusableFileException(reason.equals(Message.EMPTY)
                ? Message.of("{0} cannot be written. Maybe write to another place.", path)
                : Message.of("{0} cannot be written: {1}. Maybe write to another place.", path, reason), cause);
    }

    /**
     * What the operating system or a plugin said, without the path: that stands in the message already, or is of a draft.
     */
    private static Message reason(IOException cause) {
        if (cause.getCause() instanceof PluginFailure failure) {
            return failure.said();
        }
        String said = cause instanceof FileSystemException problem ? problem.getReason() : cause.getMessage();
        return said == null ? Message.EMPTY : Message.verbatim(said);
    }
}
