package dev.hermes.workspace;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** The workspace as a whole cannot be used. The message says which, why and what to do. */
public final class WorkspaceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    WorkspaceException(String message) {
        this(message, null);
    }

    WorkspaceException(String message, @Nullable Throwable cause) {
        this(message, cause, false);
    }

    private WorkspaceException(String message, @Nullable Throwable cause, boolean passing) {
        super(message, cause);
        this.passing = passing;
    }

    /** What may be over the next time: another program is writing, there is no room left on the disk. */
    static WorkspaceException passing(String message, @Nullable Throwable cause) {
        return new WorkspaceException(message, cause, true);
    }

    /** Whether the same may succeed when it is tried again later, without anybody doing anything else. */
    public boolean isPassing() {
        return passing;
    }

    /** The operating system could not read or write a file: what failed for it, without a full stop. */
    public static WorkspaceException of(String failed, IOException cause) {
        return passing(failed + ": " + reason(cause)
                + ".\nMaybe the disk is full, or the file or its folder may not be used or is not what it should be.",
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException gone -> gone.getFile() + " is not there";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written";
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
    }
}
