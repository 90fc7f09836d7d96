package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.window.Offscreen;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 25 layers of two indicators, each of which reads both of the layer before: 2 to the power of 25 ways. */
class OutlineTest extends IndicatorsFixture {

    private TreeView<GraphNode> tree;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void enterLayers() {
        StringBuilder documents = new StringBuilder();
        for (int layer = 0; layer <= 25; layer++) {
            for (String side : List.of("a", "b")) {
                documents.append(documents.isEmpty() ? "" : "---\n").append("hermes: 1\nkind: indicator\ncode: ")
                        .append(side).append(layer).append("\ntype: composite\nunit: number\nformula: ")
                        .append(layer == 0 ? "'1'" : "a" + (layer - 1) + " + b" + (layer - 1)).append('\n');
            }
        }
        apply(documents.toString());
        show();
        tree = Offscreen.call(() -> {
            TreeView<GraphNode> made = (TreeView<GraphNode>) new Outline(model, model.selected()::set, () -> {
            }).view();
            assertThat(made.getRoot()).as("what is not seen is not made").isNull();
            assertThat(new Scene(new StackPane(made), 260, 600).getRoot()).isNotNull();
            return made;
        });
    }

    private List<String> shown() {
        return seen(() -> IntStream.range(0, tree.getExpandedItemCount())
                .mapToObj(row -> tree.getTreeItem(row).getValue().id()).toList());
    }

    @Test
    void whatIsOpenStaysOpenAndChosenWhateverChanges() {
        assertThat(shown()).containsExactly("a25", "a24", "b24", "b25", "a24", "b24");

        after(() -> tree.getTreeItem(1).setExpanded(true));
        after(() -> tree.getSelectionModel().select(2));
        List<String> open = List.of("a25", "a24", "a23", "b23", "b24", "b25", "a24", "b24");
        assertThat(shown()).isEqualTo(open);
        assertThat(seen(() -> model.selected().get())).isEqualTo("a23");

        after(() -> model.edits().change(model.now().library().indicator("a0").orElseThrow(),
                now -> Formulation.withFormula(now, "2")));
        assertThat(shown()).isEqualTo(open);
        assertThat(seen(() -> chosen())).isEqualTo("a23");
    }

    @Test
    void whatIsChosenInTheGraphIsChosenHere() {
        after(() -> model.selected().set("b20"));

        assertThat(seen(this::chosen)).isEqualTo("b20");
        assertThat(shown()).hasSizeLessThan(30);
    }

    private String chosen() {
        TreeItem<GraphNode> item = tree.getSelectionModel().getSelectedItem();
        return Objects.requireNonNull(item).getValue().id();
    }
}
