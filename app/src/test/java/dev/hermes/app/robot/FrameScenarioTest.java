package dev.hermes.app.robot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.demo.Demo;
import dev.hermes.app.demo.DemoOptions;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Place;
import dev.hermes.app.language.Language;
import dev.hermes.app.settings.Settings.Density;
import dev.hermes.app.settings.Settings.Theme;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Offscreen;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What surrounds the screens: the command palette, settings, keys, panels. */
class FrameScenarioTest {

    @TempDir
    Path folder;

    private Robot robot;

    @BeforeEach
    void open(TestInfo test) {
        robot = Robot.start(test.getDisplayName(), folder.resolve("settings.json"));
    }

    @AfterEach
    void close() {
        robot.close();
    }

    private void openDemo() {
        Path demo = folder.resolve("demo");
        Demo.create(demo, new DemoOptions(60, 3_000, 2, 5), (_, _, _) -> {
        });
        robot.open(demo);
    }

    private FrameModel model() {
        return robot.workbench().model();
    }

    private Place place() {
        return Offscreen.call(() -> model().place().get());
    }

    private void run(String command) {
        robot.press(KeyCode.CONTROL, KeyCode.K);
        robot.type(command);
        robot.press(KeyCode.ENTER);
    }

    private Stream<String> found() {
        return Offscreen.call(() -> ((ListView<?>) robot.find("#palette-list")).getItems().stream()
                .map(Object::toString).toList()).stream();
    }

    private Node focused() {
        return Offscreen.call(() -> robot.scene().getFocusOwner());
    }

    private boolean isShown(String selector) {
        return Offscreen.call(() -> robot.scene().getRoot().lookup(selector) != null);
    }

    private boolean isFocusIn(String selector) {
        return Offscreen.call(() -> {
            Node box = robot.scene().getRoot().lookup(selector);
            return box != null && Stream.iterate(robot.scene().getFocusOwner(), of -> of != null, Node::getParent)
                    .anyMatch(box::equals);
        });
    }

    @Test
    void whatIsDoneOnAScreenIsDoneThere() {
        robot.press(KeyCode.CONTROL, KeyCode.K);
        robot.type("mapping");
        assertThat(found()).as("without a workspace").isEmpty();
        assertThat(isShown("#palette-nothing")).isTrue();
        robot.press(KeyCode.ESCAPE);

        openDemo();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(place()).isEqualTo(Place.ORGANISATION);
        run("new attribute");
        assertThat(place()).isEqualTo(Place.DATA);
        run("new composite");
        assertThat(place()).isEqualTo(Place.INDICATORS);
        assertThat(Offscreen.call(() -> robot.graph().graphProperty().get().node("indicator1"))).isPresent();
        run("undo");
        assertThat(Offscreen.call(() -> robot.graph().graphProperty().get().node("indicator1"))).isEmpty();
        assertThat(model().problems()).isEmpty();
    }

    @Test
    void whatThereIsIsFoundByNameAndByCode() {
        openDemo();
        run("hotelRevenue");
        assertThat(Offscreen.call(() -> robot.graph().selection().contains("hotelRevenue"))).isTrue();
        robot.press(KeyCode.CONTROL, KeyCode.K);
        robot.type("_");
        assertThat(found()).as("people by their keys").isNotEmpty();
    }

