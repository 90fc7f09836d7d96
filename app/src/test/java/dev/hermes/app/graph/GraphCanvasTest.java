package dev.hermes.app.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.window.Offscreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The canvas as it is used, with the pointer and with keys. */
class GraphCanvasTest {

    @BeforeAll
    static void start() {
        Offscreen.start();
    }

    private static final Graph GRAPH = Examples.of("a>b b>c d");
    private static final GraphPositions POSITIONS = Examples.at("a=0.1,0.2 b=1.1,0.2 c=2.1,0.2 d=1.1,2.2");

    @Test
    void connectsFromAPortToAnotherCard() {
        use(screen -> {
            screen.hover(screen.middle("d"));
            screen.drag(screen.port("d"), screen.middle("c"));

            assertThat(screen.asked).containsExactly("connect d c");
        });
    }

    @Test
    void refusesAnEdgeThatWouldCloseACycleAndSaysOnWhichWay() {
        use(screen -> {
            screen.hover(screen.middle("c"));
            Point2D port = screen.port("c");
            screen.press(port, MouseButton.PRIMARY);
            screen.dragTo(port, screen.middle("a"), MouseButton.PRIMARY);
            assertThat(screen.gesture()).isInstanceOfSatisfying(Connect.class,
                    connect -> assertThat(connect.cycle()).containsExactly("a", "b", "c"));

            screen.release(screen.middle("a"), MouseButton.PRIMARY);

            assertThat(screen.asked).containsExactly("cycle [a, b, c]");
        });
    }

    @Test
    void drawsNoEdgeThatIsThereAlready() {
        use(screen -> {
            screen.hover(screen.middle("a"));
            screen.drag(screen.port("a"), screen.middle("b"));

            assertThat(screen.asked).isEmpty();
        });
    }

    @Test
    void connectsByKeys() {
        use(screen -> {
            screen.click(screen.middle("d"));
            screen.type(KeyCode.C);
            assertThat(screen.canvas.getAccessibleText())
                    .isEqualTo("From d. Arrow keys and Tab choose, Enter connects, Esc gives up");
            screen.type(KeyCode.ENTER);
            assertThat(screen.asked).as("An edge to itself").isEmpty();
            screen.type(KeyCode.UP);
            screen.type(KeyCode.RIGHT);
            assertThat(screen.canvas.leadProperty().get()).isEqualTo("c");
            assertThat(screen.canvas.getAccessibleText()).isEqualTo("c would read d");
            assertThat(screen.pane.remarks().prospect()).isEqualTo("c would read d");

            screen.type(KeyCode.ENTER);

            assertThat(screen.asked).containsExactly("connect d c");
            assertThat(screen.canvas.pointing().gesture()).isNull();
            assertThat(screen.canvas.selection()).containsExactly("d");
            assertThat(screen.canvas.getAccessibleText()).isEqualTo("d, Base indicator");
            assertThat(screen.pane.remarks().prospect()).isEmpty();
        });
    }

    @Test
    void refusesACircleByKeysAsByThePointer() {
        use(screen -> {
            screen.click(screen.middle("c"));
            screen.type(KeyCode.C);
            screen.type(KeyCode.TAB, KeyCode.SHIFT);
            screen.type(KeyCode.TAB, KeyCode.SHIFT);
            assertThat(screen.gesture()).isInstanceOfSatisfying(Connect.class,
                    connect -> assertThat(connect.cycle()).containsExactly("a", "b", "c"));
            assertThat(screen.canvas.getAccessibleText()).isEqualTo("That would depend on itself: a → b → c");

            screen.type(KeyCode.ENTER);

            assertThat(screen.asked).containsExactly("cycle [a, b, c]");
        });
    }

