package dev.hermes.app.formula;

import dev.hermes.app.background.Background;
import dev.hermes.app.frame.Words;
import dev.hermes.formula.FormulaProblem;
import dev.hermes.model.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
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
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/** Where a formula is written: words in their colours, completion, and what is wrong with it beneath. */
public final class FormulaField {

    private static final double ROW = 26;
    private static final int MOST_SHOWN = 8;
    private static final int ONE_LINE = 38;
    private static final int LINE = 17;
    private static final int CHARACTERS = 34;
    private static final int TALLEST = 160;
    private static final double MEANING = 420;
    private static final double BELOW = 14;
    private static final Duration WAIT = Duration.ofMillis(400);

    private final CodeArea area = new CodeArea();
    private final Label problem = Words.label("", "bad", "small");
    private final ListView<FormulaWords.Completion> list = new ListView<>();
    private final Popup popup = new Popup();
    private final VBox view;
    private final Consumer<String> commit;
    private FormulaWords words;
    private Type expected;
    private final Background background;
    private final Consumer<Throwable> failed;
    private @Nullable FormulaProblem wrong;
    private boolean showing;

    /**
     * An empty field.
     *
     * @param id
     *            what it is found by; what is wrong is found by {@code ID-problem}
     * @param name
     *            what the formula is for
     * @param expected
     *            what its value must be
     * @param commit
     *            takes what was written, whenever somebody ends writing
     * @param background
     *            where formulas are checked while they are written
     * @param failed
     *            takes what went wrong there
     */
    public FormulaField(String id, ObservableValue<String> name, FormulaWords words, Type expected,
            Consumer<String> commit, Background background, Consumer<Throwable> failed) {
        this.words = words;
        this.expected = expected;
        this.commit = commit;
        this.background = background;
        this.failed = failed;
        area.setId(id);
        area.getStyleClass().add("formula-area");
        area.setWrapText(true);
        area.accessibleTextProperty().bind(name);
        area.textProperty().addListener((_, _, _) -> {
            restyle();
            if (!showing && area.isFocused()) {
                // The caret follows the text.
                Platform.runLater(this::complete);
            }
        });
        area.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        explain();
        problem.setId(id + "-problem");
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
        view = new VBox(6, Words.label(name, "caption"), area, problem);
    }

    public Node view() {
        return view;
    }

    /** What is written, committed or not. */
    public ObservableValue<String> text() {
        return area.textProperty();
    }

    /** Shows a formula, unless somebody is writing one here. */
    public void show(String text, FormulaWords words, Type expected) {
        this.words = words;
        this.expected = expected;
        if (!area.isFocused() && !area.getText().equals(text)) {
            showing = true;
            area.replaceText(text);
            showing = false;
        }
        area.setPrefHeight(Math.min(TALLEST, ONE_LINE + LINE * (lines(text) - 1)));
        restyle();
    }

    /** How many lines a text takes when it is wrapped between words. */
    private static int lines(String text) {
        int lines = 1;
        int used = 0;
        for (String word : text.split(" ", -1)) {
            if (used > 0 && used + word.length() > CHARACTERS) {
                lines++;
                used = 0;
            }
            used += word.length() + 1;
        }
        return lines + (int) text.chars().filter(character -> character == '\n').count();
    }

    /** Says what the word under the pointer means. */
    private void explain() {
        Tooltip meaning = new Tooltip();
        meaning.setWrapText(true);
        meaning.setMaxWidth(MEANING);
        area.setMouseOverTextDelay(WAIT);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN,
                event -> words.meaning(area.getText(), event.getCharacterIndex()).ifPresent(text -> {
                    meaning.setText(text);
                    meaning.show(area, event.getScreenPosition().getX(), event.getScreenPosition().getY() + BELOW);
                }));
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, _ -> meaning.hide());
    }

    private void commit() {
        popup.hide();
        commit.accept(area.getText().strip());
    }

    private void restyle() {
        String text = area.getText();
        FormulaWords current = words;
        Type wanted = expected;
        paint(text, wrong);
        background.glance(_ -> text.isBlank() ? Optional.<FormulaProblem>empty() : current.problem(text, wanted),
                found -> {
                    if (area.getText().equals(text)) {
                        wrong = found.orElse(null);
                        problem.setText(found.map(FormulaProblem::message).orElse(""));
                        paint(text, wrong);
                    }
                }, failed);
    }

    private void paint(String text, @Nullable FormulaProblem where) {
        if (!text.isEmpty()) {
            area.setStyleSpans(0, spans(text, words.styled(text), where));
        }
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
        int caret = area.getCaretPosition();
        List<FormulaWords.Completion> found = caret > area.getLength()
                ? List.of()
                : words.completions(area.getText(), caret);
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
