package dev.hermes.app.frame;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** The small pieces that views are made of. */
public final class Words {

    private Words() {}

    /** A label that follows a text, with style classes. */
    public static Label label(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.textProperty().bind(text);
        label.getStyleClass().addAll(styles);
        FullText.on(label);
        return label;
    }

    public static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        FullText.on(label);
        return label;
    }

    /** A button whose text follows a text and is never cut off. */
    public static Button button(ObservableValue<String> text, String id, Runnable action) {
        Button button = new Button();
        button.setId(id);
        button.setMnemonicParsing(false);
        button.textProperty().bind(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A button that shows an icon; its text is for those who do not see it, and for whoever waits over it. */
    public static Button button(Ikon icon, ObservableValue<String> text, String id, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("quiet");
        button.accessibleTextProperty().bind(text);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(text);
        button.setTooltip(tooltip);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /** A button for an action, which shows an icon; its tooltip says the keys too. */
    public static Button button(Ikon icon, String id, Action action) {
        Button button = button(icon, action.title(), id, action::run);
        if (!action.keys().isEmpty()) {
            Tooltip tooltip = new Tooltip();
            tooltip.textProperty().bind(action.title().map(title -> title + "   " + action.shortcut()));
            button.setTooltip(tooltip);
        }
        return button;
    }

    /** An item of a menu for an action. */
    public static MenuItem item(String id, Action action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.setMnemonicParsing(false);
        item.textProperty().bind(action.title());
        if (!action.keys().isEmpty()) {
            item.setAccelerator(action.keys().getFirst());
        }
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** A control with its name in front of it. */
    public static HBox line(ObservableValue<String> text, Region control, String... styles) {
        Label name = label(text, "soft");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(control);
        control.accessibleTextProperty().bind(text);
        HBox line = new HBox(12, name, gap(), control);
        line.getStyleClass().addAll(styles);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** A box or a chip whose words are never cut off. */
    public static <T extends Region> T whole(T box) {
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    /** Shows something, or takes it away with the room that it has. */
    public static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    /** Takes the room between what stands before and behind it. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