    @Test
    void saysWhyAnEdgeIsNotMade() {
        use(screen -> {
            screen.refusal = "d has no formula";
            screen.click(screen.middle("a"));
            screen.type(KeyCode.C);
            screen.type(KeyCode.RIGHT);
            assertThat(screen.canvas.getAccessibleText()).isEqualTo("b reads a already");
            screen.type(KeyCode.DOWN);
            assertThat(screen.canvas.getAccessibleText()).isEqualTo("d has no formula");
        });
    }

    @Test
    void givesUpAnEdgeDrawnByKeys() {
        use(screen -> {
            screen.click(screen.middle("d"));
            screen.type(KeyCode.C);
            screen.type(KeyCode.UP);
            screen.type(KeyCode.DELETE);
            screen.type(KeyCode.ESCAPE);
            assertThat(screen.canvas.leadProperty().get()).isEqualTo("d");
            screen.type(KeyCode.C);
            screen.type(KeyCode.UP);
            screen.click(screen.middle("a"));
            screen.type(KeyCode.C);
            screen.type(KeyCode.C);
            screen.type(KeyCode.ESCAPE);

            assertThat(screen.asked).isEmpty();
            assertThat(screen.canvas.selection()).containsExactly("a");
            assertThat(screen.canvas.board().prospectProperty().get()).isNull();
        });
    }

    @Test
    void beginsNoEdgeAtAGroupAndEndsNoneThere() {
        use(screen -> {
            screen.canvas.graphProperty().set(Graph.of(GRAPH.nodes(), GRAPH.edges(),
                    List.of(new GraphGroup("g", "Pay", Set.of("b", "d"), true))));
            screen.layout();
            screen.click(screen.middle("a"));
            screen.type(KeyCode.C);
            screen.type(KeyCode.RIGHT);
            assertThat(screen.canvas.getAccessibleText()).isEqualTo("Open Pay to connect what is inside");
            screen.type(KeyCode.ENTER);
            assertThat(screen.canvas.board().prospectProperty().get()).isNotNull();
            screen.type(KeyCode.ESCAPE);
            screen.type(KeyCode.RIGHT);
            screen.type(KeyCode.C);

            assertThat(screen.asked).isEmpty();
            assertThat(screen.canvas.pointing().gesture()).isNull();
        });
    }

    @Test
    void pansWhileACardIsDraggedNearTheEdge() {
        use(screen -> {
            Point2D start = screen.middle("d");
            screen.press(start, MouseButton.PRIMARY);
            screen.dragTo(start, new Point2D(890, start.getY()), MouseButton.PRIMARY);
            Point2D before = screen.middle("d");
            for (int i = 0; i < 10; i++) {
                screen.canvas.pointing().edgePan().advance(0.05);
            }
            screen.layout();

            assertThat(screen.canvas.cameraProperty().get().x()).isGreaterThan(200);
            assertThat(screen.middle("d").distance(before)).as("From where the pointer is").isLessThan(10);
            assertThat(screen.canvas.surface().paintedCards()).as("Those in view").isEqualTo(3);

            screen.dragTo(new Point2D(890, start.getY()), new Point2D(500, start.getY()), MouseButton.PRIMARY);
            assertThat(screen.canvas.pointing().edgePan().isUnderWay()).isFalse();
        });
    }

    @Test
    void pansNoFartherThanTheGraphForAMarqueeOrAnEdge() {
        use(screen -> {
            screen.press(new Point2D(700, 300), MouseButton.PRIMARY);
            screen.dragTo(new Point2D(700, 300), new Point2D(899, 20), MouseButton.PRIMARY);
            for (int i = 0; i < 100; i++) {
                screen.canvas.pointing().edgePan().advance(0.05);
            }
            // The last card ends at 814.
            assertThat(screen.canvas.cameraProperty().get().x()).isEqualTo(0);
            assertThat(screen.canvas.cameraProperty().get().y()).isEqualTo(24 - EdgePan.BLANK);
            screen.release(new Point2D(899, 20), MouseButton.PRIMARY);
            assertThat(screen.canvas.pointing().edgePan().isUnderWay()).isFalse();
        });
    }

