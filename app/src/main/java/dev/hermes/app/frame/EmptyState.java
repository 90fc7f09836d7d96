package dev.hermes.app.frame;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What stands where there is nothing to be shown: a sign, a line that says what is missing, one that says what to do, and at
 * most one button that does it. Every screen says it so, in a table as in the middle of itself.
 */
public final class EmptyState extends VBox {

    /** No line is longer. */
    private static final double TEXT = 440;
    /** What a line has beside its part of the words, so that none has to go to a line more. */
    private static final double SPARE = 1.15;
    /** Between what is said and what can be done. */
    private static final double GAP = 6;

    /** Says it, and leaves what is to be done to the user. */
    public EmptyState(Ikon icon, ObservableValue<String> title, ObservableValue<String> hint) {
        super(new FontIcon(icon), centred(title, "heading"), centred(hint, "soft"));
        getStyleClass().add("empty-state");
    }

    /**
     * Says it, and offers to do it.
     *
     * @param action
     *            the likeliest next step
     */
    public EmptyState(Ikon icon, ObservableValue<String> title, ObservableValue<String> hint, Button action) {
        this(icon, title, hint);
        action.getStyleClass().add("accent");
        setMargin(action, new Insets(GAP, 0, 0, 0));
        getChildren().add(action);
    }

    /** Takes no room where it says nothing. */
    private static Label centred(ObservableValue<String> text, String style) {
        Label label = Words.label(text, style);
        label.setWrapText(true);
        label.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(() -> balanced(label), label.textProperty(), label.fontProperty()));
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setAlignment(Pos.CENTER);
        label.setTextAlignment(TextAlignment.CENTER);
        text.subscribe(said -> Words.shown(label, !said.isEmpty()));
        return label;
    }

    /** The width at which all lines of a label are about as long, so that no word stands alone in the last one. */
    private static double balanced(Label label) {
        Text whole = new Text(label.getText());
        whole.setFont(label.getFont());
        double width = whole.getLayoutBounds().getWidth();
        double lines = Math.ceil(width / TEXT);
        return lines <= 1 ? TEXT : Math.min(TEXT, width / lines * SPARE);
    }

    /** The same within a part of a panel, which has room for one line. */
    public static Label line(ObservableValue<String> text) {
        Label line = Words.label(text, "faint", "small");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }
}
