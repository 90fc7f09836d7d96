package dev.hermes.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.demo.Demo;
import dev.hermes.app.demo.DemoOptions;
import dev.hermes.app.frame.Place;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.indicators.IndicatorsScreen;
import dev.hermes.app.language.Language;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.window.Offscreen;
import dev.hermes.decimal.Decimal;
import dev.hermes.document.DocumentWriter;
import dev.hermes.kernel.PayLine;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.model.Indicator;
import dev.hermes.model.SeriesSource;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Indicators designed in the window, on a small demo. */
class IndicatorScenarioTest {

    private static final double RIGHT = 184;
    private static final double MIDDLE = 44;

    @TempDir
    Path folder;

    private Robot robot;

    @BeforeEach
    void open(TestInfo test) {
        Path demo = folder.resolve("demo");
        Demo.create(demo, new DemoOptions(60, 3_000, 2, 5), (_, _, _) -> {
        });
        robot = Robot.start(test.getDisplayName(), folder.resolve("settings.json"));
        robot.open(demo);
    }

    @AfterEach
    void close() {
        robot.close();
    }

    private Workspace workspace() {
        return Objects.requireNonNull(robot.workbench().model().workspace().get());
    }

    private Indicator indicator(String code) {
        return workspace().documents().library().indicator(code).orElseThrow();
    }

    private String formula(String code) {
        return ((SeriesSource.Composite) indicator(code).actual()).formula().text();
    }

    /** What all documents say. */
    private String documents() {
        return workspace().documents().library().documents().stream()
                .map(loaded -> DocumentWriter.toCanonicalJson(loaded.document())).sorted()
                .collect(Collectors.joining("\n"));
    }

    private void reveal(String code) {
        Offscreen.run(() -> ((IndicatorsScreen) robot.workbench().model().screen(Place.INDICATORS)).reveal(code));
        robot.calm();
    }

    @Test
    void parametersSayWhatTheyPay() {
        GraphNode bonus = robot.graph().graphProperty().get().nodes().stream()
                .filter(node -> node.title().equals("Target bonus")).findFirst().orElseThrow();
        try (CalcSession session = CalcSession.within(workspace(), 1)) {
            String period = Objects.requireNonNull(robot.workbench().model().period().get()).period().code();
            Decimal paid = session.run(session.schemesIn(period), period, null, RunMonitor.NONE).result().schemes()
                    .stream().flatMap(scheme -> IntStream.range(0, scheme.size()).boxed()
                            .flatMap(payee -> scheme.lines(payee).stream()))
                    .filter(line -> line.label().startsWith(bonus.title())).map(PayLine::amount)
                    .reduce(Decimal.ZERO, Decimal::plus);
            assertThat(paid.signum()).isPositive();
            assertThat(bonus.value()).isEqualTo(String.format(Locale.ENGLISH, "%,.0f", paid.toBigDecimal()));
        }
    }

    @Test
    void aFormulaIsWrittenAndItsValuesAppear() {
        robot.click("#add-indicator");
        robot.click("#add-composite");
        robot.click("#formula");
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.type("hotelR");
        // The first completion is what was meant.
        robot.press(KeyCode.ENTER);
        robot.type(" * 2");
        robot.press(KeyCode.ENTER);
        assertThat(formula("indicator1")).isEqualTo("hotelRevenue * 2");
        assertThat(robot.graph().graphProperty().get().outgoing("hotelRevenue"))
                .anyMatch(edge -> edge.to().equals("indicator1"));
        assertThat(robot.graph().graphProperty().get().node("indicator1").orElseThrow().value()).isNotEmpty();
    }

    @Test
    void whatIsWrongWithAFormulaIsSaidBeneathIt() {
        reveal("revenue");
        robot.click("#formula");
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.type("hotelRevenue + nobody");
        robot.press(KeyCode.ESCAPE);
        robot.press(KeyCode.ENTER);
        assertThat(((Label) robot.find("#formula-problem")).getText()).contains("nobody");
        assertThat(((Labeled) robot.find("#indicator-problems")).getText()).doesNotContain("no problems");
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.type("hotelRevenue");
        robot.press(KeyCode.ESCAPE);
        robot.press(KeyCode.ENTER);
        assertThat(((Label) robot.find("#formula-problem")).getText()).isEmpty();
        assertThat(formula("revenue")).isEqualTo("hotelRevenue");
    }

    @Test
    void anEdgeIsDrawnFromCardToCard() {
        Offscreen.run(() -> {
            robot.graph().zoomToFit();
        });
        robot.clickAt(robot.onCard("hotelRevenue", 60, MIDDLE));
        robot.drag(robot.onCard("hotelRevenue", RIGHT, MIDDLE), robot.onCard("averageOrder", 60, MIDDLE));
        assertThat(formula("averageOrder")).isEqualTo("revenue / orderCount + hotelRevenue");
    }

