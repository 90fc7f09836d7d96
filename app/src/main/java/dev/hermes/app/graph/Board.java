package dev.hermes.app.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** What a canvas shows and what is selected on it, without any drawing. Of the JavaFX thread. */
final class Board {

    private final Runnable changed;
    private final ObjectProperty<Graph> graph = new SimpleObjectProperty<>(Graph.empty());
    private final ObjectProperty<GraphPositions> positions = new SimpleObjectProperty<>(GraphPositions.empty());
    private final ObjectProperty<GraphTexts> texts = new SimpleObjectProperty<>(GraphTexts.english());
    private final ObjectProperty<GraphActions> actions = new SimpleObjectProperty<>(new GraphActions() {});
    private final ReadOnlyObjectWrapper<Camera> camera = new ReadOnlyObjectWrapper<>(Camera.START);
    private final ReadOnlyObjectWrapper<@Nullable String> lead = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> hovered = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Prospect> prospect = new SimpleObjectProperty<>();
    private final ObservableSet<String> selection = FXCollections.observableSet(new LinkedHashSet<>());
    private final Drift drift = new Drift(this::place);
    private final Flight flight = new Flight(camera::set);
    private Sheet sheet = new Sheet(Graph.empty(), GraphTexts.english());
    private @Nullable Set<String> found;
    private boolean selecting;
    private Insets covered = Insets.EMPTY;
    private double width;
    private double height;

    /** @param changed told when something is to be drawn anew */
    Board(Runnable changed) {
        this.changed = changed;
        graph.addListener((_, _, _) -> rebuild());
        texts.addListener((_, _, _) -> rebuild());
        positions.addListener((_, before, _) -> {
            drift.replace(before);
            place();
        });
        camera.addListener((_, _, _) -> changed.run());
        lead.addListener((_, _, _) -> changed.run());
        hovered.addListener((_, _, _) -> changed.run());
        selection.addListener((SetChangeListener<String>) _ -> {
            if (!selecting) {
                light();
            }
        });
    }

    ObjectProperty<Graph> graphProperty() {
        return graph;
    }

    ObjectProperty<GraphPositions> positionsProperty() {
        return positions;
    }

    ObjectProperty<GraphTexts> textsProperty() {
        return texts;
    }

    ObjectProperty<GraphActions> actionsProperty() {
        return actions;
    }

    ReadOnlyObjectWrapper<Camera> cameraProperty() {
        return camera;
    }

    ReadOnlyObjectWrapper<@Nullable String> leadProperty() {
        return lead;
    }

    /** What would come of the edge that is being drawn; null while none is. */
    ObjectProperty<@Nullable Prospect> prospectProperty() {
        return prospect;
    }

    ObservableSet<String> selection() {
        return selection;
    }

    Graph graph() {
        return graph.get();
    }

    GraphActions actions() {
        return actions.get();
    }

    Camera camera() {
        return camera.get();
    }

    Sheet sheet() {
        return sheet;
    }

    Drift drift() {
        return drift;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
    }

    void look(Camera from) {
        flight.stop();
        camera.set(from);
    }

    /** Goes to another camera step by step. */
    void fly(Camera to) {
        flight.begin(camera(), to);
    }

    @Nullable
    Card lead() {
        return sheet.card(lead.get());
    }

    /** The card under the pointer; null if none is. */
    ReadOnlyObjectWrapper<@Nullable String> hoveredProperty() {
        return hovered;
    }

    @Nullable
    Card hovered() {
        return sheet.card(hovered.get());
    }

    void hover(@Nullable Card card) {
        hovered.set(card == null ? null : card.id);
    }

    /** Lights what was found in the place of what the selected have to do with; null where nothing is looked for. */
    void find(@Nullable List<Card> cards) {
        found = cards == null ? null : cards.stream().map(card -> card.id).collect(Collectors.toSet());
        light();
    }

    /** Whether something is looked for. */
    boolean isFinding() {
        return found != null;
    }

    /** Whether a card is in the viewport, at least in part. */
    boolean isSeen(Card card) {
        return camera().area(width, height).intersects(card.x, card.y, Card.WIDTH, Card.HEIGHT);
    }

    List<Card> selected() {
        return sheet.cards.stream().filter(card -> selection.contains(card.id)).toList();
    }

    /** The nodes of cards, with those in collapsed groups. */
    static Set<String> nodes(Collection<Card> cards) {
        Set<String> nodes = new LinkedHashSet<>();
        cards.forEach(card -> nodes.addAll(card.members));
        return nodes;
    }

    void select(Collection<Card> cards) {
        Set<String> ids = new HashSet<>();
        cards.forEach(card -> ids.add(card.id));
        selecting = true;
        selection.retainAll(ids);
        selection.addAll(ids);
        selecting = false;
        light();
    }

