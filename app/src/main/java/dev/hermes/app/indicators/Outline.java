package dev.hermes.app.indicators;

import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/** The same graph as a tree: what nobody reads at the top, what is read below. For the keyboard and for screen readers. */
final class Outline {

    private static final double WIDTH = 260;

    private final TreeView<GraphNode> tree = new TreeView<>();

    Outline(IndicatorsModel model) {
        tree.setId("outline");
        tree.getStyleClass().add("outline");
        tree.setShowRoot(false);
        tree.setPrefWidth(WIDTH);
        tree.setCellFactory(_ -> new Cell());
        tree.accessibleTextProperty().bind(model.texts().text("indicators.outline"));
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (item != null) {
                model.selected().set(item.getValue().id());
            }
        });
        model.graph().subscribe(this::show);
    }

    Node view() {
        return tree;
    }

    private void show(Graph graph) {
        TreeItem<GraphNode> root = new TreeItem<>();
        graph.nodes().stream().filter(node -> graph.outgoing(node.id()).isEmpty())
                .sorted(Comparator.comparing(GraphNode::title))
                .forEach(node -> root.getChildren().add(item(graph, node, new HashSet<>())));
        tree.setRoot(root);
    }

    private static TreeItem<GraphNode> item(Graph graph, GraphNode node, Set<String> above) {
        TreeItem<GraphNode> item = new TreeItem<>(node);
        item.setExpanded(true);
        if (above.add(node.id())) {
            for (GraphEdge edge : graph.incoming(node.id())) {
                graph.node(edge.from()).ifPresent(read -> item.getChildren().add(item(graph, read, above)));
            }
            above.remove(node.id());
        }
        return item;
    }

    private static final class Cell extends TreeCell<GraphNode> {

        @Override
        protected void updateItem(@Nullable GraphNode node, boolean empty) {
            super.updateItem(node, empty);
            setText(empty || node == null ? null : node.title() + (node.value().isEmpty() ? "" : "   " + node.value()));
        }
    }
}
