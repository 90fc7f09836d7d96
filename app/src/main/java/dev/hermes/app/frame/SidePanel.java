package dev.hermes.app.frame;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A panel at a side of a screen that is as wide as its user likes, or as high where it is at the bottom. Its edge is
 * dragged, or moved by the arrow keys while it has the focus; a double click on it, or Home, gives the panel its usual size
 * again. The size is kept in the settings under the panel's name. For a {@code BorderPane} or the end of an {@code HBox}:
 * {@code view.setRight(SidePanel.right(frame, "inspector", inspector.view(), 316))}.
 */
public final class SidePanel extends Region {

    private static final double STEP = 16;
    private static final double LEAST = 160;
    private static final double LEAST_HEIGHT = 96;
    /** No panel takes more of the window than that. */
    private static final double MOST = 0.6;
    /** The edge can be seized a little inside the panel, and a little outside. */
    private static final double INSIDE = 2;
    private static final double OUTSIDE = 4;
    private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");

    private final FrameModel model;
    private final String name;
    private final Region content;
    private final Side side;
    private final double usual;
    private final Edge edge;
    private double size;

    private SidePanel(FrameModel model, String name, Region content, Side side, double usual) {
        this.model = model;
        this.name = name;
        this.content = content;
        this.side = side;
        this.usual = usual;
        edge = new Edge();
        size = Objects.requireNonNullElse(model.settings().get().panels().get(name), usual);
        content.setMinSize(0, 0);
        content.setPrefSize(USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
        content.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        getChildren().addAll(content, edge);
        // What lies outside is to be seized before the neighbour.
        setViewOrder(-1);
        visibleProperty().bind(content.visibleProperty());
        managedProperty().bind(content.managedProperty());
    }

    /** A panel at the left of a screen. */
    public static SidePanel left(FrameModel model, String name, Region content, double usual) {
        return new SidePanel(model, name, content, Side.LEFT, usual);
    }

    /** A panel at the right of a screen. */
    public static SidePanel right(FrameModel model, String name, Region content, double usual) {
        return new SidePanel(model, name, content, Side.RIGHT, usual);
    }

    /** A panel at the bottom of a screen. */
    public static SidePanel bottom(FrameModel model, String name, Region content, double usual) {
        return new SidePanel(model, name, content, Side.BOTTOM, usual);
    }

    private boolean isBeside() {
        return side != Side.BOTTOM;
    }

    private double least() {
        return isBeside() ? LEAST : LEAST_HEIGHT;
    }

    private double most() {
        if (getScene() == null) {
            return Double.MAX_VALUE;
        }
        return Math.max(least(), MOST * (isBeside() ? getScene().getWidth() : getScene().getHeight()));
    }

    private double shown() {
        return snapSizeX(Math.clamp(size, least(), most()));
    }

    private void sizeTo(double wanted) {
        size = Math.clamp(wanted, least(), most());
        requestLayout();
        edge.notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    private void keep() {
        model.change(model.settings().get().withPanel(name, size == usual ? null : size));
    }

    @Override
    protected double computePrefWidth(double height) {
        return isBeside() ? shown() : content.prefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return isBeside() ? shown() : 0;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return isBeside() ? shown() : Double.MAX_VALUE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return isBeside() ? content.prefHeight(width) : shown();
    }

    @Override
    protected double computeMinHeight(double width) {
        return isBeside() ? 0 : shown();
    }

    @Override
    protected double computeMaxHeight(double width) {
        return isBeside() ? Double.MAX_VALUE : shown();
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
        switch (side) {
            case LEFT -> edge.resizeRelocate(getWidth() - INSIDE, 0, INSIDE + OUTSIDE, getHeight());
            case RIGHT -> edge.resizeRelocate(-OUTSIDE, 0, INSIDE + OUTSIDE, getHeight());
            case TOP, BOTTOM -> edge.resizeRelocate(0, -OUTSIDE, getWidth(), INSIDE + OUTSIDE);
        }
    }

    /** What is seized. */
    private final class Edge extends Region {

        private double from;
        private double before;

        Edge() {
            setId("edge-of-" + name);
            getStyleClass().addAll("panel-edge", isBeside() ? "beside" : "below");
            setFocusTraversable(true);
            setAccessibleRole(AccessibleRole.SLIDER);
            accessibleTextProperty().bind(model.texts().text("panel.size"));
            addEventHandler(MouseEvent.MOUSE_PRESSED, this::seize);
            addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
            addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> let());
            addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        }

        private double at(MouseEvent event) {
            return switch (side) {
                case LEFT -> event.getScreenX();
                case RIGHT -> -event.getScreenX();
                case TOP, BOTTOM -> -event.getScreenY();
            };
        }

        private void seize(MouseEvent event) {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                sizeTo(usual);
                keep();
            }
            from = at(event);
            before = shown();
            pseudoClassStateChanged(MOVED, true);
            event.consume();
        }

        private void drag(MouseEvent event) {
            sizeTo(before + at(event) - from);
            event.consume();
        }

        private void let() {
            pseudoClassStateChanged(MOVED, false);
            keep();
        }

        private void press(KeyEvent event) {
            double grown = switch (event.getCode()) {
                case LEFT -> side == Side.RIGHT ? STEP : side == Side.LEFT ? -STEP : 0;
                case RIGHT -> side == Side.RIGHT ? -STEP : side == Side.LEFT ? STEP : 0;
                case UP -> isBeside() ? 0 : STEP;
                case DOWN -> isBeside() ? 0 : -STEP;
                case HOME -> usual - shown();
                default -> 0;
            };
            if (grown != 0) {
                sizeTo(shown() + grown);
                keep();
                event.consume();
            }
        }

        @Override
        public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case VALUE -> shown();
                case MIN_VALUE -> least();
                case MAX_VALUE -> most();
                case ORIENTATION -> isBeside() ? Orientation.HORIZONTAL : Orientation.VERTICAL;
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