    @Test
    void pansByItselfOnTheScreensBeat() {
        Screen screen = Offscreen.call(() -> new Screen(GRAPH, POSITIONS, 500, 400));
        Offscreen.run(() -> {
            screen.press(new Point2D(250, 200), MouseButton.PRIMARY);
            screen.dragTo(new Point2D(250, 200), new Point2D(499, 60), MouseButton.PRIMARY);
        });
        Offscreen.until(() -> screen.canvas.selection().contains("c"));
        Offscreen.run(() -> {
            screen.type(KeyCode.ESCAPE);
            assertThat(screen.canvas.pointing().edgePan().isUnderWay()).isFalse();
            screen.close();
        });
    }

    @Test
    void keepsTheGraphInSightWhereACardIsLookedAt() {
        Offscreen.run(() -> {
            Screen screen = new Screen(GRAPH, POSITIONS, 600, 800);
            screen.canvas.centreOn("a");
            // 32 pixels before the first card; from top to bottom all of it is in the middle of what the map leaves.
            assertThat(screen.middle("a").getX()).isEqualTo(32 + Card.WIDTH / 2);
            double above = screen.point("a", 0, 0).getY();
            double below = 800 - 124 - 16 - screen.point("d", 0, Card.HEIGHT).getY();
            assertThat(above).isEqualTo(below);

            screen.canvas.centreOn("b");
            assertThat(screen.middle("b").getX()).isEqualTo(300);
            screen.close();
        });
    }

    @Test
    void tellsWhenAnEdgeLeadsNowhere() {
        use(screen -> {
            screen.hover(screen.middle("a"));
            screen.drag(screen.port("a"), new Point2D(500, 250));

            assertThat(screen.asked).containsExactly("connect a to nothing");
        });
    }

    @Test
    void givesUpWhatIsBeingDoneOnEscape() {
        use(screen -> {
            Point2D middle = screen.middle("d");
            screen.press(middle, MouseButton.PRIMARY);
            screen.dragTo(middle, middle.add(80, 0), MouseButton.PRIMARY);
            assertThat(screen.middle("d")).isEqualTo(middle.add(80, 0));

            screen.type(KeyCode.ESCAPE);
            screen.release(middle.add(80, 0), MouseButton.PRIMARY);

            assertThat(screen.middle("d")).isEqualTo(middle);
            assertThat(screen.asked).isEmpty();
        });
    }

    @Test
    void selectsByClicking() {
        use(screen -> {
            screen.click(screen.middle("a"));
            assertThat(screen.canvas.selection()).containsExactly("a");
            screen.click(screen.middle("d"), KeyCode.CONTROL);
            assertThat(screen.canvas.selection()).containsExactlyInAnyOrder("a", "d");
            screen.click(screen.middle("a"), KeyCode.SHIFT);
            assertThat(screen.canvas.selection()).containsExactly("d");
            screen.click(new Point2D(500, 180));
            assertThat(screen.canvas.selection()).isEmpty();
        });
    }

    @Test
    void selectsWhatAMarqueeTouches() {
        use(screen -> {
            screen.drag(new Point2D(8, 8), screen.middle("b"));
            assertThat(screen.canvas.selection()).containsExactlyInAnyOrder("a", "b");

            screen.drag(new Point2D(250, 400), screen.middle("d"), KeyCode.SHIFT);
            assertThat(screen.canvas.selection()).containsExactlyInAnyOrder("a", "b", "d");
        });
    }

    @Test
    void lightsWhatTheSelectedReadAndWhatReadsThem() {
        use(screen -> {
            screen.click(screen.middle("b"));

            assertThat(screen.canvas.board().sheet().cards).extracting(card -> card.emphasis)
                    .containsExactly(Emphasis.LIT, Emphasis.SELECTED, Emphasis.LIT, Emphasis.DIMMED);
            assertThat(screen.canvas.board().sheet().links).allMatch(link -> link.lit);
        });
    }

