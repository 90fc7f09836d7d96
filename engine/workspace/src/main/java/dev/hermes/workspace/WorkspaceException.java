package dev.hermes.workspace;

import dev.hermes.model.Message;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** The workspace as a whole cannot be used. The message says which, why and what to do. */
public final class WorkspaceException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message said;
    private final boolean passing;

    WorkspaceException(Message wrong, Message advice) {
        this(wrong, advice, null);
    }

    WorkspaceException(Message wrong, Message advice, @Nullable Throwable cause) {
        this(both(wrong, advice), cause, false);
    }

    WorkspaceException(Message wrong, Throwable cause) {
        this(wrong, cause, false);
    }

    private WorkspaceException(Message said, @Nullable Throwable cause, boolean passing) {
        super(said.text(), cause);
        this.said = said;
        this.passing = passing;
    }

    /** What may be over the next time: another program is writing, there is no room left on the disk. */
    static WorkspaceException passing(Message wrong, Message advice, @Nullable Throwable cause) {
        return new WorkspaceException(both(wrong, advice), cause, true);
    }

    private static Message both(Message wrong, Message advice) {
        return Message.of("{0}\n{1}", wrong, advice);
    }

    /** Which workspace, why and what to do. */
    public Message said() {
        return said;
    }

    /** Whether the same may succeed when it is tried again later, without anybody doing anything else. */
    public boolean isPassing() {
        return passing;
    }

    /** The operating system could not read or write a file: what failed for it, without a full stop. */
    public static WorkspaceException of(Message failed, IOException cause) {
        return of(failed, reason(cause), cause);
    }

    /** The same, where the reason is known, without a full stop too. */
    public static WorkspaceException of(Message failed, Message reason, @Nullable Throwable cause) {
        return passing(Message.of("{0}: {1}.", failed, reason), Message.of("Maybe the disk is full, or the file or its "
                + "folder may not be used or is not what it should be."), cause);
    }

    private static Message reason(IOException cause) {
        return switch (cause) {
            case NoSuchFileException gone -> Message.of("{0} is not there", gone.getFile());
            case AccessDeniedException denied -> Message.of("{0} may not be read or written", denied.getFile());
            default -> Message.verbatim(
                    cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        };
    }
}
