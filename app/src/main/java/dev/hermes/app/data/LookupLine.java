package dev.hermes.app.data;

import dev.hermes.app.frame.Words;
import dev.hermes.app.language.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;

/**
 * A row of a lookup: the text in the file, and what is read in its place. It is taken when it is left, not between its
 * two texts. Enter goes on, the arrows go to the rows above and below, Escape takes back what is typed.
 */
final class LookupLine {

    private static final double COLUMN = 120;
    private static final double GAP = 8;

    private final Texts texts;
    private final Rows rows;
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final Label remark = MappingPane.hint("", "small");
    private final VBox view;
    private int index;
    private LookupRows.Row shown = LookupRows.Row.BLANK;

    /** The rows that it is one of. */
    interface Rows {

        /** What there would be to say about a row if it were this one. */
        LookupRows.Remark remark(int index, LookupRows.Row row);

        /** Takes what was entered. */
        void take(int index, LookupRows.Row row);

        /** Goes to the same text of the row above or below, or, below the last one, to a row more. */
        void go(int index, int by, boolean isFrom, boolean canAdd);

        void remove(int index);
    }

    /** What stands over the two texts. */
    static Node heads(Texts texts) {
        Label arrow = Words.label("→");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        arrow.setVisible(false);
        Region end = new Region();
        end.getStyleClass().add("lookup-remove");
        HBox heads = new HBox(GAP, column(Words.label(texts.text("data.lookup.from"), "faint", "small")), arrow,
                column(Words.label(texts.text("data.lookup.to"), "faint", "small")), end);
        heads.setAlignment(Pos.CENTER_LEFT);
        return heads;
    }

    LookupLine(Texts texts, Rows rows) {
        this.texts = texts;
        this.rows = rows;
        Label arrow = Words.label("→", "faint");
        arrow.setMinWidth(Region.USE_PREF_SIZE);
        Button remove = Words.button(BootstrapIcons.X, texts.text("data.lookup.remove"), "", this::remove);
        remove.getStyleClass().addAll("tight", "lookup-remove");
        HBox line = new HBox(GAP, column(from), arrow, column(to), remove);
        line.getStyleClass().add("lookup-line");
        line.setAlignment(Pos.CENTER_LEFT);
        view = new VBox(line, remark);
        from.getStyleClass().add("mono");
        to.getStyleClass().add("mono");
        from.accessibleTextProperty().bind(texts.text("data.lookup.from"));
        from.setOnAction(_ -> {
            to.requestFocus();
            to.selectAll();
        });
        to.setOnAction(_ -> {
            take();
            rows.go(index, 1, true, true);
        });
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        view.focusWithinProperty().addListener((_, _, isWithin) -> {
            if (!isWithin) {
                take();
            }
        });
        Entry.onEnter(view, this::take);
        from.textProperty().addListener(_ -> say());
        to.textProperty().addListener(_ -> say());
    }

    private static Control column(Control field) {
        field.setPrefWidth(COLUMN);
        field.setMinWidth(0);
        field.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    Node view() {
        return view;
    }

    private LookupRows.Row entered() {
        return new LookupRows.Row(from.getText(), to.getText());
    }

    private void take() {
        if (!entered().equals(shown)) {
            rows.take(index, entered());
        }
    }

    private void pressed(KeyEvent event) {
        boolean isFrom = from.isFocused();
        if (!isFrom && !to.isFocused()) {
            return;
        }
        switch (event.getCode()) {
            case UP -> go(-1, isFrom);
            case DOWN -> go(1, isFrom);
            case DELETE, BACK_SPACE -> {
                if (!event.isControlDown() || event.isShiftDown()) {
                    return;
                }
                remove();
            }
            case ESCAPE -> {
                if (entered().equals(shown)) {
                    return;
                }
                forget();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void go(int by, boolean isFrom) {
        take();
        rows.go(index, by, isFrom, false);
    }

    private void remove() {
        forget();
        rows.remove(index);
    }

    /** Forgets what is typed and not taken. */
    void forget() {
        from.setText(shown.from());
        to.setText(shown.to());
    }

    /** Shows a row, in place of what is typed only where that was entered into another one. */
    void show(int place, LookupRows.Row row) {
        boolean isSame = index == place && shown.equals(row) && view.isFocusWithin();
        index = place;
        shown = row;
        from.setId("lookup-from-" + place);
        to.setId("lookup-to-" + place);
        remark.setId("lookup-remark-" + place);
        if (!isSame) {
            forget();
        }
        from.setTooltip(row.from().isEmpty() ? null : new Tooltip(row.from()));
        to.setTooltip(row.to().isEmpty() ? null : new Tooltip(row.to()));
        to.setAccessibleText(texts.get("data.lookup.toOf", row.from()));
        say();
    }

    private void say() {
        LookupRows.Remark now = rows.remark(index, entered());
        String said = switch (now) {
            case FINE -> "";
            case BLANK -> texts.get("data.lookup.blank");
            case TWICE -> texts.get("data.lookup.twice");
            case FROM_EMPTY -> texts.get("data.lookup.fromEmpty");
            case TO_EMPTY -> texts.get("data.lookup.toEmpty");
        };
        remark.setText(said);
        remark.getStyleClass().removeAll("bad", "warn", "faint");
        remark.getStyleClass().add(now == LookupRows.Remark.TWICE
                ? "bad"
                : now == LookupRows.Remark.BLANK ? "faint" : "warn");
        Words.shown(remark, !said.isEmpty());
        from.setAccessibleHelp(said);
    }

    /** Goes to one of its texts. */
    void focus(boolean isFrom) {
        TextField field = isFrom ? from : to;
        field.requestFocus();
        field.selectAll();
    }
}
