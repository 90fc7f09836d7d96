package dev.hermes.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.OtherProgram;
import dev.hermes.app.data.DataScreen;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Place;
import dev.hermes.app.frame.Problem;
import dev.hermes.app.frame.Toast;
import dev.hermes.app.indicators.IndicatorsScreen;
import dev.hermes.app.language.Language;
import dev.hermes.app.language.Texts;
import dev.hermes.app.window.Offscreen;
import dev.hermes.model.SeriesSource;
import dev.hermes.testkit.PluginFolder;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.plugins.Plugins;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong around the window is said plainly, and nothing is lost by it. */
class FailureScenarioTest {

    private static final String DOCUMENTS = """
            hermes: 1
            kind: indicator
            code: revenue
            type: composite
            unit: number
            formula: "1"
            ---
            hermes: 1
            kind: dataset
            code: orders
            columns: {order: text, booked: date, seller: text, amount: {type: CNY, digits: 12, scale: 2}}
            key: order
            date: booked
            credit: {person: seller}
            ---
            hermes: 1
            kind: mapping
            code: orders
            file: orders.csv
            into: facts
            of: orders
            fields: {order: order, booked: booked, seller: seller, amount: amount}
            """;

    @TempDir
    Path folder;

    private Path workspace;
    private Robot robot;

    @BeforeEach
    void open(TestInfo test) {
        workspace = folder.resolve("workspace");
        try (Workspace made = Workspace.create(workspace)) {
            made.documents().apply(List.of(DocumentFile.read("documents.yaml", DOCUMENTS)));
        }
        robot = Robot.start(test.getDisplayName(), folder.resolve("settings.json"));
        robot.open(workspace);
    }

    @AfterEach
    void close() {
        robot.close();
    }

    private static String inChinese(Problem problem) {
        return Offscreen.call(() -> problem.text(new Texts(Language.CHINESE)));
    }

    private void speakChinese() {
        Offscreen.run(() -> {
            FrameModel model = robot.workbench().model();
            model.change(model.settings().get().with(Language.CHINESE));
        });
        robot.calm();
    }

    private List<Problem> problems() {
        return Offscreen.call(() -> List.copyOf(robot.workbench().model().problems()));
    }

    private Workspace shown() {
        return Objects.requireNonNull(robot.workbench().model().workspace().get());
    }

    private static String formula(Workspace of) {
        return ((SeriesSource.Composite) of.documents().library().indicator("revenue").orElseThrow().actual())
                .formula().text();
    }

    @Test
    void aFolderThatIsNoWorkspaceIsToldOfAndTheOpenOneStays() throws IOException {
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("workspace.db"), "This is no database. ".repeat(400));
        Path vanished = folder.resolve("vanished");

        robot.open(damaged);
        robot.open(vanished);

