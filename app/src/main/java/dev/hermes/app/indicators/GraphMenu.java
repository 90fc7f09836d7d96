package dev.hermes.app.indicators;

import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphCanvas;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphGroup;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.GraphTarget;
import dev.hermes.app.language.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;

/** The menus of cards, edges, groups and of empty space. Items are found by the ids {@code menu-...}. */
final class GraphMenu {

    private final IndicatorsModel model;
    private final Texts texts;
    private final GraphCanvas canvas;
    private final GraphWork work;
    private ContextMenu shown = new ContextMenu();

    GraphMenu(IndicatorsModel model, GraphCanvas canvas, GraphWork work) {
        this.model = model;
        this.canvas = canvas;
        this.work = work;
        texts = model.texts();
    }

    void show(GraphTarget target, double screenX, double screenY) {
        if (model.snapshot().get() != null) {
            show(switch (target) {
                case GraphTarget.OnNode card -> ofCard(card.id());
                case GraphTarget.OnEdge edge -> ofEdge(edge.edge());
                case GraphTarget.OnGroup group -> ofGroup(group.id());
                case GraphTarget.OnNothing nothing -> ofNothing(nothing.point());
            }, screenX, screenY);
        }
    }

    /** Offers a new indicator at the end of an edge that leads nowhere. */
    void showNew(String from, Point2D point) {
        Point2D screen = canvas.toScreen(point);
        show(List.of(reading(from, point)), screen.getX(), screen.getY());
    }

    private void show(List<MenuItem> items, double screenX, double screenY) {
        shown.hide();
        // So that keys mean the canvas afterwards.
        canvas.requestFocus();
        shown = new ContextMenu(items.toArray(MenuItem[]::new));
        shown.show(canvas, screenX, screenY);
    }

    private MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(texts.get("menu." + name));
        item.setId("menu-" + name.toLowerCase(Locale.ROOT));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** With the keys that do the same, which are those of the canvas. */
    private MenuItem item(String name, String keys, Runnable action) {
        MenuItem item = item(name, action);
        item.setAccelerator(KeyCombination.valueOf(keys));
        return item;
    }

    private List<MenuItem> ofCard(String id) {
        List<MenuItem> items = new ArrayList<>();
        Set<String> nodes = canvas.selectedNodes();
        Graph graph = model.graph().get();
        if (isIndicator(id)) {
            items.add(item("open", "Enter", () -> work.open(id)));
            items.add(item("connect", "C", canvas::connect));
            items.add(reading(id, right(id)));
        }
        if (!graph.incoming(id).isEmpty()) {
            items.add(item("dependsOn", () -> work.show(id, graph.upstream(id))));
        }
        if (!graph.outgoing(id).isEmpty()) {
            items.add(item("impact", () -> work.show(id, graph.downstream(id))));
        }
        if (!graph.incoming(id).isEmpty() || !graph.outgoing(id).isEmpty()) {
            items.add(edges(graph, id));
        }
        graph.groupOf(id).ifPresent(group -> {
            Menu menu = new Menu(texts.get("menu.ofGroup", group.title()));
            menu.setId("menu-ofgroup");
            menu.getItems().addAll(ofGroup(group.id()));
            items.add(menu);
        });
        if (nodes.size() > 1 && nodes.contains(id)) {
            items.add(item("group", "Shortcut+G", work::group));
        }
        if (Stream.concat(nodes.stream(), Stream.of(id)).anyMatch(this::isIndicator)) {
            items.add(new SeparatorMenuItem());
            items.add(item("copy", "Shortcut+C", work::copy));
            items.add(item("cut", "Shortcut+X", work::cut));
            items.add(item("duplicate", "Shortcut+D", work::duplicate));
            items.add(new SeparatorMenuItem());
            items.add(item("delete", "Delete", () -> work.delete(canvas.selectedNodes())));
        }
        return items;
    }

