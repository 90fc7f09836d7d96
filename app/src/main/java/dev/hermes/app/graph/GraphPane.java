package dev.hermes.app.graph;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A canvas with its map at the bottom left, while not everything is seen, and its zoom bar at the bottom right. */
public final class GraphPane extends Region {

    private static final double MARGIN = 16;
    private static final double GAP = 8;

    private final GraphCanvas canvas = new GraphCanvas();
    private final Minimap minimap = new Minimap(canvas);
    private final ZoomBar zoomBar = new ZoomBar(canvas);
    private final Remarks remarks = new Remarks(canvas);
    private final HoverCard hover = new HoverCard(canvas);
    private final SearchBar search = new SearchBar(canvas);
    private final TitleField title = new TitleField(canvas);
    private final BooleanProperty minimapShown = new SimpleBooleanProperty(this, "minimapShown", true);
    private final Rectangle bounds = new Rectangle();

    public GraphPane() {
        getStyleClass().add("graph-pane");
        getChildren().addAll(canvas, minimap, zoomBar, remarks, hover, search, title);
        setClip(bounds);
        minimapShown.addListener((_, _, _) -> showMinimap());
        canvas.surface().watch(this::showMinimap);
        showMinimap();
    }

    public GraphCanvas canvas() {
        return canvas;
    }

    public Minimap minimap() {
        return minimap;
    }

    public ZoomBar zoomBar() {
        return zoomBar;
    }

    /** Looks for cards by a text, in a bar over the canvas. */
    public void search() {
        search.show();
    }

    HoverCard hover() {
        return hover;
    }

    Remarks remarks() {
        return remarks;
    }

    /**
     * Lets another title of a group be written in its place.
     *
     * @param then
     *            takes it, unless that is given up or blank
     */
    public void rename(String group, Consumer<String> then) {
        canvas.graphProperty().get().groups().stream().filter(each -> each.id().equals(group)).findFirst()
                .ifPresent(found -> {
                    canvas.layout();
                    canvas.board().reveal(canvas.board().cards(found.members()).getFirst());
                    title.show(group, found.title(), then);
                });
    }

    /** Whether there is a map where it is of use. */
    public BooleanProperty minimapShownProperty() {
        return minimapShown;
    }

    private void showMinimap() {
        minimap.setVisible(minimapShown.get() && minimap.isOfUse());
        double head = canvas.board().prospectProperty().get() == null ? 0 : remarks.head();
        double foot = minimap.isVisible() ? MARGIN + minimap.prefHeight(-1) : 0;
        canvas.board().cover(new Insets(head, 0, foot, 0));
    }

    @Override
    protected void layoutChildren() {
        bounds.setWidth(getWidth());
        bounds.setHeight(getHeight());
        canvas.resizeRelocate(0, 0, getWidth(), getHeight());
        minimap.resizeRelocate(MARGIN, snapPositionY(getHeight() - MARGIN - minimap.prefHeight(-1)),
                minimap.prefWidth(-1), minimap.prefHeight(-1));
        double barWidth = snapSizeX(zoomBar.prefWidth(-1));
        double barHeight = snapSizeY(zoomBar.prefHeight(-1));
        zoomBar.resizeRelocate(snapPositionX(getWidth() - MARGIN - barWidth),
                snapPositionY(getHeight() - MARGIN - barHeight), barWidth, barHeight);
        remarks.setPadding(new Insets(0, MARGIN, MARGIN + barHeight + GAP, 0));
        remarks.resizeRelocate(0, 0, getWidth(), getHeight());
        hover.resizeRelocate(0, 0, getWidth(), getHeight());
        double searchWidth = snapSizeX(Math.min(search.prefWidth(-1), Math.max(0, getWidth() - 2 * MARGIN)));
        search.resizeRelocate(snapPositionX(getWidth() - MARGIN - searchWidth), MARGIN, searchWidth,
                snapSizeY(search.prefHeight(-1)));
    }
}
