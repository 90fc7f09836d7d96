package dev.hermes.app.graph;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableSet;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Shows a graph as cards and curves, and lets the user walk and edit it with pointer and keys. It asks its
 * {@link GraphActions} for each change and shows what it is then given. Of the JavaFX thread.
 *
 * <p>Style sheets set its colours ({@code -hermes-graph-background}, {@code -grid}, {@code -card}, {@code -line},
 * {@code -text}, {@code -soft}, {@code -faint}, {@code -accent}, {@code -accent-soft}, {@code -bad}, {@code -on-bad},
 * {@code -shadow}, {@code -base}, {@code -composite}, {@code -subjective}, {@code -parameter}, {@code -scheme}) and {@code -fx-font}.
 */
public final class GraphCanvas extends Region {

    /** With more selected cards than that, only the one under the pointer shows its port. */
    static final int MOST_PORTS = 20;

    private static final double READABLE = 0.68;
    private static final double LARGEST_FIT = 1;

    private final Surface surface;
    private final Keyboard keyboard;
    private final Board board = new Board(this::repaint);
    private final GraphColours colours = new GraphColours(this, this::restyle);
    private final Pointing pointing = new Pointing(this, board);
    private final BooleanProperty animated = new SimpleBooleanProperty(this, "animated", true);

    public GraphCanvas() {
        surface = new Surface(board, colours, pointing, this);
        getChildren().add(surface);
        getStyleClass().add("graph-canvas");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        keyboard = new Keyboard(this, board, pointing);
        focusVisibleProperty().addListener((_, _, _) -> repaint());
        board.leadProperty().addListener((_, _, _) -> speak());
        board.prospectProperty().addListener((_, _, _) -> speak());
        board.graphProperty().addListener((_, _, _) -> speak());
        board.textsProperty().addListener((_, _, _) -> speak());
        speak();
    }

    /** What is shown. Selected nodes that are gone are selected no more. */
    public ObjectProperty<Graph> graphProperty() {
        return board.graphProperty();
    }

    /** Where it is shown; nodes without a position are put below the others. */
    public ObjectProperty<GraphPositions> positionsProperty() {
        return board.positionsProperty();
    }

    /** Who is asked for changes. */
    public ObjectProperty<GraphActions> actionsProperty() {
        return board.actionsProperty();
    }

    public ObjectProperty<GraphTexts> textsProperty() {
        return board.textsProperty();
    }

    /** Whether {@link #animateTo} takes its time; false for those who want no motion. */
    public BooleanProperty animatedProperty() {
        return animated;
    }

    /** What of the graph is seen. */
    public ReadOnlyObjectProperty<Camera> cameraProperty() {
        return board.cameraProperty().getReadOnlyProperty();
    }

    /** The card that has the keyboard; null if none has. */
    public ReadOnlyObjectProperty<@Nullable String> leadProperty() {
        return board.leadProperty().getReadOnlyProperty();
    }

    /** The ids of the selected nodes and collapsed groups; may be changed. */
    public ObservableSet<String> selection() {
        return board.selection();
    }

    /** New positions to which the cards glide. */
    public void animateTo(GraphPositions positions) {
        if (animated.get() && !positions.equals(board.positionsProperty().get())) {
            board.drift().depart();
        }
        board.positionsProperty().set(positions);
    }

    /** Looks at the graph from where a camera was before. */
    public void look(Camera camera) {
        board.look(camera);
    }

    /** Shows everything, not larger than it is. */
    public void zoomToFit() {
        layout();
        board.fit(board.sheet().cards, LARGEST_FIT);
    }

    /** Shows everything, or its upper left part where everything would be too small to read. */
    public void zoomToRead() {
        layout();
        board.begin(board.sheet().cards, READABLE, LARGEST_FIT);
    }

    /** Shows the selected cards; all if none is selected. */
    public void zoomToSelection() {
        layout();
        List<Card> selected = board.selected();
        board.fit(selected.isEmpty() ? board.sheet().cards : selected, LARGEST_FIT);
    }

    /** Zooms around the middle of the viewport. */
    public void zoomBy(double factor) {
        zoomTo(board.camera().zoom() * factor);
    }

    /** Zooms around the middle of the viewport to a zoom, which is 1 for the actual size. */
    public void zoomTo(double zoom) {
        board.look(board.camera().zoomed(zoom, getWidth() / 2, getHeight() / 2));
    }

    /**
     * Puts a node's card in the middle of the viewport, or as near to it as the rest of the graph can fill that, and
     * gives it the keyboard.
     */
    public void centreOn(String node) {
        layout();
        Card card = board.sheet().card(node);
        if (card != null) {
            board.leadProperty().set(card.id);
            board.centre(card);
        }
    }

    /** Begins an edge from the selected card, which keys then lead; false where none can begin. */
    public boolean connect() {
        return keyboard.connect();
    }

    /** Asks for the selected cards to be brought into line. */
    public void align(Alignment alignment) {
        board.align(alignment);
    }

    /** The point of the graph at a point of the canvas, say for what is dropped from outside. */
    public Point2D toGraph(double x, double y) {
        return new Point2D(board.camera().graphX(x), board.camera().graphY(y));
    }

    /** The point of the canvas at which a node's card has its top left corner, say to open something beside it. */
    public Optional<Point2D> fromGraph(String node) {
        return Optional.ofNullable(board.sheet().card(node))
                .map(card -> new Point2D(board.camera().screenX(card.x), board.camera().screenY(card.y)));
    }

    /** What is at a point of the canvas. */
    public GraphTarget targetAt(double x, double y) {
        return pointing.targetAt(x, y);
    }

    public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
        return GraphColours.META_DATA;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return GraphColours.META_DATA;
    }

    @Override
    protected void layoutChildren() {
        board.resize(getWidth(), getHeight());
        surface.resizeRelocate(0, 0, getWidth(), getHeight());
        repaint();
    }

    Board board() {
        return board;
    }

    GraphColours colours() {
        return colours;
    }

    Surface surface() {
        return surface;
    }

    Pointing pointing() {
        return pointing;
    }

    private void restyle() {
        board.sheet().cards.forEach(card -> {
            card.title.forget();
            card.subtitle.forget();
            card.value.forget();
        });
        repaint();
    }

    private void repaint() {
        // Null while the parts are being made.
        if (surface != null) {
            surface.repaint();
        }
    }

    /** Says the card that has the keyboard to screen readers. */
    private void speak() {
        setAccessibleRoleDescription(Speech.role(board));
        setAccessibleText(Speech.text(board));
        setAccessibleHelp(board.textsProperty().get().help());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
