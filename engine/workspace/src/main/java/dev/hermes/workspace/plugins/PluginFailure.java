package dev.hermes.workspace.plugins;

import java.io.Serial;
import java.nio.file.Path;

/** A plugin that threw what it may not throw. The message names it and says what to do. */
public final class PluginFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    PluginFailure(String plugin, Path folder, Throwable cause) {
        super("The plugin " + plugin + " failed: " + cause
                + (cause.getCause() == null ? "" : " (" + cause.getCause() + ")")
                + ". Maybe it was made for another version of Hermes, or a jar is missing in " + folder + ".", cause);
    }

    /** What happened and what to do. */
    public String text() {
        return String.valueOf(getMessage());
    }
}
