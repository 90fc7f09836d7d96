package dev.hermes.app.indicators;

import dev.hermes.app.frame.Words;
import dev.hermes.formula.FormulaProblem;
import dev.hermes.model.Indicator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/** Where a formula is written: words in their colours, completion, and what is wrong with it beneath. */
final class FormulaField {

    private static final double ROW = 26;
    private static final int MOST_SHOWN = 8;
    private static final int FIRST_LINE = 40;
    private static final int LINE = 18;
    private static final int CHARACTERS = 38;
    private static final int TALLEST = 160;

    private final IndicatorsModel model;
    private final CodeArea area = new CodeArea();
    private final Label problem = Words.label("", "bad", "small");
    private final ListView<FormulaWords.Completion> list = new ListView<>();
    private final Popup popup = new Popup();
    private final VBox view;
    private @Nullable Indicator indicator;
    private @Nullable FormulaWords words;
    private boolean showing;

    FormulaField(IndicatorsModel model) {
        this.model = model;
        area.setId("formula");
        area.getStyleClass().add("formula-area");
        area.setWrapText(true);
        area.accessibleTextProperty().bind(model.texts().text("inspector.formula"));
        area.textProperty().addListener((_, _, _) -> {
            restyle();
            if (!showing && area.isFocused()) {
                // The caret follows the text.
                Platform.runLater(this::complete);
            }
        });
        area.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                popup.hide();
                commit();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        problem.setId("formula-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        list.setId("completions");
        // Or it would take the keys that are meant for the formula.
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(380);
        list.setCellFactory(_ -> new Cell());
        list.getStyleClass().add("plain");
        list.setOnMouseClicked(_ -> accept());
        VBox box = new VBox(list);
        box.getStyleClass().addAll("overlay", "completions");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false);
        view = new VBox(6, Words.label(model.texts().text("inspector.formula"), "caption"), area, problem);
    }

    Node view() {
        return view;
    }

    void setShown(boolean shown) {
        view.setVisible(shown);
        view.setManaged(shown);
        if (!shown) {
            indicator = null;
        }
    }

    void show(Indicator of, String text) {
        words = Objects.requireNonNull(model.snapshot().get()).words();
        boolean isOther = indicator == null || !indicator.code().equals(of.code());
        indicator = of;
        if (isOther || !area.isFocused()) {
            showing = true;
            area.replaceText(text);
            showing = false;
        }
        area.setPrefHeight(Math.min(TALLEST, FIRST_LINE + LINE * (text.length() / CHARACTERS)));
        restyle();
    }

    private void commit() {
        popup.hide();
        Indicator of = indicator;
        if (of != null) {
            String text = area.getText().strip();
            model.change(of, now -> Formulation.withFormula(now, text));
        }
    }

    private void restyle() {
        FormulaWords current = words;
        String text = area.getText();
        if (current == null || text.isEmpty()) {
            return;
        }
        FormulaProblem wrong = current.problem(text).orElse(null);
        problem.setText(wrong == null ? "" : wrong.message());
        area.setStyleSpans(0, spans(text, current.styled(text), wrong));
    }

    private static StyleSpans<Collection<String>> spans(String text, List<FormulaWords.Styled> styled,
            @Nullable FormulaProblem wrong) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        String[] styles = new String[text.length()];
        styled.forEach(part -> java.util.Arrays.fill(styles, part.from(), part.to(), part.style()));
        for (int i = 0; i < text.length(); i++) {
            List<String> all = new ArrayList<>(2);
            if (styles[i] != null) {
                all.add(styles[i]);
            }
            if (wrong != null && i >= wrong.span().start()
                    && i < Math.max(wrong.span().end(), wrong.span().start() + 1)) {
                all.add("formula-wrong");
            }
            spans.add(all, 1);
        }
        return spans.create();
    }

    private void pressed(KeyEvent event) {
        boolean open = popup.isShowing();
        switch (event.getCode()) {
            case DOWN, UP -> {
                if (!open) {
                    return;
                }
                int next = list.getSelectionModel().getSelectedIndex() + (event.getCode() == KeyCode.DOWN ? 1 : -1);
                list.getSelectionModel().select(Math.clamp(next, 0, list.getItems().size() - 1));
                list.scrollTo(list.getSelectionModel().getSelectedIndex());
            }
            case ENTER -> {
                if (open && !isComplete()) {
                    accept();
                } else if (!event.isShiftDown()) {
                    commit();
                } else {
                    return;
                }
            }
            case TAB -> {
                if (!open) {
                    return;
                }
                accept();
            }
            case ESCAPE -> {
                if (!open) {
                    return;
                }
                popup.hide();
            }
            case SPACE -> {
                if (!event.isShortcutDown()) {
                    return;
                }
                complete();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void complete() {
        FormulaWords current = words;
        int caret = area.getCaretPosition();
        List<FormulaWords.Completion> found = current == null || caret > area.getLength()
                ? List.of()
                : current.completions(area.getText(), caret);
        int from = FormulaWords.wordBefore(area.getText(), caret);
        boolean begun = from < caret || caret > 0 && area.getText().charAt(caret - 1) == '.';
        if (found.isEmpty() || !begun) {
            popup.hide();
            return;
        }
        list.getItems().setAll(found);
        list.setPrefHeight(ROW * Math.min(MOST_SHOWN, found.size()) + 2);
        list.getSelectionModel().select(0);
        Bounds at = area.getCaretBounds().orElse(null);
        if (at != null) {
            popup.show(area, at.getMinX(), at.getMaxY() + 4);
        }
    }

    /** Whether what is written is what would be completed. */
    private boolean isComplete() {
        FormulaWords.Completion chosen = list.getSelectionModel().getSelectedItem();
        int caret = area.getCaretPosition();
        return chosen != null && area.getText(FormulaWords.wordBefore(area.getText(), caret), caret)
                .equals(chosen.text());
    }

    private void accept() {
        FormulaWords.Completion chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen != null) {
            int caret = area.getCaretPosition();
            showing = true;
            area.replaceText(FormulaWords.wordBefore(area.getText(), caret), caret, chosen.text());
            showing = false;
        }
    }

    private static final class Cell extends ListCell<FormulaWords.Completion> {

        @Override
        protected void updateItem(FormulaWords.@Nullable Completion completion, boolean empty) {
            super.updateItem(completion, empty);
            if (empty || completion == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            HBox row = new HBox(8, Words.label(completion.text(), "mono"), Words.gap(),
                    Words.label(completion.detail(), "faint", "small"));
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
            setTooltip(completion.help().isEmpty() ? null : new Tooltip(completion.help()));
        }
    }
}