        assertThat(problems()).extracting(Problem::code).containsExactly("WORKSPACE", "WORKSPACE");
        assertThat(problems().get(0).text()).contains(damaged.toString());
        assertThat(problems().get(1).text()).contains(vanished.toString());
        assertThat(inChinese(problems().get(0))).isEqualTo(damaged.resolve("workspace.db") + " 不是工作区的数据库。\n可能选错了文件夹。");
        assertThat(inChinese(problems().get(1))).isEqualTo("文件夹 " + vanished + " 不存在。\n可能路径有误，或工作区已移动。");
        assertThat(shown().folder()).isEqualTo(workspace);
    }

    @Test
    void damagedSettingsAreToldOfAndKept(TestInfo test) throws IOException {
        robot.close();
        Path settings = Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"dark");
        robot = Robot.start(test.getDisplayName(), settings);
        robot.open(workspace);

        assertThat(texts(".notice")).anyMatch(text -> text.contains(settings + ".damaged"));
        assertThat(folder.resolve("settings.json.damaged")).hasContent("{\"theme\": \"dark");
        assertThat(shown().folder()).isEqualTo(workspace);
    }

    @Test
    void whatAnotherProgramLocksIsSaidAndWhatWasWrittenIsKeptThere() throws SQLException {
        Offscreen.run(() -> ((IndicatorsScreen) robot.workbench().model().screen(Place.INDICATORS)).reveal("revenue"));
        robot.calm();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("workspace.db"));
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            robot.write("#formula", "2 + 3");
            assertThat(problems()).singleElement()
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("WORKSPACE"));
            assertThat(inChinese(problems().getFirst()))
                    .isEqualTo("另一个程序正在写入工作区 " + workspace + "。\n请等待其完成或将其关闭，然后重试。");
            assertThat(((CodeArea) robot.find("#formula")).getText()).isEqualTo("2 + 3");
            statement.execute("ROLLBACK");
        }
        robot.write("#formula", "2 + 3");

        assertThat(formula(shown())).isEqualTo("2 + 3");
    }

    @Test
    void aFileThatVanishesIsToldOf() throws IOException {
        Path orders = Files.writeString(folder.resolve("orders.csv"),
                "order,booked,seller,amount\n1,2026-03-01,S1,5\n");
        take(orders);
        Files.delete(orders);
        robot.click("#import-file");

        assertThat(problems()).singleElement()
                .satisfies(problem -> assertThat(problem.text()).contains(orders.toString()))
                .satisfies(problem -> assertThat(inChinese(problem)).contains("文件 " + orders + " 不存在。可能尚未送达"));
        assertThat(shown().imports().current()).isEmpty();
    }

    @Test
    void whyRowsAreRejectedIsSaidInTheLanguageOfTheUser() throws IOException {
        speakChinese();
        take(Files.writeString(folder.resolve("orders.csv"),
                "order,booked,seller,amount\n1,2026-03-01,S1,5\n2,2026-03-32,S1,x\n3,2026-03-01,S1\n"));
        assertThat(verdicts()).contains(
                "booked: \"2026-03-32\" 不是 yyyy-MM-dd 格式的日期; amount: \"x\" 不是普通小数", "该行只有 3 个单元格，应有 4 个");

        robot.click("#import-file");
        assertThat(texts("#import-figures")).contains("booked: … 不是 yyyy-MM-dd 格式的日期", "该行只有 … 个单元格，应有 4 个");
        robot.click("#show-rejected");
        assertThat(verdicts()).contains("booked; amount: \"2026-03-32\" 不是 yyyy-MM-dd 格式的日期");
        assertThat(problems()).isEmpty();
    }

    @Test
    void aPluginThatThrowsIsToldOfAndTheFileIsNotBroughtIn() throws IOException {
        PluginFolder plugins = new PluginFolder(folder.resolve("plugins")).add("example",
                "if (true) throw new IllegalStateException(\"no key\");", "return null;");
        Path lines = folder.resolve("lines");
        try (Workspace made = Workspace.create(lines)) {
            made.documents().apply(List.of(DocumentFile.read("documents.yaml",
                    DOCUMENTS.replace("file: orders.csv", "file: orders.lines\nformat: lines"))));
        }
        System.setProperty(Plugins.PROPERTY, plugins.path().toString());
        try {
            robot.open(lines);
            take(Files.writeString(folder.resolve("orders.lines"), "order: 1"));
            assertThat(texts("#preview")).anyMatch(
                    text -> text.contains("The plugin example failed: java.lang.IllegalStateException: no key"));
            speakChinese();
            assertThat(texts("#preview"))
                    .anyMatch(
                            text -> text.contains("插件 example 出错：java.lang.IllegalStateException: no key。可能它适用于其他版本"));
            robot.click("#import-file");
        } finally {
            System.clearProperty(Plugins.PROPERTY);
        }

        assertThat(shown().imports().current()).isEmpty();
        assertThat(formula(shown())).isEqualTo("1");
    }

    private List<String> verdicts() {
        return Offscreen.call(() -> robot.find("#preview-rows").lookupAll(".table-cell").stream()
                .map(cell -> String.valueOf(((Labeled) cell).getText())).toList());
    }

    private List<String> texts(String selector) {
        return Offscreen.call(() -> robot.find(selector).lookupAll(".label").stream().map(Label.class::cast)
                .map(Label::getText).toList());
    }

    @Test
    void aWorkspaceThatAnotherProgramHasOpenIsOpenedAndThatIsSaid() throws IOException {
        Path shared = folder.resolve("shared");
        Workspace.create(shared).close();
        try (OtherProgram other = OtherProgram.open(shared)) {
            robot.open(shared);

            assertThat(shown().folder()).isEqualTo(shared);
            assertThat(Offscreen.call(() -> robot.workbench().model().toasts().stream().map(Toast::text).toList()))
                    .singleElement().asString().contains("(process " + other.id() + ", since ");
        }
        assertThat(problems()).isEmpty();
    }

    @Test
    void whatGoesWrongOnTheScreensThreadIsToldOf() {
        Platform.runLater(() -> {
            throw new IllegalStateException("no such node");
        });
        Offscreen.until(() -> !robot.workbench().model().problems().isEmpty());

        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).startsWith("FAULT-");
            assertThat(problem.details()).contains("no such node");
        });
        assertThat(texts(".notice")).noneMatch(text -> text.contains("Exception"));
    }

    private void take(Path file) {
        Offscreen.run(() -> {
            DataScreen screen = (DataScreen) robot.workbench().model().screen(Place.DATA);
            screen.reveal("orders");
            screen.take(file);
        });
        robot.calm();
    }

    @Test
    void aWindowThatIsClosedInTheMiddleOfAnImportLeavesAllOrNothing() throws IOException {
        Path orders = Files.writeString(folder.resolve("orders.csv"),
                IntStream.range(0, 200_000).mapToObj(row -> row + ",2026-03-01,S" + row % 90 + ",5\n")
                        .collect(Collectors.joining("", "order,booked,seller,amount\n", "")));
        take(orders);
        robot.fireInAHurry("#import-file");
        robot.quit();

        try (Workspace after = Workspace.open(workspace)) {
            long rows = after.imports().current().stream().mapToLong(made -> made.rows()).sum();
            assertThat(rows).isIn(0L, 200_000L);
            assertThat(formula(after)).isEqualTo("1");
        }
        assertThat(problems()).isEmpty();
    }
}
