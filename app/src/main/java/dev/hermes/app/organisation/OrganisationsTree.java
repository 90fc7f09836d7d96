package dev.hermes.app.organisation;

import dev.hermes.app.frame.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Organisations under their parents, with the positions in each; what is not opened is not made. */
final class OrganisationsTree {

    /** So many lines are shown above one that somebody goes to, where there are as many. */
    private static final int ABOVE = 4;

    private final OrganisationModel model;
    private final TreeView<Line> tree = new TreeView<>();
    private boolean following;

    /**
     * A line of the tree.
     *
     * @param part
     *            null for everybody
     */
    private record Line(Part.@Nullable Unit part, String name, String level, int count) {

        static Line of(OrganisationNode node) {
            return new Line(new Part.Unit(node.code(), null), node.name(), node.level(), node.all());
        }

        static Line of(OrganisationNode node, OrganisationNode.Held held) {
            return new Line(new Part.Unit(node.code(), held.position()), held.position(), "", held.count());
        }

        boolean isPosition() {
            return part != null && part.position() != null;
        }
    }

    OrganisationsTree(OrganisationModel model) {
        this.model = model;
        tree.setId("organisations");
        tree.getStyleClass().addAll("outline", "organisations");
        tree.setShowRoot(false);
        tree.setCellFactory(_ -> new Cell());
        tree.accessibleTextProperty().bind(model.texts().text("organisation.tree"));
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (item != null && !following) {
                model.choose(item.getValue().part());
            }
        });
        model.structure().subscribe(this::show);
        model.part().subscribe(this::follow);
        model.texts().wording().addListener((_, _, _) -> show(model.structure().get()));
    }

    Region view() {
        return tree;
    }

    private void show(@Nullable Structure structure) {
        following = true;
        Set<Part.Unit> opened = new HashSet<>();
        if (tree.getRoot() instanceof Item root) {
            root.opened(opened);
        }
        Item root = new Item(new Line(null, "", "", 0), null);
        if (structure != null) {
            Item everybody = new Item(new Line(null, model.texts().get("organisation.everybody"), "",
                    structure.holders().size()), null);
            List<TreeItem<Line>> items = new ArrayList<>(List.of(everybody));
            structure.nodes().forEach(node -> items.add(new Item(Line.of(node), node)));
            root.getChildren().setAll(items);
            boolean isFirst = opened.isEmpty();
            items.forEach(item -> {
                if (isFirst && items.size() == 2 && !item.isLeaf()) {
                    item.setExpanded(true);
                }
                ((Item) item).open(opened);
            });
        }
        root.setExpanded(true);
        tree.setRoot(root);
        following = false;
        follow(model.part().get());
    }

    private void follow(@Nullable Part part) {
        following = true;
        TreeItem<Line> found = switch (part) {
            case null -> tree.getRoot().isLeaf() ? null : tree.getRoot().getChildren().getFirst();
            case Part.Unit unit -> find(unit);
            case Part.Below _ -> null;
        };
        if (found == null) {
            tree.getSelectionModel().clearSelection();
        } else if (!found.equals(tree.getSelectionModel().getSelectedItem())) {
            for (TreeItem<Line> above = found.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            tree.getSelectionModel().select(found);
            if (part != null) {
                tree.scrollTo(Math.max(0, tree.getRow(found) - ABOVE));
            }
        }
        following = false;
    }

    private @Nullable TreeItem<Line> find(Part.Unit unit) {
        Structure now = model.structure().get();
        TreeItem<Line> found = tree.getRoot();
        List<OrganisationNode> path = now == null ? List.of() : now.path(unit.organisation());
        for (OrganisationNode node : path) {
            found = found == null ? null : below(found, new Part.Unit(node.code(), null));
        }
        return path.isEmpty() || found == null || unit.position() == null ? path.isEmpty() ? null : found
                : below(found, unit);
    }

    private static @Nullable TreeItem<Line> below(TreeItem<Line> item, Part.Unit part) {
        return item.getChildren().stream().filter(child -> part.equals(child.getValue().part())).findFirst()
                .orElse(null);
    }

    /** An organisation makes what is below it when somebody looks there. */
    private static final class Item extends TreeItem<Line> {

        private final @Nullable OrganisationNode node;
        private boolean made;

        /** @param node null where nothing lies below by itself */
        Item(Line line, @Nullable OrganisationNode node) {
            super(line);
            this.node = node;
            made = node == null;
        }

        @Override
        public boolean isLeaf() {
            return node == null ? super.isLeaf() : node.below().isEmpty() && node.positions().isEmpty();
        }

        @Override
        public ObservableList<TreeItem<Line>> getChildren() {
            ObservableList<TreeItem<Line>> children = super.getChildren();
            if (!made && node != null) {
                made = true;
                List<TreeItem<Line>> items = new ArrayList<>();
                node.below().forEach(inner -> items.add(new Item(Line.of(inner), inner)));
                node.positions().forEach(held -> items.add(new Item(Line.of(node, held), null)));
                children.setAll(items);
            }
            return children;
        }

        /** Adds the parts that are opened. */
        void opened(Set<Part.Unit> opened) {
            if (made) {
                if (isExpanded() && getValue().part() != null) {
                    opened.add(getValue().part());
                }
                getChildren().forEach(child -> ((Item) child).opened(opened));
            }
        }

        /** Opens parts that were open before. */
        void open(Set<Part.Unit> opened) {
            if (node != null && opened.contains(getValue().part())) {
                setExpanded(true);
                getChildren().forEach(child -> ((Item) child).open(opened));
            }
        }
    }

    private final class Cell extends TreeCell<Line> {

        private final Label name = Words.label("");
        private final Label level = Words.label("", "faint", "small");
        private final Label count = Words.label("", "faint");
        private final HBox box = new HBox(8, name, level, Words.gap(), count);

        Cell() {
            box.setAlignment(Pos.CENTER_LEFT);
            level.setMinWidth(Region.USE_PREF_SIZE);
            count.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
            setOnMouseClicked(_ -> {
                // While something is searched for, what is selected is not what is shown.
                if (getItem() != null && !model.search().get().isBlank()) {
                    model.choose(getItem().part());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.getStyleClass().removeAll("soft", "strong");
            if (line.isPosition()) {
                name.getStyleClass().add("soft");
            } else if (line.part() == null) {
                name.getStyleClass().add("strong");
            }
            name.setText(line.name());
            level.setText(line.level());
            count.setText(model.texts().get("organisation.number", line.count()));
            setGraphic(box);
            setAccessibleText(line.name() + ", " + model.texts().get("organisation.count", line.count()));
        }
    }
}