    /** Selects one card alone and makes it the one from which keys start. */
    void selectOnly(Card card) {
        lead.set(card.id);
        select(List.of(card));
    }

    void toggle(Card card) {
        lead.set(card.id);
        if (!selection.remove(card.id)) {
            selection.add(card.id);
        }
    }

    /** Moves the camera as little as is needed to show all of a card, with nothing over it. */
    void reveal(Card card) {
        look(revealing(card));
    }

    /** The camera moved as little as is needed to show all of a card, with nothing over it. */
    Camera revealing(Card card) {
        Camera now = camera();
        Rectangle2D free = free();
        double margin = 16;
        double left = now.screenX(card.x) - margin;
        double top = now.screenY(card.y) - margin;
        double right = now.screenX(card.right()) + margin;
        double bottom = now.screenY(card.bottom()) + margin;
        double across = left < free.getMinX() ? free.getMinX() - left : Math.min(0, free.getMaxX() - right);
        double down = top < free.getMinY() ? free.getMinY() - top : Math.min(0, free.getMaxY() - bottom);
        return now.panned(across, down);
    }

    /** Puts a card in the middle, or as near to it as the rest of the graph can fill the viewport. */
    void centre(Card card) {
        Rectangle2D all = Sheet.bounds(sheet.cards);
        Camera centred = camera().centred(card.centreX(), card.centreY(), width, height);
        look(all == null ? centred : centred.within(all, free()));
    }

    /** The part of the viewport that nothing lies over. */
    private Rectangle2D free() {
        return new Rectangle2D(covered.getLeft(), covered.getTop(),
                Math.max(0, width - covered.getLeft() - covered.getRight()),
                Math.max(0, height - covered.getTop() - covered.getBottom()));
    }

    /** What lies over the canvas at its sides, in pixels. */
    void cover(Insets sides) {
        covered = sides;
    }

    /** Shows these cards, if there are any, at most at a zoom. */
    void fit(Collection<Card> cards, double most) {
        Rectangle2D area = Sheet.bounds(cards);
        if (area != null && width > 0 && height > 0) {
            look(Camera.fitting(area, width, height, most));
        }
    }

    /** Shows these cards, if there are any, or only the first of them where all would be smaller than a zoom. */
    void begin(Collection<Card> cards, double least, double most) {
        Rectangle2D area = Sheet.bounds(cards);
        if (area != null && width > 0 && height > 0) {
            look(Camera.beginning(area, width, height, least, most));
        }
    }

    /** Asks for cards to be moved; what moves are their nodes. */
    void move(Collection<Card> cards, double across, double down) {
        if (!cards.isEmpty() && (across != 0 || down != 0)) {
            actions().move(moved(cards, across, down));
        }
    }

    /** Where the nodes of cards are that are moved. */
    GraphPositions moved(Collection<Card> cards, double across, double down) {
        Map<String, Point2D> moved = new HashMap<>();
        for (Card card : cards) {
            for (String node : card.members) {
                Point2D point = positions.get().get(node);
                Point2D from = point == null ? new Point2D(card.x, card.y) : point;
                moved.put(node, from.add(across, down));
            }
        }
        return GraphPositions.of(moved);
    }

    /** Asks for the selected cards to be brought into line. */
    void align(Alignment alignment) {
        Map<Card, Point2D> targets = Arrangement.of(selected(), alignment);
        Map<String, Point2D> moved = new HashMap<>();
        targets.forEach((card, target) -> {
            for (String node : card.members) {
                Point2D point = positions.get().get(node);
                moved.put(node, point == null ? target : point.add(target.getX() - card.x, target.getY() - card.y));
            }
        });
        if (!moved.isEmpty()) {
            actions().move(GraphPositions.of(moved));
        }
    }

    /** The cards of nodes, each once. */
    List<Card> cards(Collection<String> nodes) {
        return sheet.cards.stream().filter(card -> card.members.stream().anyMatch(nodes::contains)).toList();
    }

    void repaint() {
        changed.run();
    }

    private void rebuild() {
        sheet = new Sheet(graph(), texts.get());
        List<String> gone = new ArrayList<>();
        for (String id : selection) {
            Card card = sheet.card(id);
            if (card == null || !card.id.equals(id)) {
                gone.add(id);
            }
        }
        selecting = true;
        gone.forEach(selection::remove);
        selecting = false;
        if (sheet.card(lead.get()) == null) {
            lead.set(null);
        }
        sheet.place(id -> drift.point(id, positions.get()));
        light();
    }

    private void place() {
        sheet.place(id -> drift.point(id, positions.get()));
        changed.run();
    }

    private void light() {
        Lighting.light(sheet, selection);
        if (found != null) {
            Lighting.find(sheet, found);
        }
        changed.run();
    }
}
