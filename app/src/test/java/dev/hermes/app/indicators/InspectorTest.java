package dev.hermes.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.window.Offscreen;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Indicator;
import dev.hermes.model.Scope;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Treatment;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms in a window, without a hand at it. */
class InspectorTest extends IndicatorsFixture {

    private Stage stage;

    @BeforeEach
    void make() {
        stage = Offscreen.call(Stage::new);
    }

    private void lookAt(String card) throws IOException {
        enter();
        Offscreen.run(() -> {
            stage.setScene(new Scene(new StackPane(new Inspector(model).view(), new TextField()), 320, 700));
            stage.show();
        });
        after(() -> model.selected().set(card));
        Offscreen.run(() -> stage.getScene().getRoot().layout());
    }

    @AfterEach
    void hide() {
        Offscreen.run(() -> stage.hide());
    }

    private <N extends Node> N find(String id, Class<N> type) {
        return type.cast(stage.getScene().lookup("#" + id));
    }

    @SuppressWarnings("unchecked")
    private static <T> ComboBox<T> box(Stage stage, String selector) {
        return (ComboBox<T>) stage.getScene().lookup(selector);
    }

    private Indicator indicator(String code) {
        return workspace.documents().library().indicator(code).orElseThrow();
    }

    /** Writes into a field and presses Enter there. */
    private void write(String id, String text) {
        after(() -> {
            TextField field = find(id, TextField.class);
            field.requestFocus();
            field.setText(text);
            field.getOnAction().handle(null);
        });
    }

    @Test
    void aNameIsChangedAndChangedBack() throws IOException {
        lookAt("twice");
        write("indicator-name", "Doubled");
        assertThat(indicator("twice").name()).isEqualTo("Doubled");
        write("indicator-name", "Twice");
        assertThat(indicator("twice").name()).isEqualTo("Twice");
    }

    @Test
    void whatIsWrittenWhileLinesChangeGoesOnThere() throws IOException {
        lookAt("twice");
        after(() -> {
            CodeArea area = find("formula", CodeArea.class);
            area.requestFocus();
            area.replaceText("sold * 25");
            area.moveTo(8);
            // Another line changes which lines there are.
            model.edits().change(model.chosen().orElseThrow(),
                    now -> Optional.of(Formulation.withScope(now, Scope.SUBORDINATES)));
        });

        CodeArea area = seen(() -> find("formula", CodeArea.class));
        assertThat(seen(() -> find("members", CodeArea.class))).isNotNull();
        assertThat(area.getText()).isEqualTo("sold * 25");
        assertThat(area.getCaretPosition()).isEqualTo(8);
        assertThat(area.isFocused()).isTrue();
        assertThat(((SeriesSource.Composite) indicator("twice").actual()).formula().text()).isEqualTo("sold * 2");
    }

    @Test
    void whatCannotBeIsSaidThereUntilItCan() throws IOException {
        lookAt("twice");
        write("indicator-unit", "9");
        assertThat(wrong("indicator-unit")).contains("9");
        write("indicator-unit", "USD");
        assertThat(wrong("indicator-unit")).isEmpty();
        assertThat(indicator("twice").unit()).hasToString("USD");
    }

    @Test
    void whatCouldNotBeKeptIsSaidThereAndCanBeTriedAgain() throws IOException {
        lookAt("twice");
        // Nothing can be kept from now on.
        workspace.close();
        write("indicator-unit", "USD");
        assertThat(wrong("indicator-unit")).isNotEmpty();
        assertThat(problems()).hasSize(1);

        after(() -> find("history-of-person", CheckBox.class).fire());
        assertThat(seen(() -> find("history-of-person", CheckBox.class).isSelected())).isFalse();
        assertThat(wrong("history-of-person")).isNotEmpty();
        assertThat(wrong("indicator-unit")).isNotEmpty();

        after(() -> frame.problems().clear());
        write("indicator-unit", "USD");
        assertThat(problems()).as("it was tried again").hasSize(1);
    }

    private String wrong(String id) {
        return seen(() -> find(id + "-problem", Label.class).getText());
    }

    @Test
    void aTreatmentIsAnyNumber() throws IOException {
        lookAt("sold");
        after(() -> {
            // As if it had been written and Enter pressed.
            InspectorTest.<String>box(stage, "#without-target").setValue("0.5");
        });
        assertThat(indicator("sold").attainmentWithoutTarget()).isEqualTo(new Treatment.Value(Decimal.parse("0.5")));
    }

    @Test
    void anIndicatorBecomesOneOfAnotherKind() throws IOException {
        lookAt("twice");
        after(() -> InspectorTest.<Formulation.Kind>box(stage, "#indicator-kind")
                .setValue(Formulation.Kind.SUBJECTIVE));
        assertThat(indicator("twice").actual()).isInstanceOf(SeriesSource.Score.class);
        assertThat(seen(() -> stage.getScene().lookup("#formula"))).isNull();
    }

    @Test
    void aParameterSaysWhatItReadsAndPaysAndWhoReadsIt() throws IOException {
        lookAt("p-bonus");

        assertThat(seen(() -> texts(stage.getScene().getRoot()))).contains("Bonus", "CNY 56.00", "Twice",
                "tenth · 1 row", "Monthly pay");
    }

    @Test
    void aSchemeIsAmongWhatReadsAnIndicator() throws IOException {
        lookAt("judged");

        assertThat(seen(() -> texts(stage.getScene().getRoot()))).contains("Monthly pay");
    }

    private static List<String> texts(Parent root) {
        return Stream.of(".label", ".button").flatMap(style -> root.lookupAll(style).stream())
                .map(node -> ((Labeled) node).getText()).toList();
    }
}
