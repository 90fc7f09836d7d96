package dev.hermes.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.data.DataScreen;
import dev.hermes.app.demo.Demo;
import dev.hermes.app.demo.DemoOptions;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Screen;
import dev.hermes.app.indicators.IndicatorsScreen;
import dev.hermes.app.organisation.OrganisationScreen;
import dev.hermes.app.window.Offscreen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Whoever goes from control to control by keys sees at each of them that he is there. */
class FocusScenarioTest {

    private static final int MOST_CONTROLS = 300;
    /** Pixels around a control. */
    private static final double AROUND = 4;

    @TempDir
    Path folder;

    private Robot robot;
    /** A control that stays where it is need be looked at only once. */
    private final Set<Node> checked = new HashSet<>();
    private final Region elsewhere = new Region();

    @BeforeEach
    void open(TestInfo test) {
        robot = Robot.start(test.getDisplayName(), folder.resolve("settings.json"));
        Offscreen.run(() -> {
            elsewhere.setManaged(false);
            elsewhere.setFocusTraversable(true);
            ((Pane) robot.scene().getRoot()).getChildren().add(elsewhere);
        });
    }

    @AfterEach
    void close() {
        robot.close();
    }

    @Test
    void theFocusIsSeenOnEveryControlOfEveryScreen() {
        assertThat(unseen("welcome")).isEmpty();
        Path demo = folder.resolve("demo");
        Demo.create(demo, new DemoOptions(60, 3_000, 2, 5), (_, _, _) -> {
        });
        robot.open(demo);
        List<String> all = new ArrayList<>();
        show(Place.INDICATORS, () -> ((IndicatorsScreen) screen(Place.INDICATORS)).reveal("revenue"));
        all.addAll(unseen("composite"));
        show(Place.INDICATORS, () -> ((IndicatorsScreen) screen(Place.INDICATORS)).reveal("hotelRevenue"));
        all.addAll(unseen("base"));
        show(Place.DATA, () -> ((DataScreen) screen(Place.DATA)).reveal("business"));
        all.addAll(unseen("data"));
        show(Place.DATA, () -> ((DataScreen) screen(Place.DATA)).addAttribute());
        all.addAll(unseen("attributes"));
        show(Place.ORGANISATION, () -> ((OrganisationScreen) screen(Place.ORGANISATION)).find("_"));
        all.addAll(unseen("organisation"));
        show(Place.ORGANISATION, () -> robot.workbench().frame().showSettings());
        all.addAll(unseen("settings"));
        show(Place.ORGANISATION, () -> robot.workbench().frame().hideOverlays());
        assertThat(all).isEmpty();
    }

    @Test
    void nothingMovesWhereARowHasTheFocus() {
        Path demo = folder.resolve("demo");
        Demo.create(demo, new DemoOptions(60, 3_000, 2, 5), (_, _, _) -> {
        });
        robot.open(demo);
        show(Place.ORGANISATION, () -> ((OrganisationScreen) screen(Place.ORGANISATION)).find("_"));
        staysWhereItIs("#people", ".table-row-cell");
        staysWhereItIs("#organisations", ".tree-cell");
        show(Place.DATA, () -> ((DataScreen) screen(Place.DATA)).reveal("business"));
        staysWhereItIs("#sources", ".list-cell");
        staysWhereItIs("#imports", ".list-cell");
    }

    /** Chooses a row, and compares where everything in it lies with and without the focus. */
    private void staysWhereItIs(String list, String row) {
        robot.click(list + " " + row);
        List<Bounds> with = places(list);
        assertThat(with).as(list).isNotEmpty();
        Offscreen.run(elsewhere::requestFocus);
        robot.calm();
        assertThat(places(list)).as(list).isEqualTo(with);
    }

    private List<Bounds> places(String list) {
        return Offscreen.call(() -> robot.find(list).lookupAll(".text").stream()
                .map(node -> node.localToScene(node.getBoundsInLocal())).toList());
    }

    private Screen screen(Place place) {
        return robot.workbench().model().screen(place);
    }

    private void show(Place place, Runnable state) {
        Offscreen.run(() -> {
            robot.workbench().model().place().set(place);
            state.run();
        });
        robot.calm();
    }

    /** The controls at which nothing changes when the focus comes. */
    private List<String> unseen(String state) {
        List<String> unseen = new ArrayList<>();
        Set<Node> met = new HashSet<>();
        Node now = Offscreen.call(this::next);
        while (met.size() < MOST_CONTROLS && met.add(now)) {
            Node seen = now;
            if (checked.add(seen) && !isSeen(seen)) {
                unseen.add(state + ": " + seen);
            }
            now = Offscreen.call(() -> {
                seen.requestFocus();
                return next();
            });
        }
        assertThat(met).as(state).hasSizeGreaterThan(3);
        return unseen;
    }

    /** Goes to the next control. */
    private Node next() {
        Scene scene = robot.scene();
        Node from = scene.getFocusOwner() == null ? elsewhere : scene.getFocusOwner();
        from.requestFocusTraversal(TraversalDirection.NEXT);
        if (elsewhere.isFocused()) {
            elsewhere.requestFocusTraversal(TraversalDirection.NEXT);
        }
        return Objects.requireNonNull(scene.getFocusOwner());
    }

    /** Whether anything changes at a control when the focus goes. */
    private boolean isSeen(Node control) {
        int[] with = drawn(control);
        Offscreen.run(elsewhere::requestFocus);
        return !Arrays.equals(with, drawn(control));
    }

    private int[] drawn(Node control) {
        Offscreen.until(() -> true);
        return Offscreen.call(() -> picture(robot.scene(), control.localToScene(control.getLayoutBounds())));
    }

    private static int[] picture(Scene scene, Bounds bounds) {
        double left = Math.max(0, bounds.getMinX() - AROUND);
        double top = Math.max(0, bounds.getMinY() - AROUND);
        double right = Math.min(scene.getWidth(), bounds.getMaxX() + AROUND);
        double bottom = Math.min(scene.getHeight(), bounds.getMaxY() + AROUND);
        SnapshotParameters part = new SnapshotParameters();
        part.setViewport(new Rectangle2D(left, top, Math.max(1, right - left), Math.max(1, bottom - top)));
        WritableImage image = scene.getRoot().snapshot(part, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }
}
