package dev.hermes.app.files;

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

    UnusableFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Where it was the operating system that could not: the disk may have room again. */
    @Override
    public boolean isPassing() {
        return getCause() != null;
    }

    /** The message says everything. */
    public static UnusableFileException of(String message) {
        return new UnusableFileException(message, null);
    }

    public static UnusableFileException missing(Path path) {
        return of("The file " + path + " does not exist. Maybe the path has a typing error, or is relative to another "
                + "folder than " + Path.of("").toAbsolutePath() + ".");
    }

    /** A file or folder that is there and cannot be read, or is not there. */
    public static UnusableFileException unreadable(Path path, IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return missing(path);
        }
        return new UnusableFileException(cause instanceof AccessDeniedException
                ? path + " may not be read. Maybe ask for the right to read it."
                : path + " cannot be read" + reason(cause) + ". Maybe name another file.", cause);
    }

    /** A file or folder that cannot be written. */
    public static UnusableFileException unwritable(Path path, IOException cause) {
        return new UnusableFileException(cause instanceof AccessDeniedException
                ? path + " may not be written. Maybe ask for the right to write there, or name another file."
                : path + " cannot be written" + reason(cause) + ". Maybe write to another place.", cause);
    }

    /** What the operating system said, without the path: that stands in the message already, or is of a draft. */
    private static String reason(IOException cause) {
        String said = cause instanceof FileSystemException problem ? problem.getReason() : cause.getMessage();
        return said == null ? "" : ": " + said;
    }
}
