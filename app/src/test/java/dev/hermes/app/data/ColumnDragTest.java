package dev.hermes.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.window.Offscreen;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ColumnDragTest {

    @BeforeAll
    static void start() {
        Offscreen.start();
    }

    private static void fire(Node node, EventType<MouseEvent> type, double y) {
        boolean isDown = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(node, new MouseEvent(type, 5, y, 5, y, MouseButton.PRIMARY, 1, false, false, false, false,
                isDown, false, false, false, false, false, new PickResult(node, 5, y)));
    }

    @Test
    void aDragEndsQuietlyWhereTheScreenIsAnotherOneMeanwhile() {
        List<String> taken = new ArrayList<>();
        Offscreen.run(() -> {
            Button column = new Button("amount");
            Button field = new Button("field");
            ScrollPane scrolled = new ScrollPane(new VBox(column, field));
            ColumnDrag drag = new ColumnDrag(scrolled);
            drag.source(column, () -> new ColumnDrag.Carried("amount", ""));
            drag.target(field, (from, _) -> taken.add(from));
            Pane root = new Pane(drag.view());
            Scene scene = new Scene(root);
            root.applyCss();
            root.layout();
            fire(column, MouseEvent.MOUSE_PRESSED, 0);
            fire(root, MouseEvent.MOUSE_DRAGGED, 40);
            root.getChildren().clear();
            fire(root, MouseEvent.MOUSE_DRAGGED, 60);
            fire(root, MouseEvent.MOUSE_RELEASED, 60);

            root.getChildren().setAll(drag.view());
            root.applyCss();
            root.layout();
            fire(column, MouseEvent.MOUSE_PRESSED, 0);
            fire(root, MouseEvent.MOUSE_DRAGGED, 40);
            fire(field, MouseEvent.MOUSE_RELEASED, 40);
            assertThat(scene.getRoot()).isEqualTo(root);
        });
        assertThat(taken).as("the second time").containsExactly("amount");
    }
}
