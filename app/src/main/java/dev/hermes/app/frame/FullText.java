package dev.hermes.app.frame;

import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Texts that have not enough room tell the whole of it to whoever rests the pointer on them. */
public final class FullText {

    private FullText() {}

    /** For a label; where it has a tooltip of its own, that stays. */
    static void on(Labeled label) {
        label.textTruncatedProperty().addListener((_, _, truncated) -> {
            if (truncated && label.getTooltip() == null) {
                label.setTooltip(new Whole(label));
            } else if (!truncated && label.getTooltip() instanceof Whole) {
                label.setTooltip(null);
            }
        });
    }

    private static final class Whole extends Tooltip {

        Whole(Labeled label) {
            textProperty().bind(label.textProperty());
        }
    }

    /** For the cells of a column. */
    public static <S> void in(TableColumn<S, String> column) {
        column.setCellFactory(_ -> new Cell<>());
    }

    private static final class Cell<S> extends TableCell<S, String> {

        Cell() {
            on(this);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }
    }
}
