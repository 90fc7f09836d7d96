package dev.hermes.app.frame;

import dev.hermes.app.language.Texts;
import dev.hermes.app.settings.Settings;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/** The workspaces that were open last, the last first: each can be opened, or be forgotten. */
final class RecentList {

    private final FrameModel model;
    private final Texts texts;
    private final VBox lines = new VBox(2);
    private final VBox view = new VBox(6);

    RecentList(FrameModel model) {
        this.model = model;
        texts = model.texts();
        view.setId("recent");
        view.getChildren().addAll(Words.label(texts.text("welcome.recent"), "caption"), lines);
        Words.shown(view, false);
        model.settings().map(Settings::recent).subscribe(this::look);
        texts.wording().subscribe(_ -> look(model.settings().get().recent()));
    }

    Node view() {
        return view;
    }

    private void look(List<String> folders) {
        model.background().glance(_ -> folders.stream().map(RecentWorkspace::of).toList(), this::show, model::tell);
    }

    private void show(List<RecentWorkspace> recent) {
        lines.getChildren().setAll(recent.stream().map(this::entry).toList());
        Words.shown(view, !recent.isEmpty());
    }

    private Node entry(RecentWorkspace recent) {
        Button open = new Button("", line(recent, texts));
        open.getStyleClass().addAll("quiet", "recent");
        open.setMaxWidth(Double.MAX_VALUE);
        open.setDisable(!recent.isThere());
        open.setAccessibleText(recent.name() + ", " + recent.parent());
        open.setOnAction(_ -> model.open(recent.path()));
        HBox.setHgrow(open, Priority.ALWAYS);
        Button forget = Words.button(BootstrapIcons.X, texts.text("welcome.forget", recent.name()), "forget",
                () -> model.change(model.settings().get().withoutOpened(recent.folder())));
        forget.getStyleClass().add("tight");
        HBox entry = new HBox(4, open, forget);
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }

    /** A workspace in a list: its name, where it is, and whether it is no longer there. */
    static HBox line(RecentWorkspace recent, Texts texts) {
        Label name = Words.label(recent.name(), "strong");
        Label parent = Words.label(recent.parent(), "faint", "small");
        parent.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox said = new VBox(name, parent);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox line = new HBox(10, new FontIcon(BootstrapIcons.FOLDER), said);
        if (!recent.isThere()) {
            line.getChildren().add(Words.label(texts.get("welcome.gone"), "tag", "warn"));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