    @Test
    void movesTheSelectedCardsOnTheGrid() {
        use(screen -> {
            screen.click(screen.middle("a"));
            screen.click(screen.middle("d"), KeyCode.CONTROL);
            Point2D start = screen.middle("d");
            screen.drag(start, start.add(41, 30));

            assertThat(screen.asked).hasSize(1);
            assertThat(screen.canvas.positionsProperty().get())
                    .isEqualTo(POSITIONS.with(GraphPositions.of(Map.of("a", new Point2D(72, 56), "d",
                            new Point2D(368, 296)))));
        });
    }

    @Test
    void bringsAMovedCardInLineWithAnother() {
        use(screen -> {
            Point2D start = screen.middle("d");
            screen.drag(start, start.add(-300 + 5, 60));

            assertThat(screen.canvas.positionsProperty().get().get("d")).isEqualTo(new Point2D(32, 324));
        });
    }

    @Test
    void insertsACardThatIsDroppedOnAnEdge() {
        use(screen -> {
            Point2D start = screen.point("d", 20, 44);
            Point2D onEdge = screen.port("b").add(58 - 92 + 20, 3);
            screen.drag(start, onEdge);

            // One thing is asked for, so that one step takes it back.
            assertThat(screen.asked).singleElement().asString().startsWith("insert d into b>c at {d=");
        });
    }

    @Test
    void pansAndZoomsAroundThePointer() {
        use(screen -> {
            screen.scroll(new Point2D(100, 100), -30, 20, false);
            assertThat(screen.canvas.cameraProperty().get()).isEqualTo(new Camera(30, -20, 1));

            Point2D below = screen.canvas.toGraph(333, 222);
            screen.scroll(new Point2D(333, 222), 0, 80, true);
            assertThat(screen.canvas.cameraProperty().get().zoom()).isGreaterThan(1.1);
            assertThat(screen.canvas.toGraph(333, 222).distance(below)).isLessThan(1e-9);
        });
    }

    @Test
    void pansWithTheMiddleButtonAndWithTheSpaceBar() {
        use(screen -> {
            Point2D start = new Point2D(500, 300);
            screen.press(start, MouseButton.MIDDLE);
            screen.dragTo(start, start.add(40, 10), MouseButton.MIDDLE);
            screen.release(start.add(40, 10), MouseButton.MIDDLE);
            assertThat(screen.canvas.cameraProperty().get()).isEqualTo(new Camera(-40, -10, 1));

            screen.key(KeyEvent.KEY_PRESSED, KeyCode.SPACE);
            screen.drag(start, start.add(-40, -10));
            screen.key(KeyEvent.KEY_RELEASED, KeyCode.SPACE);
            assertThat(screen.canvas.cameraProperty().get()).isEqualTo(new Camera(0, 0, 1));
            assertThat(screen.canvas.selection()).isEmpty();
        });
    }

    @Test
    void showsEverything() {
        use(screen -> {
            screen.canvas.look(new Camera(5000, 5000, 2));
            screen.canvas.zoomToFit();
            screen.layout();

            assertThat(screen.canvas.surface().paintedCards()).isEqualTo(4);
        });
    }

    @Test
    void walksAlongEdgesAndToNeighbours() {
        use(screen -> {
            List<String> way = new ArrayList<>();
            for (KeyCode code : List.of(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.DOWN,
                    KeyCode.UP, KeyCode.END, KeyCode.HOME)) {
                screen.type(code);
                way.add(screen.canvas.leadProperty().get());
            }

            assertThat(way).containsExactly("a", "b", "c", "b", "d", "b", "c", "a");
            assertThat(screen.canvas.selection()).containsExactly("a");
        });
    }

