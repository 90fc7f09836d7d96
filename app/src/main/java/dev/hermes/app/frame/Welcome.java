package dev.hermes.app.frame;

import dev.hermes.app.demo.Demo;
import dev.hermes.app.demo.DemoOptions;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.workspace.Workspace;
import java.io.File;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is shown where no workspace is open: the way to the demo, to one's own, to those that were open. */
final class Welcome {

    private static final double TEXT = 520;

    private final FrameModel model;
    private final Texts texts;
    private final VBox recent = new VBox(4);
    private final VBox view = new VBox();

    Welcome(FrameModel model) {
        this.model = model;
        texts = model.texts();
        view.setId("welcome");
        view.getStyleClass().addAll("screen", "empty-state");
        Label title = Words.label(texts.text("welcome.title"), "display");
        Label lead = Words.label(texts.text("welcome.lead"), "soft");
        lead.setWrapText(true);
        lead.setMaxWidth(TEXT);
        lead.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        HBox buttons = new HBox(8, Words.button(texts.text("welcome.demo"), "welcome-demo", this::demo),
                Words.button(texts.text("welcome.create"), "welcome-create", this::create),
                Words.button(texts.text("top.openFolder"), "welcome-open", this::open));
        buttons.getChildren().getFirst().getStyleClass().add("accent");
        buttons.setAlignment(Pos.CENTER);
        recent.setAlignment(Pos.CENTER);
        view.getChildren().addAll(new FontIcon(BootstrapIcons.DIAGRAM_3), title, lead, buttons, recent);
        model.settings().subscribe(settings -> recent.getChildren().setAll(settings.recent().stream().map(folder -> {
            Hyperlink link = new Hyperlink(folder);
            link.setOnAction(_ -> model.open(Path.of(folder)));
            return link;
        }).toList()));
    }

    Node view() {
        return view;
    }

    private void demo() {
        Path folder = Path.of(System.getProperty("user.home"), "hermes-demo");
        model.background().run(texts.get("job.demo"), job -> {
            if (new WorkspaceFolder(folder).isFree()) {
                Demo.create(folder, DemoOptions.DEFAULT, (_, done, total) -> job.report(done, total));
            }
            return folder;
        }, model::open, model::tell);
    }

    private void create() {
        File folder = chooser("welcome.create");
        if (folder != null) {
            model.background().run(texts.get("job.creating"), _ -> {
                Workspace.create(folder.toPath()).close();
                return folder.toPath();
            }, model::open, model::tell);
        }
    }

    private void open() {
        File folder = chooser("top.openFolder");
        if (folder != null) {
            model.open(folder.toPath());
        }
    }

    private File chooser(String key) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get(key));
        return chooser.showDialog(view.getScene().getWindow());
    }
}
