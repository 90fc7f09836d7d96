package dev.hermes.app.formula;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import dev.hermes.formula.Advice;
import dev.hermes.formula.Fix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is to be said about a formula, beneath it, and a button for each change that mends it. */
final class AdviceLine {

    private final Texts texts;
    private final Consumer<Fix> apply;
    private final Label said = Words.label("", "small");
    private final FlowPane buttons = new FlowPane(6, 4);
    private final VBox view;
    private List<Fix> fixes = List.of();

    /**
     * @param id
     *            of what is said; the buttons are {@code ID-fix-0} and so on
     * @param apply
     *            takes the change that was chosen
     */
    AdviceLine(String id, Texts texts, Consumer<Fix> apply) {
        this.texts = texts;
        this.apply = apply;
        said.setId(id);
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        view = new VBox(6, said, buttons);
        show(Optional.empty());
    }

    Node view() {
        return view;
    }

    /** What is said, with what the first change would do. */
    ObservableValue<String> spoken() {
        return said.accessibleTextProperty();
    }

    void show(Optional<Advice> advice) {
        said.setText(advice.map(one -> texts.say(one.message())).orElse(""));
        said.getStyleClass().removeAll("bad", "warn");
        said.getStyleClass().add(advice.map(Advice::isRefused).orElse(true) ? "bad" : "warn");
        fixes = advice.map(Advice::fixes).orElse(List.of());
        List<Button> all = new ArrayList<>();
        for (Fix fix : fixes) {
            all.add(button(fix, all.isEmpty()));
        }
        buttons.getChildren().setAll(all);
        said.setAccessibleText(fixes.isEmpty()
                ? said.getText()
                : said.getText() + " " + texts.get("formula.fix", texts.say(fixes.getFirst().label())));
        Words.shown(buttons, !fixes.isEmpty());
        Words.shown(view, advice.isPresent());
    }

    /** Makes the likeliest change. */
    void applyFirst() {
        fixes.stream().findFirst().ifPresent(apply);
    }

    private Button button(Fix fix, boolean isFirst) {
        Button button = new Button(texts.say(fix.label()));
        button.setId(said.getId() + "-fix-" + fixes.indexOf(fix));
        button.getStyleClass().addAll("small", isFirst ? "accent" : "quiet");
        // Or the formula would be taken as it is, wrong, when the button takes the focus from it.
        button.setFocusTraversable(false);
        button.setTooltip(new Tooltip(isFirst
                ? texts.get("formula.fix", texts.say(fix.label()))
                : texts.say(fix.label())));
        button.setOnAction(_ -> apply.accept(fix));
        return button;
    }
}
