package dev.hermes.app.frame;

import dev.hermes.app.settings.Settings;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** The content of the window. Of the screen's thread. */
public final class Frame {

    private static final String THEMES = "/dev/hermes/themes/";
    private static final List<String> FONTS = List.of("HermesSans-Regular.ttf", "HermesSans-Bold.ttf",
            "JetBrainsMono-Regular.ttf");
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final FrameModel model;
    private final BorderPane main = new BorderPane();
    private final StackPane root = new StackPane(main);
    private final Scene scene;
    private final Palette palette;
    private final SettingsPane settings;
    private final Welcome welcome;

    public Frame(FrameModel model) {
        this.model = model;
        // Before anything is measured.
        FONTS.forEach(font -> Objects.requireNonNull(Font.loadFont(sheet("fonts/" + font), 0), font));
        palette = new Palette(model, root);
        welcome = new Welcome(model);
        settings = new SettingsPane(model, root);
        main.setTop(new TopBar(model, palette::show).view());
        main.setLeft(new Rail(model).view());
        main.setBottom(new StatusBar(model).view());
        root.getStyleClass().add("root-pane");
        root.getChildren().add(new Messages(model).view());
        Settings.Window window = model.settings().get().window();
        scene = new Scene(root, window == null ? WIDTH : window.width(), window == null ? HEIGHT : window.height());
        model.settings().subscribe(this::style);
        model.place().subscribe(_ -> showScreen());
        model.workspace().subscribe(_ -> showScreen());
        model.choosing().subscribe(choosing -> {
            if (choosing) {
                settings.show();
            } else {
                settings.hide();
            }
        });
        accelerators();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::stepPastText);
        new Rehearsal(model, root).start();
    }

    public Scene scene() {
        return scene;
    }

    /** Shows the command palette. */
    public void showPalette() {
        palette.show();
    }

    /** Shows the settings. */
    public void showSettings() {
        model.choosing().set(true);
    }

    /** Puts away what lies over the screen. */
    public void hideOverlays() {
        palette.hide();
        model.choosing().set(false);
    }

    /** Chooses what controls look like. Before any is made: the first would bring in JavaFX's own look else. */
    public static void dress(Settings.Theme theme) {
        Application.setUserAgentStylesheet(theme == Settings.Theme.DARK
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet());
    }

    private void style(Settings settings) {
        boolean dark = settings.theme() == Settings.Theme.DARK;
        dress(settings.theme());
        scene.getStylesheets().setAll(List.of(sheet(dark ? "dark.css" : "light.css"), sheet("hermes.css")));
        root.getStyleClass().removeAll("compact", "dark");
        if (dark) {
            root.getStyleClass().add("dark");
        }
        if (settings.density() == Settings.Density.COMPACT) {
            root.getStyleClass().add("compact");
        }
    }

    private static String sheet(String name) {
        URL url = Frame.class.getResource(THEMES + name);
        return Objects.requireNonNull(url, name + " is missing from this build.").toExternalForm();
    }

    private void showScreen() {
        Node shown = model.workspace().get() == null ? welcome.view() : model.screen(model.place().get()).view();
        if (!shown.equals(main.getCenter())) {
            main.setCenter(shown);
        }
    }

    private void accelerators() {
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN), palette::show);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN), palette::show);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN),
                () -> model.choosing().set(true));
        scene.getAccelerators().put(UNDO, model.steps()::undo);
        scene.getAccelerators().put(REDO, model.steps()::redo);
        scene.getAccelerators().put(REDO_TOO, model.steps()::redo);
        List<Screen> screens = model.screens();
        for (int i = 0; i < screens.size(); i++) {
            Place place = screens.get(i).place();
            scene.getAccelerators().put(
                    new KeyCodeCombination(KeyCode.valueOf("DIGIT" + (i + 1)), KeyCombination.SHORTCUT_DOWN),
                    () -> model.place().set(place));
        }
    }

    /**
     * Fields take the keys that take back for themselves. Where all is committed that was typed into one, they are for
     * the last edit.
     */
    private void stepPastText(KeyEvent event) {
        boolean isUndo = UNDO.match(event);
        Node focused = scene.getFocusOwner();
        if (!isUndo && !REDO.match(event) && !REDO_TOO.match(event) || focused == null || !Committed.is(focused)) {
            return;
        }
        if (isUndo) {
            model.steps().undo();
        } else {
            model.steps().redo();
        }
        event.consume();
    }
}