    private boolean isIndicator(String id) {
        return model.now().library().indicator(id).isPresent();
    }

    private MenuItem reading(String from, Point2D point) {
        MenuItem item = new MenuItem(texts.get("menu.reading", model.title(from)));
        item.setId("menu-reading");
        item.setOnAction(_ -> model.edits().addReading(from, point));
        return item;
    }

    /** Where what reads a card is to be. */
    private Point2D right(String id) {
        return canvas.besideOf(id).orElseGet(canvas::middle);
    }

    /** Each edge of a card with what can be done to it: so keys reach edges too. */
    private Menu edges(Graph graph, String id) {
        Menu menu = new Menu(texts.get("menu.edges"));
        menu.setId("menu-edges");
        Stream.concat(graph.incoming(id).stream(), graph.outgoing(id).stream()).forEach(edge -> {
            Menu one = new Menu(model.title(edge.from()) + " → " + model.title(edge.to()));
            one.setId("menu-edge-" + edge.from() + "-" + edge.to());
            one.getItems().addAll(ofEdge(edge));
            menu.getItems().add(one);
        });
        return menu;
    }

    private List<MenuItem> ofEdge(GraphEdge edge) {
        List<MenuItem> items = new ArrayList<>();
        boolean ofIndicator = isIndicator(edge.to());
        if (ofIndicator) {
            items.add(item("insertNew", () -> model.edits().insertNew(edge.from(), edge.to())));
            insertable(edge).ifPresent(items::add);
        }
        items.add(item("formula", () -> work.goToFormula(edge)));
        if (ofIndicator) {
            items.add(new SeparatorMenuItem());
            items.add(item("disconnect", () -> work.disconnect(edge)));
        }
        return items;
    }

    /** The one selected card, where it fits between two others. */
    private Optional<MenuItem> insertable(GraphEdge edge) {
        Set<String> nodes = canvas.selectedNodes();
        Graph graph = model.graph().get();
        return nodes.stream().filter(id -> nodes.size() == 1 && isIndicator(id) && graph.accepts(edge, id)).findFirst()
                .map(id -> {
                    MenuItem item = new MenuItem(texts.get("menu.insertSelected", model.title(id)));
                    item.setId("menu-insertselected");
                    item.setOnAction(
                            _ -> model.edits().insert(id, edge.from(), edge.to(), GraphPositions.empty()));
                    return item;
                });
    }

    private List<MenuItem> ofGroup(String id) {
        List<MenuItem> items = new ArrayList<>();
        model.graph().get().groups().stream().filter(group -> group.id().equals(id)).findFirst()
                .ifPresent(group -> items.addAll(ofGroup(group)));
        return items;
    }

    private List<MenuItem> ofGroup(GraphGroup group) {
        return List.of(item("rename", "F2", () -> work.rename(group.id())),
                group.collapsed()
                        ? item("expand", "Plus", () -> work.collapse(group.id(), false))
                        : item("collapse", "Minus", () -> work.collapse(group.id(), true)),
                item("ungroup", () -> model.edits().ungroup(group.id())));
    }

    private List<MenuItem> ofNothing(Point2D point) {
        List<MenuItem> items = new ArrayList<>();
        for (Formulation.Kind kind : Formulation.Kind.values()) {
            MenuItem item = new MenuItem(texts.get("add." + kind.name().toLowerCase(Locale.ROOT)));
            item.setId("menu-" + kind.name().toLowerCase(Locale.ROOT));
            item.setOnAction(_ -> model.edits().add(kind, point));
            items.add(item);
        }
        MenuItem paste = item("paste", "Shortcut+V", work::paste);
        paste.setDisable(!Clipboard.getSystemClipboard().hasString());
        items.addAll(List.of(new SeparatorMenuItem(), paste, new SeparatorMenuItem(),
                item("arrange", model.edits()::arrange), item("fit", "Shift+Digit1", canvas::zoomToFit)));
        return items;
    }
}
