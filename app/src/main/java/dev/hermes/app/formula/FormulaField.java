package dev.hermes.app.formula;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Words;
import dev.hermes.formula.Advice;
import dev.hermes.formula.Fix;
import dev.hermes.model.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/** Where a formula is written: words in their colours, completion, and what is wrong with it beneath. */
public final class FormulaField {

    private static final int ONE_LINE = 38;
    private static final int LINE = 17;
    private static final int CHARACTERS = 34;
    private static final int TALLEST = 160;

    private final CodeArea area = new CodeArea();
    private final AdviceLine advice;
    private final CompletionPopup completions;
    private final WordHelp help;
    private final VBox view;
    private final Consumer<String> commit;
    private final FrameModel frame;
    private FormulaWords words;
    private Type expected;
    private @Nullable Advice said;
    private boolean showing;

    /**
     * An empty field.
     *
     * @param id
     *            what it is found by; what is wrong is found by {@code ID-problem}
     * @param name
     *            what the formula is for
     * @param expected
     *            what its value must be; a condition may also be left out, a number may not
     * @param commit
     *            takes what was written, whenever somebody ends writing
     * @param frame
     *            checks formulas in its background while they are written, and tells what goes wrong there
     */
    public FormulaField(String id, ObservableValue<String> name, FormulaWords words, Type expected,
            Consumer<String> commit, FrameModel frame) {
        this.words = words;
        this.expected = expected;
        this.commit = commit;
        this.frame = frame;
        completions = new CompletionPopup(area, frame.texts(), this::complete);
        advice = new AdviceLine(id + "-problem", frame.texts(), this::mend);
        help = new WordHelp(area, (text, at) -> this.words.meaning(text, at, frame.texts()::say));
        area.setId(id);
        area.getStyleClass().add("formula-area");
        area.setWrapText(true);
        area.setAccessibleRole(AccessibleRole.TEXT_AREA);
        area.accessibleTextProperty().bind(name);
        // What is offered is read out while it is, and otherwise what is wrong.
        area.accessibleHelpProperty().bind(Bindings.createStringBinding(
                () -> completions.spoken().getValue().isEmpty()
                        ? advice.spoken().getValue()
                        : completions.spoken().getValue(),
                completions.spoken(), advice.spoken()));
        area.textProperty().addListener((_, _, _) -> {
            restyle();
            if (!showing && area.isFocused()) {
                // The caret follows the text.
                Platform.runLater(() -> completions.follow(this.words));
            }
        });
        area.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                commit();
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view = new VBox(6, Words.label(name, "caption"), area, advice.view());
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
            write(0, area.getLength(), text);
            // What was there before is another indicator's, or was undone elsewhere.
            area.getUndoManager().forgetHistory();
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

    /** Replaces a part of the text for somebody, which is a step of its own to take back; nothing is offered for it. */
    private void write(int from, int to, String text) {
        showing = true;
        area.getUndoManager().preventMerge();
        area.replaceText(from, to, text);
        area.getUndoManager().preventMerge();
        showing = false;
    }

    private void complete(FormulaWords.Completion chosen) {
        int caret = area.getCaretPosition();
        write(FormulaWords.wordBefore(area.getText(), caret), caret, chosen.text());
    }

    private void mend(Fix fix) {
        write(fix.span().start(), fix.span().end(), fix.replacement());
        commit();
    }

    private void commit() {
        completions.hide();
        String text = area.getText().strip();
        if (!text.isEmpty() || mayBeLeftOut(expected)) {
            commit.accept(text);
        }
    }

    private static boolean mayBeLeftOut(Type type) {
        return !type.isNumber();
    }

    private void restyle() {
        String text = area.getText();
        FormulaWords current = words;
        Type wanted = expected;
        paint(text, said);
        frame.background().glance(_ -> text.isBlank() && mayBeLeftOut(wanted)
                ? Optional.<Advice>empty()
                : current.advice(text, wanted), found -> {
                    if (area.getText().equals(text)) {
                        said = found.orElse(null);
                        advice.show(found);
                        paint(text, said);
                    }
                }, frame::tell);
    }

    private void paint(String text, @Nullable Advice where) {
        if (!text.isEmpty()) {
            area.setStyleSpans(0, spans(text, words.styled(text), where));
        }
    }

    private static StyleSpans<Collection<String>> spans(String text, List<FormulaWords.Styled> styled,
            @Nullable Advice said) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        String[] styles = new String[text.length()];
        styled.forEach(part -> Arrays.fill(styles, part.from(), part.to(), part.style()));
        for (int i = 0; i < text.length(); i++) {
            List<String> all = new ArrayList<>(2);
            if (styles[i] != null) {
                all.add(styles[i]);
            }
            if (said != null && i >= said.span().start()
                    && i < Math.max(said.span().end(), said.span().start() + 1)) {
                all.add("formula-wrong");
            }
            spans.add(all, 1);
        }
        return spans.create();
    }

    private void pressed(KeyEvent event) {
        if (completions.press(event) || answer(event)) {
            event.consume();
        }
    }

    /** Whether the key means something here besides writing. */
    private boolean answer(KeyEvent event) {
        return switch (event.getCode()) {
            case ENTER -> {
                if (event.isAltDown()) {
                    advice.applyFirst();
                } else if (!event.isShiftDown()) {
                    commit();
                }
                yield !event.isShiftDown();
            }
            // Otherwise nobody would come out of here without a mouse.
            case TAB -> {
                completions.hide();
                area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                yield true;
            }
            case ESCAPE -> {
                boolean shown = help.isShowing();
                help.hide();
                yield shown;
            }
            case SPACE -> {
                if (event.isShortcutDown()) {
                    completions.offer(words);
                }
                yield event.isShortcutDown();
            }
            case F1 -> {
                help.showAtCaret();
                yield true;
            }
            default -> false;
        };
    }
}