    @Test
    void leavesTheCanvasByTab() {
        use(screen -> {
            screen.type(KeyCode.RIGHT);
            screen.type(KeyCode.TAB);

            assertThat(screen.canvas.leadProperty().get()).isEqualTo("a");
            assertThat(screen.left).as("Keys that the canvas leaves to others").containsExactly(KeyCode.TAB);
        });
    }

    @Test
    void forgetsOnEscapeWhereTheKeyboardWas() {
        use(screen -> {
            screen.type(KeyCode.RIGHT);
            screen.type(KeyCode.ESCAPE);
            assertThat(screen.canvas.leadProperty().get()).isNull();
            assertThat(screen.canvas.selection()).isEmpty();

            screen.type(KeyCode.ESCAPE);
            assertThat(screen.left).containsExactly(KeyCode.ESCAPE);
        });
    }

    @Test
    void leavesTheKeysToOtherScreensAlone() {
        use(screen -> {
            Camera before = screen.canvas.cameraProperty().get();
            screen.type(KeyCode.DIGIT1, KeyCode.CONTROL);
            screen.type(KeyCode.DIGIT2, KeyCode.CONTROL);
            assertThat(screen.canvas.cameraProperty().get()).isEqualTo(before);
            assertThat(screen.left).containsExactly(KeyCode.DIGIT1, KeyCode.DIGIT2);

            screen.click(screen.middle("d"));
            screen.canvas.look(new Camera(5000, 5000, 2));
            screen.type(KeyCode.DIGIT1, KeyCode.SHIFT);
            assertThat(screen.canvas.surface().paintedCards()).isEqualTo(4);
            screen.canvas.look(new Camera(5000, 5000, 2));
            screen.type(KeyCode.DIGIT2, KeyCode.SHIFT);
            assertThat(screen.middle("d")).isEqualTo(new Point2D(450, 300));
        });
    }

    @Test
    void choosesSeveralCardsByKeys() {
        use(screen -> {
            screen.type(KeyCode.HOME);
            screen.type(KeyCode.RIGHT, KeyCode.CONTROL);
            screen.type(KeyCode.RIGHT, KeyCode.CONTROL);
            assertThat(screen.canvas.selection()).containsExactly("a");
            screen.type(KeyCode.SPACE, KeyCode.CONTROL);
            assertThat(screen.canvas.selection()).containsExactlyInAnyOrder("a", "c");
            screen.type(KeyCode.SPACE, KeyCode.CONTROL);

            assertThat(screen.canvas.selection()).containsExactly("a");
        });
    }

    @Test
    void pansByPages() {
        use(screen -> {
            screen.type(KeyCode.PAGE_DOWN);
            screen.type(KeyCode.PAGE_DOWN, KeyCode.SHIFT);
            assertThat(screen.canvas.cameraProperty().get()).isEqualTo(new Camera(720, 480, 1));
            screen.type(KeyCode.PAGE_UP);
            screen.type(KeyCode.PAGE_UP, KeyCode.SHIFT);
            assertThat(screen.canvas.cameraProperty().get()).isEqualTo(new Camera(0, 0, 1));
        });
    }

    @Test
    void collapsesOpensAndRenamesGroupsByKeys() {
        use(screen -> {
            screen.canvas.graphProperty().set(Graph.of(GRAPH.nodes(), GRAPH.edges(),
                    List.of(new GraphGroup("g", "Group", Set.of("a", "d"), false))));
            screen.type(KeyCode.HOME);
            screen.type(KeyCode.PLUS);
            screen.type(KeyCode.MINUS);
            screen.type(KeyCode.F2);
            screen.canvas.graphProperty().set(Graph.of(GRAPH.nodes(), GRAPH.edges(),
                    List.of(new GraphGroup("g", "Group", Set.of("a", "d"), true))));
            screen.type(KeyCode.HOME);
            screen.type(KeyCode.F2);
            screen.type(KeyCode.MINUS);
            screen.type(KeyCode.PLUS);

            assertThat(screen.asked).containsExactly("collapse g", "rename g", "rename g", "expand g");
        });
    }

