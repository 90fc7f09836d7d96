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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a user chooses once: language, theme, density, numbers. Each choice holds and is kept at once. */
final class SettingsPane {

    private static final double CHOICE = 270;

    private final FrameModel model;
    private final Texts texts;
    private final VBox box = new VBox();
    private final Overlay overlay;

    /** @param over what it is laid over */
    SettingsPane(FrameModel model, Pane over) {
        this.model = model;
        texts = model.texts();
        Runnable leave = () -> model.choosing().set(false);
        Button close = Words.button(texts.text("settings.done"), "settings-done", leave);
        close.getStyleClass().add("accent");
        Label lead = Words.label(texts.text("settings.lead"), "faint", "small");
        lead.setWrapText(true);
        box.setId("settings");
        box.getStyleClass().addAll("overlay", "settings");
        box.setMaxHeight(Region.USE_PREF_SIZE);
        box.getChildren().setAll(Words.label(texts.text("settings.title"), "heading"),
                choice("language", Language.values(), Language::title, Settings::language, Settings::with),
                choice("theme", Settings.Theme.values(), theme -> named("theme.", theme), Settings::theme,
                        Settings::with),
                choice("density", Settings.Density.values(), density -> named("density.", density), Settings::density,
                        Settings::with),
                choice("numbers", Numbers.values(), this::sample, Settings::numbers, Settings::with), lead,
                new HBox(Words.gap(), close));
        overlay = new Overlay(over, box, 0, leave);
        model.choosing().subscribe(choosing -> {
            if (choosing) {
                overlay.show(box.lookup("#settings-language"));
            } else {
                overlay.hide();
            }
        });
    }

    private String named(String of, Enum<?> choice) {
        return texts.get(of + choice.name().toLowerCase(Locale.ROOT));
    }

    private String sample(Numbers numbers) {
        String sample = numbers.sample(texts.wording().get().language());
        return numbers == Numbers.USUAL ? texts.get("settings.usual", sample) : sample;
    }

    /** A choice that shows what holds, wherever it was chosen. */
    private <T> Node choice(String of, T[] values, Function<T, String> words, Function<Settings, T> chosen,
            BiFunction<Settings, T, Settings> change) {
        ComboBox<T> choice = new ComboBox<>();
        choice.setId("settings-" + of);
        choice.getItems().setAll(List.of(values));
        ChoiceCell.fill(choice, texts, words);
        choice.setPrefWidth(CHOICE);
        model.settings().map(chosen).subscribe(choice::setValue);
        choice.setOnAction(_ -> model.change(change.apply(model.settings().get(), choice.getValue())));
        return Words.line(texts.text("settings." + of), choice, "form-line");
    }
}
