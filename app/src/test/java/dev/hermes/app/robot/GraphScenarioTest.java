package dev.hermes.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphGroup;
import dev.hermes.app.graph.GraphTarget;
import dev.hermes.app.window.Offscreen;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.model.Indicator;
import dev.hermes.model.SeriesSource;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The canvas in the window: groups, menus, where cards lie. In a workspace in which an edit takes no time. */
class GraphScenarioTest {

    @TempDir
    Path folder;

    private Robot robot;

    @BeforeEach
    void open(TestInfo test) {
        Path small = folder.resolve("small");
        try (Workspace made = Workspace.create(small)) {
            made.documents().apply(List.of(DocumentFile.read("small.yaml", """
                    hermes: 1
                    kind: indicator
                    code: nights
                    name: Hotel nights
                    type: composite
                    unit: number
                    formula: "1"
                    ---
                    hermes: 1
                    kind: indicator
                    code: refunds
                    name: Refunded nights
                    type: composite
                    unit: number
                    formula: "2"
                    ---
                    hermes: 1
                    kind: indicator
                    code: net
                    name: Net
                    type: composite
                    unit: number
                    formula: nights + refunds
                    ---
                    hermes: 1
                    kind: indicator
                    code: twice
                    name: Twice
                    type: composite
                    unit: number
                    formula: net * 2
                    """)));
        }
        robot = Robot.start(test.getDisplayName(), folder.resolve("settings.json"));
        robot.open(small);
    }

    @AfterEach
    void close() {
        robot.close();
    }

    private Library library() {
        return Objects.requireNonNull(robot.workbench().model().workspace().get()).documents().library();
    }

    private String documents() {
        return library().documents().stream().map(loaded -> DocumentWriter.toCanonicalJson(loaded.document())).sorted()
                .collect(Collectors.joining("\n"));
    }

    private Set<String> indicators() {
        return library().indicators().stream().map(Indicator::code).collect(Collectors.toSet());
    }

    private List<GraphGroup> groups() {
        return robot.graph().graphProperty().get().groups();
    }

    private String formula(String code) {
        return ((SeriesSource.Composite) library().indicator(code).orElseThrow().actual()).formula().text();
    }

    private void select(String... ids) {
        Offscreen.run(() -> {
            robot.graph().requestFocus();
            robot.graph().selection().clear();
            robot.graph().selection().addAll(Set.of(ids));
        });
    }

    private void menu(GraphTarget target) {
        Offscreen.run(() -> robot.graph().actionsProperty().get().contextMenu(target, 400, 300));
    }

    @Test
    void aCollapsedGroupIsWhatItHolds() {
        String before = documents();
        select("nights", "refunds");
        robot.press(KeyCode.CONTROL, KeyCode.G);
        assertThat(groups()).extracting(GraphGroup::title).containsExactly("Nights");

        robot.press(KeyCode.HOME);
        robot.press(KeyCode.F2);
        assertThat(((TextField) robot.find("#group-title")).getText()).isEqualTo("Nights");
        robot.type("Stays");
        robot.press(KeyCode.ENTER);
        robot.press(KeyCode.MINUS);
        GraphGroup group = groups().getFirst();
        assertThat(group.title()).isEqualTo("Stays");
        assertThat(group.collapsed()).isTrue();

        select(group.id());
        robot.press(KeyCode.CONTROL, KeyCode.X);
        assertThat(indicators()).containsExactlyInAnyOrder("net", "twice");
        assertThat(robot.workbench().model().toasts()).last()
                .satisfies(toast -> assertThat(toast.text()).startsWith("2 removed"));
        robot.press(KeyCode.CONTROL, KeyCode.V);
        assertThat(indicators()).containsExactlyInAnyOrder("nights", "refunds", "net", "twice");
        assertThat(robot.graph().selection()).as("What was pasted").contains(group.id());

        select(group.id(), "net");
        robot.click("#align");
        robot.click("#group");
        assertThat(groups()).singleElement()
                .satisfies(made -> assertThat(made.members()).containsExactlyInAnyOrder("nights", "refunds", "net"));
        robot.hurry(() -> {
            for (int step = 0; step < 6; step++) {
                robot.press(KeyCode.CONTROL, KeyCode.Z);
            }
        });
        assertThat(documents()).isEqualTo(before);
        assertThat(groups()).isEmpty();
    }

    @Test
    void menusMakeAndInsertAndRemove() {
        String before = documents();
        menu(new GraphTarget.OnNothing(new Point2D(2000, 1000)));
        robot.click("#menu-composite");
        assertThat(robot.graph().selection()).containsExactly("indicator1");
        assertThat(robot.graph().positionsProperty().get().get("indicator1")).isEqualTo(new Point2D(2000, 1000));
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(documents()).as("One step for the indicator and its place").isEqualTo(before);

        menu(new GraphTarget.OnEdge(new GraphEdge("nights", "net", false)));
        robot.click("#menu-insertnew");
        assertThat(formula("net")).isEqualTo("indicator1 + refunds");
        assertThat(formula("indicator1")).isEqualTo("nights");
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(documents()).isEqualTo(before);

        menu(new GraphTarget.OnEdge(new GraphEdge("refunds", "net", false)));
        robot.click("#menu-disconnect");
        assertThat(formula("net")).isEqualTo("nights");

        menu(new GraphTarget.OnEdge(new GraphEdge("net", "twice", false)));
        robot.click("#menu-disconnect");
        assertThat(formula("twice")).as("Nobody knows what it is then").isEqualTo("net * 2");
        CodeArea formula = (CodeArea) robot.find("#formula");
        assertThat(formula.isFocused()).isTrue();
        assertThat(formula.getSelectedText()).isEqualTo("net");
    }

    @Test
    void anEdgeToNothingOffersANewIndicator() {
        Offscreen.run(() -> robot.graph().actionsProperty().get().connectToNothing("nights", new Point2D(40, 600)));
        robot.click("#menu-reading");
        assertThat(formula("indicator1")).isEqualTo("nights");
        assertThat(robot.graph().positionsProperty().get().get("indicator1")).isEqualTo(new Point2D(40, 600));
    }

    @Test
    void cardsThatNobodyMovedStayWhereTheyAre() {
        var before = robot.graph().positionsProperty().get();
        select("net");
        robot.click("#formula");
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.type("twice");
        robot.press(KeyCode.ESCAPE);
        robot.press(KeyCode.ENTER);
        assertThat(robot.graph().positionsProperty().get()).isEqualTo(before);
        assertThat(robot.graph().graphProperty().get().outgoing("nights")).isEmpty();
    }

    @Test
    void enterOpensTheFormula() {
        select("twice");
        robot.press(KeyCode.END);
        robot.press(KeyCode.ENTER);
        assertThat(robot.find("#formula").isFocused()).isTrue();
    }
}