    @Test
    void knowsTheNodesOfSelectedGroups() {
        use(screen -> {
            screen.canvas.graphProperty().set(Graph.of(GRAPH.nodes(), GRAPH.edges(),
                    List.of(new GraphGroup("g", "Group", Set.of("a", "d"), true))));
            screen.canvas.selection().addAll(Set.of("g", "c"));

            assertThat(screen.canvas.selectedNodes()).containsExactlyInAnyOrder("a", "d", "c");
        });
    }

    @Test
    void asksForMenusByPointerAndByKeys() {
        use(screen -> {
            screen.type(KeyCode.F10, KeyCode.SHIFT);
            screen.type(KeyCode.HOME);
            screen.type(KeyCode.CONTEXT_MENU);

            assertThat(screen.asked).containsExactly("menu " + new GraphTarget.OnNothing(new Point2D(450, 300)),
                    "menu " + new GraphTarget.OnNode("a"));
        });
    }

    @Test
    void looksAtChosenCards() {
        use(screen -> {
            screen.canvas.look(new Camera(5000, 5000, 1));
            screen.canvas.choose(List.of("d", "c"));
            assertThat(screen.canvas.selection()).containsExactlyInAnyOrder("c", "d");
            assertThat(screen.canvas.leadProperty().get()).isEqualTo("c");
            screen.layout();
            assertThat(screen.canvas.surface().paintedCards()).isPositive();

            screen.canvas.animatedProperty().set(true);
            Camera before = screen.canvas.cameraProperty().get();
            screen.canvas.show(List.of("a"));
            assertThat(screen.canvas.cameraProperty().get()).as("On its way").isEqualTo(before);
        });
    }

    @Test
    void actsOnTheSelectedCardsByKeys() {
        use(screen -> {
            screen.type(KeyCode.HOME);
            screen.type(KeyCode.DOWN, KeyCode.ALT);
            screen.type(KeyCode.ENTER);
            screen.type(KeyCode.A, KeyCode.CONTROL);
            screen.type(KeyCode.G, KeyCode.CONTROL);
            screen.type(KeyCode.DELETE);
            screen.type(KeyCode.ESCAPE);

            assertThat(screen.asked).hasSize(4).endsWith("open a", "group [a, b, c, d]", "delete [a, b, c, d]");
            assertThat(screen.canvas.positionsProperty().get().get("a")).isEqualTo(new Point2D(32, 28));
            assertThat(screen.canvas.selection()).isEmpty();
        });
    }

    @Test
    void opensANodeOnADoubleClick() {
        use(screen -> {
            screen.doubleClick(screen.middle("c"));

            assertThat(screen.asked).containsExactly("open c");
        });
    }

    @Test
    void alignsAndDistributes() {
        use(screen -> {
            screen.canvas.selection().addAll(Set.of("a", "b", "d"));
            screen.canvas.align(Alignment.LEFT);
            screen.canvas.positionsProperty().set(POSITIONS);
            screen.canvas.align(Alignment.DISTRIBUTE_DOWN);

            assertThat(screen.asked).containsExactly(
                    "move " + Examples.at("a=0.1,0.2 b=0.1,0.2 d=0.1,2.2"),
                    "move " + Examples.at("a=0.1,0.2 b=1.1,1.2 d=1.1,2.2"));
        });
    }

    @Test
    void collapsesAndOpensGroups() {
        use(screen -> {
            screen.canvas.graphProperty().set(Graph.of(GRAPH.nodes(), GRAPH.edges(),
                    List.of(new GraphGroup("g", "Group", Set.of("a", "d"), false))));
            screen.layout();
            screen.click(screen.point("a", 0, -14));
            screen.canvas.graphProperty().set(Graph.of(GRAPH.nodes(), GRAPH.edges(),
                    List.of(new GraphGroup("g", "Group", Set.of("a", "d"), true))));
            screen.doubleClick(screen.middle("a"));

            assertThat(screen.asked).containsExactly("collapse g", "expand g");
        });
    }

