package dev.hermes.app.formula;

import dev.hermes.app.formula.FormulaWords.Completion;
import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** What a word may become, beneath the caret; the keys stay with what is written. */
final class CompletionPopup {

    private static final double ROW = 26;
    private static final double WIDTH = 380;
    private static final int MOST_SHOWN = 8;
    private static final double BELOW = 4;

    private final CodeArea area;
    private final Consumer<Completion> take;
    private final ListView<Completion> list = new ListView<>();
    private final Popup popup = new Popup();
    private final StringBinding chosen;

    /**
     * @param take
     *            takes what was chosen for the word before the caret
     */
    CompletionPopup(CodeArea area, Texts texts, Consumer<Completion> take) {
        this.area = area;
        this.take = take;
        list.setId("completions");
        // Or it would take the keys that are meant for the formula.
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setCellFactory(_ -> new Cell());
        list.getStyleClass().add("plain");
        list.accessibleTextProperty().bind(texts.text("formula.completions"));
        list.setOnMouseClicked(_ -> accept());
        VBox box = new VBox(list);
        box.getStyleClass().addAll("overlay", "completions");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        chosen = Bindings.createStringBinding(() -> popup.isShowing() ? chosen().map(Cell::spoken).orElse("") : "",
                popup.showingProperty(), list.getSelectionModel().selectedItemProperty());
    }

    /** What would be taken, in words; empty where nothing is offered. */
    ObservableValue<String> spoken() {
        return chosen;
    }

    /** Offers what the word before the caret may become; nothing where no word was begun. */
    void follow(FormulaWords words) {
        if (isBegun()) {
            offer(words);
        } else {
            hide();
        }
    }

    /** Offers what may stand at the caret, a word begun or not. */
    void offer(FormulaWords words) {
        int caret = area.getCaretPosition();
        List<Completion> found = caret > area.getLength()
                ? List.of()
                : words.completions(area.getText(), caret);
        Bounds at = area.getCaretBounds().orElse(null);
        if (found.isEmpty() || at == null) {
            hide();
            return;
        }
        list.getItems().setAll(found);
        list.setPrefHeight(ROW * Math.min(MOST_SHOWN, found.size()) + 2);
        list.getSelectionModel().select(0);
        list.scrollTo(0);
        popup.show(area, at.getMinX(), at.getMaxY() + BELOW);
    }

    void hide() {
        popup.hide();
    }

    /** Whether it has taken the key. */
    boolean press(KeyEvent event) {
        if (!popup.isShowing()) {
            return false;
        }
        return switch (event.getCode()) {
            case DOWN, UP -> {
                int next = list.getSelectionModel().getSelectedIndex() + (event.getCode() == KeyCode.DOWN ? 1 : -1);
                list.getSelectionModel().select(Math.clamp(next, 0, list.getItems().size() - 1));
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
                yield true;
            }
            case ENTER -> !isComplete() && accept();
            case TAB -> !event.isShiftDown() && isBegun() && !isComplete() && accept();
            case ESCAPE -> {
                hide();
                yield true;
            }
            default -> false;
        };
    }

    private boolean isBegun() {
        int caret = area.getCaretPosition();
        return caret <= area.getLength() && (FormulaWords.wordBefore(area.getText(), caret) < caret
                || caret > 0 && area.getText().charAt(caret - 1) == '.');
    }

    /** Whether what is written is what would be completed. */
    private boolean isComplete() {
        int caret = area.getCaretPosition();
        String written = area.getText(FormulaWords.wordBefore(area.getText(), caret), caret);
        return chosen().filter(completion -> written.equals(completion.text())).isPresent();
    }

    private Optional<Completion> chosen() {
        return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    private boolean accept() {
        hide();
        chosen().ifPresent(take);
        return true;
    }

    private static final class Cell extends ListCell<Completion> {

        @Override
        protected void updateItem(@Nullable Completion completion, boolean empty) {
            super.updateItem(completion, empty);
            if (empty || completion == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            HBox row = new HBox(8, Words.label(completion.text(), "mono"), Words.gap(),
                    Words.label(completion.detail(), "faint", "small"));
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            setAccessibleText(spoken(completion));
            setTooltip(completion.help().isEmpty() ? null : new Tooltip(completion.help()));
        }

        static String spoken(Completion completion) {
            return completion.detail().isEmpty() ? completion.text() : completion.text() + ", " + completion.detail();
        }
    }
}
