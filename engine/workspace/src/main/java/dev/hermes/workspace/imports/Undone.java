package dev.hermes.workspace.imports;

import java.io.Serial;

/** Ends a change whose outcome was only to be looked at, so that nothing of it stays. */
final class Undone extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    Undone() {
        super("Nothing of a preview stays.", null, false, false);
    }
}