    @Test
    void glidesToNewPositions() {
        use(screen -> {
            screen.canvas.animatedProperty().set(true);
            Point2D before = screen.middle("d");
            screen.canvas.animateTo(Examples.at("a=0,0 b=1,0 c=2,0 d=2,2"));
            assertThat(screen.canvas.board().drift().isUnderWay()).isTrue();
            assertThat(screen.middle("d")).isEqualTo(before);

            screen.canvas.animatedProperty().set(false);
            screen.canvas.animateTo(Examples.at("a=0,0 b=1,0 c=2,0 d=2,3"));
            assertThat(screen.canvas.board().drift().isUnderWay()).isFalse();
            assertThat(screen.canvas.fromGraph("d")).contains(new Point2D(600, 360));
        });
    }

    @Test
    void pansFromTheMap() {
        use(screen -> {
            screen.canvas.look(new Camera(0, 0, 2));
            screen.layout();
            Minimap map = screen.pane.minimap();
            assertThat(map.isVisible()).isTrue();
            Point2D corner = map.localToScene(180, 120);
            Event.fireEvent(map, new MouseEvent(MouseEvent.MOUSE_PRESSED, 180, 120, 180, 120,
                    MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true, false, true,
                    new PickResult(map, corner.getX(), corner.getY())));

            assertThat(screen.canvas.cameraProperty().get().x()).isGreaterThan(400);
            assertThat(screen.canvas.cameraProperty().get().y()).isGreaterThan(100);
        });
    }

