package dev.hermes.app.frame;

import dev.hermes.app.language.Texts;
import java.util.IdentityHashMap;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
        follow(model.toasts(), toasts, this::toast);
        follow(model.problems(), notices, this::notice);
    }

    /** Shows what is in a list, each for as long as it is: what stays keeps the focus. */
    private static <T> void follow(ObservableList<T> shown, VBox in, Function<T, Node> view) {
        IdentityHashMap<T, Node> views = new IdentityHashMap<>();
        shown.addListener((ListChangeListener<T>) change -> {
            while (change.next()) {
                change.getRemoved().forEach(gone -> in.getChildren().remove(views.remove(gone)));
                change.getAddedSubList().forEach(added -> add(added, views, in, view));
            }
        });
        shown.forEach(one -> add(one, views, in, view));
    }

    private static <T> void add(T added, IdentityHashMap<T, Node> views, VBox in, Function<T, Node> view) {
        Node made = view.apply(added);
        views.put(added, made);
        in.getChildren().add(made);
    }

    Node view() {
        return view;
    }

    private Node toast(Toast toast) {
        HBox row = new HBox(Words.label(toast.text()));
        row.getStyleClass().addAll("overlay", "toast");
        row.setMaxWidth(Region.USE_PREF_SIZE);
        Runnable undo = toast.undo();
        if (undo != null) {
            Button button = new Button();
            button.textProperty().bind(texts.text("toast.undo"));
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
        Label text = Words.label(texts.wording().map(_ -> problem.text(texts)));
        text.setWrapText(true);
        Label title = Words.label(texts.text("notice.title"), "bad", "strong");
        Label code = Words.label(problem.code(), "tag", "mono");
        HBox head = new HBox(8, title, code);
        head.setAlignment(Pos.CENTER_LEFT);
        Button copy = new Button();
        copy.textProperty().bind(texts.text("notice.copy"));
        copy.getStyleClass().add("quiet");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(problem.code() + "\n" + problem.details());
            Clipboard.getSystemClipboard().setContent(content);
        });
        Button close = new Button();
        close.textProperty().bind(texts.text("notice.close"));
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
