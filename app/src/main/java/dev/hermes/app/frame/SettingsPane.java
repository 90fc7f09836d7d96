package dev.hermes.app.frame;

import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.app.language.Texts;
import dev.hermes.app.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a user chooses once: language, theme, density, numbers. Each choice holds and is kept at once. */
final class SettingsPane {

    private static final double CHOICE = 270;

    private final FrameModel model;
    private final Texts texts;
    private final StackPane over;
    private final VBox box = new VBox();
    private final StackPane veil = new StackPane(box);
    private @Nullable Node before;

    /** @param over what it is laid over */
    SettingsPane(FrameModel model, StackPane over) {
        this.model = model;
        this.over = over;
        texts = model.texts();
        box.setId("settings");
        box.getStyleClass().addAll("overlay", "settings");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        veil.getStyleClass().add("veil");
        veil.setOnMouseClicked(event -> {
            if (event.getTarget().equals(veil)) {
                model.choosing().set(false);
            }
        });
        veil.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.choosing().set(false);
                event.consume();
            }
        });
        texts.wording().subscribe(_ -> fill());
    }

    void show() {
        if (!over.getChildren().contains(veil)) {
            before = over.getScene().getFocusOwner();
            over.getChildren().add(veil);
            box.lookup("#settings-language").requestFocus();
        }
    }

    void hide() {
        if (over.getChildren().remove(veil) && before != null) {
            before.requestFocus();
        }
    }

    private void fill() {
        Button close = new Button(texts.get("settings.done"));
        close.setId("settings-done");
        close.getStyleClass().add("accent");
        close.setOnAction(_ -> model.choosing().set(false));
        Label lead = Words.label(texts.get("settings.lead"), "faint", "small");
        lead.setWrapText(true);
        box.getChildren().setAll(Words.label(texts.get("settings.title"), "heading"),
                choice("language", Language.values(), Language::title, Settings::language, Settings::with),
                choice("theme", Settings.Theme.values(), theme -> named("theme.", theme), Settings::theme,
                        Settings::with),
                choice("density", Settings.Density.values(), density -> named("density.", density), Settings::density,
                        Settings::with),
                choice("numbers", Numbers.values(), this::sample, Settings::numbers, Settings::with), lead,
                new HBox(Words.gap(), close));
    }

    private String named(String of, Enum<?> choice) {
        return texts.get(of + choice.name().toLowerCase(Locale.ROOT));
    }

    private String sample(Numbers numbers) {
        String sample = numbers.sample(texts.wording().get().language());
        return numbers == Numbers.USUAL ? texts.get("settings.usual", sample) : sample;
    }

    private <T> Node choice(String of, T[] values, Function<T, String> words, Function<Settings, T> chosen,
            BiFunction<Settings, T, Settings> change) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId("settings-" + of);
        choice.getItems().setAll(List.of(values));
        choice.setConverter(new ChoiceText<>(words));
        choice.setValue(chosen.apply(model.settings().get()));
        choice.setPrefWidth(CHOICE);
        choice.setOnAction(_ -> model.change(change.apply(model.settings().get(), choice.getValue())));
        return Words.line(texts.text("settings." + of), choice, "form-line");
    }
}
