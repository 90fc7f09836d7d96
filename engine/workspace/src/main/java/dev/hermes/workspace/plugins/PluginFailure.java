package dev.hermes.workspace.plugins;

import dev.hermes.model.Message;
import java.io.Serial;
import java.nio.file.Path;

/** A plugin that threw what it may not throw. The message names it and says what to do. */
public final class PluginFailure extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Message said;

    PluginFailure(String plugin, Path folder, Throwable cause) {
        this(Message.of("The plugin {0} failed: {1}. Maybe it was made for another version of Hermes, or a jar is "
                + "missing in {2}.", plugin,
                cause + (cause.getCause() == null ? "" : " (" + cause.getCause() + ")"), folder), cause);
    }

    private PluginFailure(Message said, Throwable cause) {
        super(said.text(), cause);
        this.said = said;
    }

    /** What happened and what to do. */
    public Message said() {
        return said;
    }
}
