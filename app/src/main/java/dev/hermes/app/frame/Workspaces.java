package dev.hermes.app.frame;

import dev.hermes.app.demo.Demo;
import dev.hermes.app.demo.DemoOptions;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.workspace.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The ways to a workspace: the demo, a new one, one that is there. */
final class Workspaces {

    private final FrameModel model;
    private final Texts texts;
    private final Supplier<@Nullable Window> window;
    private final Action demo;
    private final Action create;
    private final Action open;

    /** @param window what choosers of folders belong to */
    Workspaces(FrameModel model, Supplier<@Nullable Window> window) {
        this.model = model;
        this.window = window;
        texts = model.texts();
        demo = Action.of(texts.text("welcome.demo"), this::demonstrate);
        create = Action.of(texts.text("top.newWorkspace"), this::make).on(Action.Reach.WINDOW, "Shortcut+Shift+N");
        open = Action.of(texts.text("top.openFolder"), this::choose).on(Action.Reach.WINDOW, "Shortcut+O");
    }

    Action demo() {
        return demo;
    }

    Action create() {
        return create;
    }

    Action open() {
        return open;
    }

    private void demonstrate() {
        Path folder = Path.of(System.getProperty("user.home"), "hermes-demo");
        model.background().run(texts.get("job.demo"), job -> {
            if (new WorkspaceFolder(folder).isFree()) {
                Demo.create(folder, DemoOptions.DEFAULT, (_, done, total) -> job.report(done, total));
            }
            return folder;
        }, model::open, model::tell);
    }

    private void make() {
        File folder = chosen("top.newWorkspace");
        if (folder != null) {
            model.background().run(texts.get("job.creating"), _ -> {
                Workspace.create(folder.toPath()).close();
                return folder.toPath();
            }, model::open, model::tell);
        }
    }

    private void choose() {
        File folder = chosen("top.openFolder");
        if (folder != null) {
            model.open(folder.toPath());
        }
    }

    private @Nullable File chosen(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get(title));
        return chooser.showDialog(window.get());
    }
}