    @Test
    void aCircleIsRefused() {
        String before = documents();
        Offscreen.run(() -> {
            robot.graph().zoomToFit();
        });
        robot.clickAt(robot.onCard("averageOrder", 60, MIDDLE));
        robot.drag(robot.onCard("averageOrder", RIGHT, MIDDLE), robot.onCard("revenue", 60, MIDDLE));
        assertThat(documents()).isEqualTo(before);
        assertThat(robot.workbench().model().toasts()).singleElement()
                .satisfies(toast -> assertThat(toast.text()).contains("Revenue →"));
    }

    @Test
    void anEdgeIsDrawnByKeysAlone() {
        choose(indicator("hotelRevenue").name());
        robot.press(KeyCode.C);
        leadTo("averageOrder");
        assertThat(robot.graph().getAccessibleText()).contains("would read");
        robot.press(KeyCode.ENTER);
        assertThat(formula("averageOrder")).isEqualTo("revenue / orderCount + hotelRevenue");
    }

    @Test
    void aCircleIsRefusedByKeysToo() {
        String before = documents();
        choose(indicator("teamRevenue").name());
        choose("connect");
        leadTo("revenue");
        assertThat(robot.graph().getAccessibleText()).contains("depend on itself");
        robot.press(KeyCode.ENTER);
        assertThat(documents()).isEqualTo(before);
        assertThat(robot.workbench().model().toasts()).singleElement()
                .satisfies(toast -> assertThat(toast.text()).contains("Revenue →"));
    }

    /** Chooses from the palette by name. */
    private void choose(String name) {
        robot.press(KeyCode.CONTROL, KeyCode.K);
        robot.type(name);
        robot.press(KeyCode.ENTER);
    }

    /** Goes on from card to card as long as it takes, backwards from where the graph ends. */
    private void leadTo(String code) {
        boolean isBefore = cards().indexOf(code) < cards().indexOf(robot.graph().leadProperty().get());
        robot.hurry(() -> {
            while (!code.equals(robot.graph().leadProperty().get())) {
                if (isBefore) {
                    robot.press(KeyCode.SHIFT, KeyCode.TAB);
                } else {
                    robot.press(KeyCode.TAB);
                }
            }
        });
    }

    @Test
    void theDistributionShowsWhereTheTargetLies() {
        reveal("revenue");
        assertThat(marks()).anyMatch(text -> text.startsWith("median target "));
        robot.click("#values-table .table-row-cell");
        assertThat(marks()).anyMatch(text -> text.startsWith("target "))
                .noneMatch(text -> text.contains("median target"));
        assertThat(Offscreen.call(() -> robot.find("#inspector").lookupAll(".histogram > .target"))).hasSize(1);
    }

    /** What the lines in the distribution of values stand for. */
    private List<String> marks() {
        return Offscreen.call(() -> robot.find("#inspector").lookupAll(".label").stream().map(Label.class::cast)
                .filter(label -> label.getGraphic() != null).map(Label::getText).toList());
    }

    private List<String> cards() {
        return robot.graph().graphProperty().get().nodes().stream().map(GraphNode::id).toList();
    }

    @Test
    void fiftyStepsAreTakenBackAndMadeAgain() {
        openSmall();
        String before = documents();
        reveal("revenue");
        robot.click("#formula");
        robot.hurry(() -> {
            for (int step = 0; step < 50; step++) {
                String text = String.valueOf(100 + step);
                Offscreen.run(() -> {
                    ((CodeArea) robot.scene().lookup("#formula")).replaceText(text);
                });
                robot.press(KeyCode.ENTER);
            }
        });
        String after = documents();
        assertThat(formula("revenue")).isEqualTo("149");
        robot.hurry(() -> pressFiftyTimes("#undo"));
        assertThat(documents()).isEqualTo(before);
        robot.hurry(() -> pressFiftyTimes("#redo"));
        assertThat(documents()).isEqualTo(after);
    }

    /** A workspace in which an edit takes no time. */
    private void openSmall() {
        Path small = folder.resolve("small");
        try (Workspace made = Workspace.create(small)) {
            made.documents().apply(List.of(DocumentFile.read("small.yaml", """
                    hermes: 1
                    kind: indicator
                    code: revenue
                    type: composite
                    unit: number
                    formula: "1"
                    ---
                    hermes: 1
                    kind: indicator
                    code: twice
                    type: composite
                    unit: number
                    formula: revenue * 2
                    """)));
        }
        robot.open(small);
    }

    private void pressFiftyTimes(String button) {
        for (int step = 0; step < 50; step++) {
            robot.fire(button);
        }
    }

    @Test
    void languageAndThemeAreSwitchedInTheMiddleOfWork() {
        reveal("revenue");
        robot.click("#formula");
        robot.press(KeyCode.CONTROL, KeyCode.A);
        robot.type("hotelRevenue * 3");
        robot.click("#language");
        robot.click("#theme");
        assertThat(robot.workbench().model().texts().wording().get().language()).isEqualTo(Language.CHINESE);
        assertThat(((CodeArea) robot.find("#formula")).getText()).isEqualTo("hotelRevenue * 3");
        assertThat(formula("revenue")).isEqualTo("hotelRevenue * 3");
        assertThat(((Labeled) robot.find("#indicator-problems")).getText()).isEqualTo("没有问题");
    }
}
