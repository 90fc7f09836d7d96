package dev.hermes.app.command;

import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.window.Display;
import dev.hermes.app.window.WorkbenchApplication;
import dev.hermes.model.Message;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hermes open}: opens the window. */
@Command(name = "open", description = "Opens the workbench in a window.")
final class OpenCommand implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "DIR",
            description = "The workspace; without one, the window shows those that were open last.")
    private @Nullable Path folder;

    @Override
    public Integer call() {
        if (!Display.isThere()) {
            throw UnusableFileException.of(Message.of("There is no display for a window: neither DISPLAY nor "
                    + "WAYLAND_DISPLAY is set. Maybe use the other commands, or 'hermes gallery' for pictures."));
        }
        WorkbenchApplication.open(folder);
        return ExitCode.DONE;
    }
}
