package dev.hermes.app.indicators;

import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.language.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The same graph as a tree: what nobody reads at the top, what is read below. For the keyboard and for screen readers.
 * What lies below is looked up when it is opened, since one card may lie below many; what is opened and chosen stays so
 * when the graph changes.
 */
final class Outline {

    private static final double WIDTH = 260;

    private final IndicatorsModel model;
    private final Texts texts;
    private final Consumer<String> reveal;
    private final Runnable rename;
    private final TreeView<GraphNode> tree = new TreeView<>();
    /** By the ways to them, those that somebody opened or closed. */
    private final Map<List<String>, Boolean> opened = new HashMap<>();
    private Graph shown = Graph.empty();
    private boolean following;

    /**
     * Of a model.
     *
     * @param reveal
     *            shows a card in the graph
     * @param rename
     *            lets the name of the card be written that is looked at
     */
    Outline(IndicatorsModel model, Consumer<String> reveal, Runnable rename) {
        this.model = model;
        this.reveal = reveal;
        this.rename = rename;
        texts = model.texts();
        tree.setId("outline");
        tree.getStyleClass().add("outline");
        tree.setShowRoot(false);
        tree.setPrefWidth(WIDTH);
        tree.setCellFactory(_ -> new Cell());
        tree.accessibleTextProperty().bind(texts.text("indicators.outline"));
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (item != null && !following) {
                model.selected().set(item.getValue().id());
            }
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        texts.wording().subscribe(_ -> tree.setContextMenu(menu()));
        tree.sceneProperty().subscribe(_ -> show());
        model.graph().subscribe(_ -> show());
        model.selected().subscribe(_ -> follow());
    }

    Node view() {
        return tree;
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu(item("outline.open", this::open),
                item("outline.rename", this::renameChosen), item("outline.delete", this::delete),
                new SeparatorMenuItem());
        for (Formulation.Kind kind : Formulation.Kind.values()) {
            menu.getItems().add(item("add." + kind.name().toLowerCase(Locale.ROOT), () -> model.edits().add(kind)));
        }
        return menu;
    }

    /** Keys are told in the words, since accelerators of a menu would count everywhere in the window. */
    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> open();
            case F2 -> renameChosen();
            case DELETE -> delete();
            case MULTIPLY -> {
                // All that lies below would be opened, by all ways.
            }
            case INSERT -> model.edits().add(Formulation.Kind.COMPOSITE);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void open() {
        chosen(reveal);
    }

    private void renameChosen() {
        chosen(id -> {
            model.selected().set(id);
            rename.run();
        });
    }

    private void delete() {
        chosen(id -> model.edits().remove(Set.of(id)));
    }

    private void chosen(Consumer<String> action) {
        TreeItem<GraphNode> item = tree.getSelectionModel().getSelectedItem();
        if (item != null) {
            action.accept(item.getValue().id());
        }
    }

    /** Shows the graph of now, where the tree is seen at all. */
    private void show() {
        if (tree.getScene() == null) {
            return;
        }
        shown = model.graph().get();
        TreeItem<GraphNode> before = tree.getSelectionModel().getSelectedItem();
        List<String> way = before == null ? List.of() : way(before);
        following = true;
        TreeItem<GraphNode> root = new TreeItem<>();
        OutlineRoots.of(shown).forEach(node -> root.getChildren().add(new Item(node, List.of(node.id()))));
        tree.setRoot(root);
        TreeItem<GraphNode> same = way.isEmpty() ? null : find(way);
        if (same != null) {
            tree.getSelectionModel().select(same);
        }
        following = false;
        follow();
    }

    private static List<String> way(TreeItem<GraphNode> item) {
        return item instanceof Item known ? known.way : List.of();
    }

    /** The item at the end of a way, which is opened to it; null where there is no such way. */
    private @Nullable TreeItem<GraphNode> find(List<String> way) {
        TreeItem<GraphNode> at = tree.getRoot();
        for (String id : way) {
            if (at == null) {
                return null;
            }
            at.setExpanded(true);
            at = at.getChildren().stream().filter(item -> item.getValue().id().equals(id)).findFirst().orElse(null);
        }
        return at;
    }

    /** Chooses what is looked at, where it is first found. */
    private void follow() {
        String card = model.selected().get();
        TreeItem<GraphNode> now = tree.getSelectionModel().getSelectedItem();
        if (tree.getScene() == null || tree.getRoot() == null
                || now != null && now.getValue().id().equals(card)) {
            return;
        }
        following = true;
        TreeItem<GraphNode> item = card == null ? null : find(OutlineRoots.way(shown, card));
        tree.getSelectionModel().clearSelection();
        if (item != null) {
            tree.getSelectionModel().select(item);
            tree.scrollTo(tree.getRow(item));
        }
        following = false;
    }

    /** A card, with what it reads below it as soon as that is wanted. */
    private final class Item extends TreeItem<GraphNode> {

        private final List<String> way;
        private boolean isFilled;

        Item(GraphNode node, List<String> way) {
            super(node);
            this.way = way;
            setExpanded(!isLeaf() && opened.getOrDefault(way, way.size() == 1));
            expandedProperty().addListener((_, _, is) -> opened.put(way, is));
        }

        @Override
        public boolean isLeaf() {
            // A card on a circle ends the way that has come around.
            return shown.incoming(getValue().id()).isEmpty()
                    || Collections.frequency(way, getValue().id()) > 1;
        }

        @Override
        public ObservableList<TreeItem<GraphNode>> getChildren() {
            if (!isFilled) {
                isFilled = true;
                if (!isLeaf()) {
                    super.getChildren().setAll(children());
                }
            }
            return super.getChildren();
        }

        private List<Item> children() {
            List<Item> children = new ArrayList<>();
            shown.incoming(getValue().id()).forEach(edge -> shown.node(edge.from()).ifPresent(read -> {
                List<String> further = new ArrayList<>(way);
                further.add(read.id());
                children.add(new Item(read, List.copyOf(further)));
            }));
            return children;
        }
    }

    private final class Cell extends TreeCell<GraphNode> {

        @Override
        protected void updateItem(@Nullable GraphNode node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setText(null);
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String problem = node.problem();
            setText(node.title() + (node.value().isEmpty() ? "" : "   " + node.value()));
            FontIcon icon = new FontIcon(BootstrapIcons.EXCLAMATION_CIRCLE_FILL);
            icon.getStyleClass().add("bad-icon");
            setGraphic(problem == null ? null : icon);
            setAccessibleText(node.title() + ", " + node.tag() + (node.value().isEmpty() ? "" : ", " + node.value())
                    + (problem == null ? "" : ". " + texts.get("graph.problem") + " " + problem));
        }
    }
}
