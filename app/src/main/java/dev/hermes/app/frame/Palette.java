package dev.hermes.app.frame;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Finds everything that can be done by its name. */
final class Palette {

    private static final double ROW = 34;
    private static final double TOP = 72;

    private final FrameModel model;
    private final StackPane over;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final StackPane veil = new StackPane();
    private List<Command> all = List.of();
    private @Nullable Node before;

    /** @param over what it is laid over */
    Palette(FrameModel model, StackPane over) {
        this.model = model;
        this.over = over;
        field.setId("palette-field");
        field.promptTextProperty().bind(model.texts().text("top.search"));
        field.textProperty().addListener((_, _, _) -> find());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(_ -> choose());
        VBox box = new VBox(field, list);
        box.getStyleClass().addAll("overlay", "palette");
        VBox.setVgrow(list, Priority.ALWAYS);
        veil.getStyleClass().add("veil");
        veil.getChildren().add(box);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        StackPane.setMargin(box, new Insets(TOP, 0, 0, 0));
        veil.setOnMouseClicked(event -> {
            if (event.getTarget().equals(veil)) {
                hide();
            }
        });
    }

    void show() {
        if (over.getChildren().contains(veil)) {
            return;
        }
        before = over.getScene().getFocusOwner();
        all = model.commands();
        field.clear();
        find();
        over.getChildren().add(veil);
        field.requestFocus();
    }

    void hide() {
        if (over.getChildren().remove(veil) && before != null) {
            before.requestFocus();
        }
    }

    private void find() {
        String text = field.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems().setAll(all.stream().filter(command -> matches(command, text))
                .sorted((a, b) -> Integer.compare(rank(a, text), rank(b, text))).toList());
        if (!list.getItems().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private static boolean matches(Command command, String text) {
        String name = (command.title() + " " + command.detail()).toLowerCase(Locale.ROOT);
        for (String word : text.split("\\s+")) {
            if (!name.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static int rank(Command command, String text) {
        int at = command.title().toLowerCase(Locale.ROOT).indexOf(text);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        int selected = list.getSelectionModel().getSelectedIndex();
        switch (key) {
            case ESCAPE -> hide();
            case ENTER -> choose();
            case DOWN -> select(selected + 1);
            case UP -> select(selected - 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int index) {
        if (index >= 0 && index < list.getItems().size()) {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - 4));
        }
    }

    private void choose() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            hide();
            chosen.action().run();
        }
    }

    private static final class Cell extends ListCell<Command> {

        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (empty || command == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            HBox row = new HBox(8, Words.label(command.title()), Words.gap(),
                    Words.label(command.detail(), "faint", "small"));
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            setAccessibleText(command.title() + ", " + command.detail());
        }
    }
}
