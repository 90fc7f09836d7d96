package dev.hermes.app.frame;

import dev.hermes.app.settings.Settings;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
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
            "HermesMono-Regular.ttf");
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;

    private final FrameModel model;
    private final BorderPane main = new BorderPane();
    private final StackPane root = new StackPane(main);
    private final Scene scene;
    private final Palette palette;
    private final KeySheet keys;
    private final Action undo;
    private final Action redo;
    private final Welcome welcome;

    public Frame(FrameModel model) {
        this.model = model;
        // Before anything is measured.
        FONTS.forEach(font -> Objects.requireNonNull(Font.loadFont(sheet("fonts/" + font), 0), font));
        Workspaces ways = new Workspaces(model, () -> root.getScene().getWindow());
        Action find = Action.of(model.texts().text("top.search"), this::showPalette).on(Action.Reach.WINDOW,
                "Shortcut+K", "Shortcut+F").when(this::canFind);
        undo = StepButtons.undo(model);
        redo = StepButtons.redo(model);
        Offers offers = new Offers(model, actions(ways, find));
        palette = new Palette(model, offers, root);
        keys = new KeySheet(model.texts(), offers, root);
        welcome = new Welcome(model, ways);
        main.setTop(new TopBar(model, ways, find).view());
        main.setLeft(new Rail(model).view());
        main.setBottom(new StatusBar(model).view());
        root.getStyleClass().add("root-pane");
        root.getChildren().add(new Messages(model).view());
        Settings.Window window = model.settings().get().window();
        scene = new Scene(root, window == null ? WIDTH : window.width(), window == null ? HEIGHT : window.height());
        // Nothing else that is chosen changes how anything looks.
        model.settings().map(Settings::theme).subscribe(this::style);
        model.settings().map(Settings::density).subscribe(this::space);
        model.place().subscribe(_ -> showScreen());
        model.workspace().subscribe(_ -> showScreen());
        new SettingsPane(model, root);
        offers.listen(scene);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::stepPastText);
        new Rehearsal(model, root).start();
    }

    private List<Action> actions(Workspaces ways, Action find) {
        return List.of(find,
                Action.of(model.texts().text("keys.title"), this::showKeys).on(Action.Reach.WINDOW, "F1",
                        "Shortcut+Slash"),
                Action.of(model.texts().text("settings.title"), this::showSettings).on(Action.Reach.WINDOW,
                        "Shortcut+Comma"),
                Action.of(model.texts().text("command.theme"), model::switchTheme),
                Action.of(model.texts().text("command.density"), model::switchDensity),
                Action.of(model.texts().text("command.language"), model::switchLanguage), ways.open(), ways.create(),
                ways.demo(), undo, redo);
    }

    public Scene scene() {
        return scene;
    }

    private boolean canFind() {
        return !palette.isShown();
    }

    /** Shows the command palette. */
    public void showPalette() {
        palette.show();
    }

    /** Shows the settings. */
    public void showSettings() {
        model.choosing().set(true);
    }

    /** Shows what all keys do. */
    public void showKeys() {
        keys.show();
    }

    /** Puts away what lies over the screen. */
    public void hideOverlays() {
        palette.hide();
        keys.hide();
        model.choosing().set(false);
    }

    /** Chooses what controls look like. Before any is made: the first would bring in JavaFX's own look else. */
    public static void dress(Settings.Theme theme) {
        // As it was compiled: to read its thousand rules as text takes several times as long.
        Application.setUserAgentStylesheet(theme == Settings.Theme.DARK
                ? new PrimerDark().getUserAgentStylesheetBSS()
                : new PrimerLight().getUserAgentStylesheetBSS());
    }

    private void style(Settings.Theme theme) {
        boolean dark = theme == Settings.Theme.DARK;
        dress(theme);
        scene.getStylesheets().setAll(List.of(sheet(dark ? "dark.css" : "light.css"), sheet("hermes.css")));
        root.getStyleClass().remove("dark");
        if (dark) {
            root.getStyleClass().add("dark");
        }
    }

    private void space(Settings.Density density) {
        root.getStyleClass().remove("compact");
        if (density == Settings.Density.COMPACT) {
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
            Node focused = scene.getFocusOwner();
            main.setCenter(shown);
            if (focused == null || focused.getScene() == null) {
                // Whoever works by keys goes on where he has gone.
                Focus.into(shown);
            }
        }
    }

    /**
     * Fields take the keys that take back for themselves. Where all is committed that was typed into one, they are for
     * the last edit.
     */
    private void stepPastText(KeyEvent event) {
        Node focused = scene.getFocusOwner();
        if (focused == null || !Committed.is(focused)) {
            return;
        }
        for (Action step : List.of(undo, redo)) {
            if (step.isMeant(event)) {
                step.run();
                event.consume();
            }
        }
    }
}
