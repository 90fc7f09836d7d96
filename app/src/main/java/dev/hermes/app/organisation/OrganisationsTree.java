package dev.hermes.app.organisation;

import dev.hermes.app.frame.Words;
import dev.hermes.app.organisation.OrganisationModel.Choice;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Organisations under their parents, with the positions in each. */
final class OrganisationsTree {

    private final OrganisationModel model;
    private final TreeView<Line> tree = new TreeView<>();
    private boolean following;

    /**
     * A line of the tree.
     *
     * @param part
     *            null for all
     */
    private record Line(@Nullable Choice part, String name, String level, int count) {}

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
        model.choice().subscribe(this::follow);
    }

    Region view() {
        return tree;
    }

    private void show(@Nullable Structure structure) {
        following = true;
        List<Choice> opened = new ArrayList<>();
        if (tree.getRoot() != null) {
            expanded(tree.getRoot(), opened);
        }
        TreeItem<Line> root = new TreeItem<>(new Line(null, "", "", 0));
        if (structure != null) {
            structure.nodes().forEach(node -> root.getChildren().add(item(node, opened, 0)));
        }
        tree.setRoot(root);
        following = false;
        follow(model.choice().get());
    }

    private static void expanded(TreeItem<Line> item, List<Choice> opened) {
        if (item.isExpanded() && item.getValue().part() != null) {
            opened.add(item.getValue().part());
        }
        item.getChildren().forEach(child -> expanded(child, opened));
    }

    private static TreeItem<Line> item(OrganisationNode node, List<Choice> opened, int depth) {
        Choice part = new Choice(node.code(), null);
        TreeItem<Line> item = new TreeItem<>(new Line(part, node.name(), node.level(), node.all()));
        node.below().forEach(below -> item.getChildren().add(item(below, opened, depth + 1)));
        node.positions().forEach(held -> item.getChildren().add(new TreeItem<>(
                new Line(new Choice(node.code(), held.position()), held.position(), "", held.count()))));
        item.setExpanded(opened.isEmpty() ? depth < 1 : opened.contains(part));
        return item;
    }

    private void follow(@Nullable Choice part) {
        following = true;
        TreeItem<Line> found = part == null ? null : find(tree.getRoot(), part);
        if (found == null) {
            tree.getSelectionModel().clearSelection();
        } else if (!found.equals(tree.getSelectionModel().getSelectedItem())) {
            for (TreeItem<Line> above = found.getParent(); above != null; above = above.getParent()) {
                above.setExpanded(true);
            }
            tree.getSelectionModel().select(found);
            tree.scrollTo(Math.max(0, tree.getRow(found) - 4));
        }
        following = false;
    }

    private static @Nullable TreeItem<Line> find(TreeItem<Line> item, Choice part) {
        if (part.equals(item.getValue().part())) {
            return item;
        }
        return item.getChildren().stream().map(child -> find(child, part)).filter(found -> found != null).findFirst()
                .orElse(null);
    }

    private final class Cell extends TreeCell<Line> {

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(null);
            if (empty || line == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            boolean isPosition = line.part() != null && line.part().position() != null;
            Label name = Words.label(line.name(), isPosition ? "soft" : "");
            Label level = Words.label(line.level(), "faint", "small");
            level.setMinWidth(Region.USE_PREF_SIZE);
            Label count = Words.label(model.texts().get("organisation.number", line.count()), "faint");
            count.setMinWidth(Region.USE_PREF_SIZE);
            HBox box = new HBox(8, name, level, Words.gap(), count);
            box.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            setGraphic(box);
            setAccessibleText(line.name() + ", " + model.texts().get("organisation.count", line.count()));
        }
    }
}
