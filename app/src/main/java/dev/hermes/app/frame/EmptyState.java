package dev.hermes.app.frame;

import dev.hermes.app.language.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing yet: what it is that could be here, and what to do for it. */
public final class EmptyState {

    private static final double TEXT = 420;

    private EmptyState() {}

    /**
     * A sign, a title, a sentence, and buttons for the next step.
     *
     * @param title
     *            the key of its text
     * @param lead
     *            the key of the sentence that says the next step
     * @param steps
     *            buttons, the likeliest first
     */
    public static Region of(Ikon icon, Texts texts, String title, String lead, Node... steps) {
        var sentence = Words.label(texts.text(lead), "soft");
        sentence.setWrapText(true);
        sentence.setMaxWidth(TEXT);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setTextAlignment(TextAlignment.CENTER);
        VBox view = new VBox(new FontIcon(icon), Words.label(texts.text(title), "heading"), sentence);
        if (steps.length > 0) {
            HBox buttons = new HBox(8, steps);
            buttons.setAlignment(Pos.CENTER);
            view.getChildren().add(buttons);
        }
        view.getStyleClass().add("empty-state");
        return view;
    }
}
