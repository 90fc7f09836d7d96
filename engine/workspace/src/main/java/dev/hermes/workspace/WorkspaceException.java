package dev.hermes.workspace;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The workspace as a whole cannot be used. The message says which, why and what to do. */
public final class WorkspaceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    WorkspaceException(String message) {
        this(message, null);
    }

    WorkspaceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