    @Test
    void whatLiesOverTheScreenKeepsTheFocusAndGivesItBack() {
        openDemo();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        robot.click("#people-search");
        Node before = focused();
        for (KeyCode[] keys : new KeyCode[][] {{KeyCode.CONTROL, KeyCode.COMMA}, {KeyCode.F1}}) {
            String box = keys.length == 1 ? "#keys" : "#settings";
            robot.press(keys);
            for (int i = 0; i < 6; i++) {
                robot.press(KeyCode.TAB);
                assertThat(isFocusIn(box)).as("%s after %d", box, i).isTrue();
            }
            robot.press(KeyCode.SHIFT, KeyCode.TAB);
            assertThat(isFocusIn(box)).isTrue();
            robot.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            assertThat(place()).as("what lies behind does not listen").isEqualTo(Place.ORGANISATION);
            robot.press(KeyCode.ESCAPE);
            assertThat(isShown(box)).isFalse();
            assertThat(focused()).isEqualTo(before);
        }
        robot.press(KeyCode.CONTROL, KeyCode.K);
        robot.press(KeyCode.TAB);
        assertThat(isFocusIn(".palette")).isTrue();
        robot.press(KeyCode.ESCAPE);
        assertThat(isShown(".palette")).isFalse();
    }

    @Test
    void settingsShowWhatWasChosenElsewhere() {
        robot.press(KeyCode.CONTROL, KeyCode.COMMA);
        robot.press(KeyCode.TAB);
        Node before = focused();
        assertThat(before.getId()).isEqualTo("settings-theme");
        Offscreen.run(model()::switchTheme);
        assertThat(((ComboBox<?>) robot.find("#settings-theme")).getValue()).isEqualTo(Theme.DARK);
        Offscreen.run(() -> model().change(model().settings().get().with(Language.CHINESE)));
        robot.calm();
        assertThat(((ComboBox<?>) robot.find("#settings-theme")).getButtonCell().getText()).isEqualTo("深色");
        assertThat(focused()).isEqualTo(before);
    }

    @Test
    void aPanelIsMadeWiderByKeysAndIsSoTheNextTime() {
        openDemo();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        Node tree = robot.find("#organisations");
        double before = tree.getLayoutBounds().getWidth();
        Node edge = robot.find("#edge-of-organisations");
        Offscreen.run(edge::requestFocus);
        robot.press(KeyCode.RIGHT);
        robot.press(KeyCode.RIGHT);
        assertThat(tree.getLayoutBounds().getWidth()).isEqualTo(before + 32);
        assertThat(new SettingsFile(folder.resolve("settings.json")).read().panels())
                .containsEntry("organisations", before + 32);
        robot.press(KeyCode.HOME);
        assertThat(tree.getLayoutBounds().getWidth()).isEqualTo(before);
    }

    @Test
    void rowsAreLowerWhereTheyAreToBeCompact() {
        openDemo();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        TableView<?> table = (TableView<?>) robot.find("#people");
        double before = table.getFixedCellSize();
        Offscreen.run(() -> model().change(model().settings().get().with(Density.COMPACT)));
        robot.calm();
        assertThat(table.getFixedCellSize()).isLessThan(before);
    }

    @Test
    void theKeySheetSaysWhatKeysDoInGeneral() {
        openDemo();
        run("new composite");
        robot.press(KeyCode.F1);
        assertThat(Offscreen.call(() -> robot.find("#keys").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText()).toList())).contains("Undo", "Redo")
                .noneMatch(text -> text.startsWith("Undo:"));
    }

    @Test
    void thePaletteDoesNotOfferItself() {
        robot.press(KeyCode.CONTROL, KeyCode.K);
        assertThat(found()).isNotEmpty().noneMatch(command -> command.contains("Ctrl+K"));
    }

    @Test
    void chosenColumnsOfPeopleAreThereTheNextTime() {
        openDemo();
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(columns()).contains("To").doesNotContain("Grade");
        Offscreen.run(() -> model().change(model().settings().get().withColumn("people.to", false)
                .withColumn("people.attribute.grade", true)));
        robot.calm();
        assertThat(columns()).contains("Grade").doesNotContain("To");
        robot.close();

        robot = Robot.start("the next time", folder.resolve("settings.json"));
        robot.open(folder.resolve("demo"));
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(columns()).contains("Grade").doesNotContain("To");
    }

    private List<String> columns() {
        return Offscreen.call(() -> ((TableView<?>) robot.find("#people")).getColumns().stream()
                .map(TableColumn::getText).toList());
    }
}
