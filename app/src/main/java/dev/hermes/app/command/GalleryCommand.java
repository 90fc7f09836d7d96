package dev.hermes.app.command;

import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.window.Gallery;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes gallery}: renders the screens to pictures. */
@Command(name = "gallery", description = "Renders the screens to pictures; needs no display.")
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class GalleryCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR",
            description = "The workspace that they show; where there is none, a demo is made.")
    private Path folder;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the pictures go, as PNG.")
    private Path target;

    @Option(names = "--glance", description = "One picture of each screen, instead of each state, theme and language.")
    private boolean glance;

    GalleryCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        if (new WorkspaceFolder(folder).isFree()) {
            DemoCommand.make(hermes, folder, dev.hermes.app.demo.DemoOptions.DEFAULT);
        }
        int pictures = glance ? Gallery.glance(folder, target) : Gallery.render(folder, target);
        hermes.terminal().note(pictures + " pictures are in " + target + ".");
        return ExitCode.DONE;
    }
}
