package dev.hermes.app.frame;

import dev.hermes.app.language.Texts;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Toasts at the bottom, and notices of what could not be done at the top right. Over the screen. */
final class Messages {

    private static final Duration SHOWN = Duration.seconds(8);
    private static final double WIDTH = 460;

    private final FrameModel model;
    private final Texts texts;
    private final VBox toasts = new VBox(8);
    private final VBox notices = new VBox(8);
    private final StackPane view = new StackPane(toasts, notices);

    Messages(FrameModel model) {
        this.model = model;
        texts = model.texts();
        view.setPickOnBounds(false);
        toasts.setPickOnBounds(false);
        notices.setPickOnBounds(false);
        toasts.setAlignment(Pos.BOTTOM_CENTER);
        toasts.setPadding(new Insets(0, 0, 48, 0));
        notices.setAlignment(Pos.TOP_RIGHT);
        notices.setPadding(new Insets(56, 16, 0, 0));
        model.toasts().addListener((ListChangeListener<Toast>) _ -> toasts.getChildren()
                .setAll(model.toasts().stream().map(this::toast).toList()));
        model.problems().addListener((ListChangeListener<Problem>) _ -> showNotices());
        showNotices();
    }

    private void showNotices() {
        notices.getChildren().setAll(model.problems().stream().map(this::notice).toList());
    }

    Node view() {
        return view;
    }

    private Node toast(Toast toast) {
        HBox row = new HBox(Words.label(toast.text()));
        row.getStyleClass().addAll("overlay", "toast");
        row.setMaxWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        Runnable undo = toast.undo();
        if (undo != null) {
            Button button = new Button(texts.get("toast.undo"));
            button.getStyleClass().add("quiet");
            button.setOnAction(_ -> {
                model.toasts().remove(toast);
                undo.run();
            });
            row.getChildren().add(button);
        }
        PauseTransition pause = new PauseTransition(SHOWN);
        pause.setOnFinished(_ -> model.toasts().remove(toast));
        pause.play();
        return row;
    }

    private Node notice(Problem problem) {
        Label text = Words.label(problem.text());
        text.setWrapText(true);
        Label title = Words.label(texts.get("notice.title"), "bad", "strong");
        Label code = Words.label(problem.code(), "tag", "mono");
        HBox head = new HBox(8, title, code);
        head.setAlignment(Pos.CENTER_LEFT);
        Button copy = new Button(texts.get("notice.copy"));
        copy.getStyleClass().add("quiet");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(problem.code() + "\n" + problem.details());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button close = new Button(texts.get("notice.close"));
        close.getStyleClass().add("quiet");
        close.setOnAction(_ -> model.problems().remove(problem));
        HBox buttons = new HBox(8, copy, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox notice = new VBox(8, head, text, buttons);
        notice.getStyleClass().addAll("overlay", "notice");
        notice.setMaxWidth(WIDTH);
        VBox.setVgrow(text, Priority.ALWAYS);
        return notice;
    }
}
