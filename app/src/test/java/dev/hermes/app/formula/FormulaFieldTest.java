package dev.hermes.app.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Offscreen;
import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A formula written with the keyboard, between two other fields. */
class FormulaFieldTest {

    private static final Type NIGHTS = Type.number(Unit.parse("nights"));
    private static final FormulaWords WORDS = FormulaWords.ofPeriod(Library.of(DocumentReader.read("nights.yaml", """
            hermes: 1
            kind: indicator
            code: nights
            name: 间夜
            type: composite
            unit: nights
            formula: "1"
            """)));

    @TempDir
    Path folder;

    private final FxRobot hands = new FxRobot();
    private final List<String> committed = new ArrayList<>();
    private FrameModel frame;
    private FormulaField field;
    private CodeArea area;
    private Stage stage;

    @BeforeEach
    void open() {
        Offscreen.start();
        frame = Offscreen.call(() -> new FrameModel(new SettingsFile(folder.resolve("settings.json"))));
        field = Offscreen.call(() -> new FormulaField("formula", new SimpleStringProperty("Formula"), WORDS, NIGHTS,
                committed::add, frame));
        area = (CodeArea) field.view().lookup("#formula");
        stage = Offscreen.call(Stage::new);
        Offscreen.run(() -> {
            stage.setScene(new Scene(new VBox(named("before"), field.view(), named("after")), 400, 300));
            stage.show();
            field.show("nights * 2", WORDS, NIGHTS);
            area.requestFocus();
            area.moveTo(area.getLength());
        });
        calm();
    }

    private static TextField named(String id) {
        TextField other = new TextField();
        other.setId(id);
        return other;
    }

    @AfterEach
    void close() {
        Offscreen.run(() -> {
            stage.hide();
            frame.close();
        });
    }

    private void calm() {
        Offscreen.calm(frame.background());
    }

    private void press(KeyCode... keys) {
        hands.push(keys);
        calm();
    }

    private void type(String text) {
        hands.write(text, 0);
        calm();
    }

    /** As an input method does, which the robot has none of. */
    private void insert(String text) {
        Offscreen.run(() -> area.insertText(area.getCaretPosition(), text));
        calm();
    }

    private void clear() {
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.DELETE);
    }

    private String focused() {
        return Offscreen.call(() -> {
            Node owner = stage.getScene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    private boolean isOffering() {
        return Offscreen.call(() -> Window.getWindows().stream().anyMatch(window -> window.isShowing()
                && window.getScene().lookup("#completions") instanceof ListView<?>));
    }

    private String problem() {
        return ((Label) field.view().lookup("#formula-problem")).getText();
    }

    @Test
    void undoTakesBackWhatWasWrittenAndNothingBefore() {
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(area.getText()).isEqualTo("nights * 2");
        type("5");
        press(KeyCode.SHORTCUT, KeyCode.Z);
        press(KeyCode.SHORTCUT, KeyCode.Z);
        press(KeyCode.ENTER);
        assertThat(committed).containsOnly("nights * 2");
    }

    @Test
    void aNumberWithoutAFormulaIsRefused() {
        clear();
        press(KeyCode.TAB);
        assertThat(problem()).contains("The formula is empty");
        assertThat(committed).isEmpty();
    }

    @Test
    void tabLeavesTheFieldInBothDirections() {
        press(KeyCode.TAB);
        assertThat(focused()).isEqualTo("after");
        Offscreen.run(area::requestFocus);
        press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(focused()).isEqualTo("before");
        assertThat(area.getText()).isEqualTo("nights * 2");
    }

    @Test
    void tabTakesWhatWasBegun() {
        type(" + nig");
        press(KeyCode.TAB);
        assertThat(area.getText()).isEqualTo("nights * 2 + nights");
        assertThat(focused()).isEqualTo("formula");
    }

    @Test
    void aChineseNameBecomesACode() {
        clear();
        insert("间");
        press(KeyCode.ENTER);
        assertThat(area.getText()).isEqualTo("nights");
    }

    @Test
    void everythingIsOfferedOnRequest() {
        type(" + ");
        assertThat(isOffering()).isFalse();
        press(KeyCode.SHORTCUT, KeyCode.SPACE);
        assertThat(isOffering()).isTrue();
        assertThat(area.getAccessibleHelp()).startsWith("nights, 间夜");
        press(KeyCode.ESCAPE);
        assertThat(isOffering()).isFalse();
    }

    @Test
    void theWordAtTheCaretIsExplained() {
        Offscreen.run(() -> area.moveTo(6));
        press(KeyCode.F1);
        assertThat(Window.getWindows()).filteredOn(Tooltip.class::isInstance).filteredOn(Window::isShowing)
                .extracting(window -> ((Tooltip) window).getText()).containsExactly("间夜 · nights");
    }

    @Test
    void aFixIsAppliedByItsKeyAndCanBeUndone() {
        type(" + nigts");
        press(KeyCode.ESCAPE);
        assertThat(area.getAccessibleHelp()).contains("Use nights");
        press(KeyCode.ALT, KeyCode.ENTER);
        assertThat(committed).containsExactly("nights * 2 + nights");
        assertThat(problem()).isEmpty();
        type("7");
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(area.getText()).isEqualTo("nights * 2 + nights");
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(area.getText()).isEqualTo("nights * 2 + nigts");
    }

    @Test
    void aFixIsAppliedByItsButtonAndNothingElseIsCommitted() {
        type(" + nigts");
        press(KeyCode.ESCAPE);
        hands.clickOn("#formula-problem-fix-0");
        calm();
        assertThat(committed).containsExactly("nights * 2 + nights");
        assertThat(focused()).isEqualTo("formula");
    }
}