    @Test
    void saysTheCardThatHasTheKeyboard() {
        Offscreen.run(() -> {
            Screen screen = new Screen(Examples.travel(), Examples.travelPositions(), 900, 600);
            screen.click(screen.middle("attain"));

            assertThat(screen.canvas.getAccessibleRoleDescription()).isEqualTo("Composite indicator");
            assertThat(screen.canvas.getAccessibleText())
                    .isEqualTo("Night attainment, Composite indicator, 97.3 %, = net_nights / target, depends on 1,"
                            + " used by 2");
            assertThat(screen.canvas.getAccessibleRole()).isEqualTo(AccessibleRole.LIST_VIEW);
            assertThat(screen.canvas.queryAccessibleAttribute(AccessibleAttribute.ITEM_COUNT)).isEqualTo(13);
            assertThat(screen.canvas.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM))
                    .isInstanceOfSatisfying(Node.class, item -> assertThat(item.getAccessibleText())
                            .startsWith("Night attainment"));
            screen.close();
        });
    }

    @Test
    void saysWhatTheCanvasIsWhereNoCardHasTheKeyboard() {
        use(screen -> {
            assertThat(screen.canvas.getAccessibleText()).startsWith("Graph, 4 cards. Arrow keys lead");
            assertThat(screen.canvas.queryAccessibleAttribute(AccessibleAttribute.FOCUS_ITEM)).isNull();
        });
    }

    @Test
    void showsWhereTheKeyboardIsHoweverFarAway() {
        use(screen -> {
            for (double zoom : new double[] {1, 0.05}) {
                screen.canvas.look(new Camera(0, 0, zoom));
                Color accent = screen.canvas.colours().palette().accent();
                screen.type(KeyCode.ESCAPE);
                screen.focusByKeys();
                assertThat(screen.colour(1, 300)).as("At the edge of the canvas, at " + zoom).isEqualTo(accent);

                screen.type(KeyCode.HOME);
                assertThat(screen.colour(1, 300)).isNotEqualTo(accent);
                Point2D below = screen.point("a", Card.WIDTH / 2, Card.HEIGHT);
                assertThat(screen.colour((int) below.getX(), (int) below.getY() + 4)).as("Around the card, at " + zoom)
                        .isEqualTo(accent);
            }
        });
    }

    @Test
    void tellsMoreOfACardOnWhichThePointerRests() {
        use(screen -> {
            screen.hover(screen.middle("b"));
            screen.pane.hover().show();
            assertThat(screen.pane.hover().isVisible()).isTrue();
            assertThat(screen.asked).containsExactly("details b");

            screen.press(screen.middle("b"), MouseButton.PRIMARY);
            assertThat(screen.pane.hover().isVisible()).isFalse();
            screen.pane.hover().show();
            assertThat(screen.pane.hover().isVisible()).as("While something is dragged").isFalse();
            screen.release(screen.middle("b"), MouseButton.PRIMARY);
        });
    }

    @Test
    void findsCardsWhileATextIsWritten() {
        Offscreen.run(() -> {
            Screen screen = new Screen(Examples.travel(), Examples.travelPositions(), 900, 600);
            screen.canvas.look(new Camera(-4000, 0, 1));
            Camera before = screen.canvas.cameraProperty().get();
            screen.pane.search();
            TextField field = (TextField) screen.pane.lookup("#graph-search-text");
            field.setText("NIGHTS");
            assertThat(screen.canvas.board().sheet().cards).filteredOn(card -> card.emphasis == Emphasis.LIT)
                    .extracting(card -> card.id)
                    .containsExactlyInAnyOrder("hotel_nights", "refund_nights", "net_nights", "team_nights");
            screen.layout();
            assertThat(screen.canvas.surface().paintedCards()).as("What was found is seen").isPositive();

            screen.type(field, KeyCode.ENTER);
            screen.type(field, KeyCode.ENTER);
            assertThat(screen.canvas.leadProperty().get()).isEqualTo("refund_nights");
            assertThat(((Label) screen.pane.lookup("#graph-search-count")).getText()).isEqualTo("2 of 4");
            screen.type(field, KeyCode.ENTER, KeyCode.SHIFT);
            screen.type(field, KeyCode.ENTER, KeyCode.SHIFT);
            assertThat(screen.canvas.leadProperty().get()).isEqualTo("team_nights");

            screen.type(field, KeyCode.ESCAPE);
            assertThat(screen.canvas.cameraProperty().get()).isEqualTo(before);
            assertThat(screen.canvas.leadProperty().get()).isNull();
            assertThat(screen.canvas.board().sheet().cards).allMatch(card -> card.emphasis == Emphasis.PLAIN);

            screen.pane.search();
            screen.type(field, KeyCode.ENTER, KeyCode.CONTROL);
            assertThat(screen.canvas.selection()).containsExactly("hotel_nights");
            screen.close();
        });
    }

    @Test
    void keepsTheChosenCardInSightWhereTheCanvasShrinks() {
        use(screen -> {
            screen.canvas.look(new Camera(0, -300, 1));
            screen.click(screen.middle("d"));
            screen.pane.resize(900, 400);
            screen.layout();

            assertThat(screen.point("d", 0, Card.HEIGHT).getY()).isLessThanOrEqualTo(400);
        });
    }

    @Test
    void forgetsSelectedNodesThatAreGone() {
        use(screen -> {
            screen.click(screen.middle("d"));
            screen.canvas.graphProperty().set(Examples.of("a>b b>c"));

            assertThat(screen.canvas.selection()).isEmpty();
            assertThat(screen.canvas.leadProperty().get()).isNull();
        });
    }

    @Test
    void takesItsColoursFromStyleSheets() {
        use(screen -> {
            screen.styled(".graph-canvas { -hermes-graph-background: #102030; }");

            assertThat(screen.picture().getPixelReader().getArgb(5, 5)).isEqualTo(0xff102030);
        });
    }

    private static void use(Consumer<Screen> story) {
        Offscreen.run(() -> {
            Screen screen = new Screen(GRAPH, POSITIONS, 900, 600);
            try {
                story.accept(screen);
            } finally {
                screen.close();
            }
        });
    }
}
