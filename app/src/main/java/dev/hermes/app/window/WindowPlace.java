package dev.hermes.app.window;

import dev.hermes.app.settings.Settings;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Where a window is: put where it was the last time, as far as it can be seen there, and known when it closes. */
final class WindowPlace {

    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 600;
    /** So much of a window's title must be on a screen, or nobody could seize it. */
    private static final double SEEN = 80;

    private final Stage stage;
    /** Where it is while it is not maximised. */
    private Settings.@Nullable Window usual;

    private WindowPlace(Stage stage, Settings.@Nullable Window usual) {
        this.stage = stage;
        this.usual = usual;
    }

    /** Puts a window where it was, and follows where it goes. */
    static WindowPlace of(Stage stage, Settings.@Nullable Window saved) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        Settings.Window shown = saved == null
                ? null
                : onScreen(saved, Screen.getScreens().stream().map(Screen::getVisualBounds).toList());
        if (shown != null) {
            stage.setX(shown.x());
            stage.setY(shown.y());
            stage.setWidth(shown.width());
            stage.setHeight(shown.height());
            stage.setMaximized(shown.maximized());
        }
        WindowPlace place = new WindowPlace(stage, shown);
        stage.xProperty().addListener((_, _, _) -> place.follow());
        stage.yProperty().addListener((_, _, _) -> place.follow());
        stage.widthProperty().addListener((_, _, _) -> place.follow());
        stage.heightProperty().addListener((_, _, _) -> place.follow());
        return place;
    }

    /** A window may change its size before it says that it is maximised. */
    private void follow() {
        Platform.runLater(() -> {
            if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
                usual = new Settings.Window(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
            }
        });
    }

    /** Where it is to be the next time. */
    Settings.Window now() {
        Settings.Window known = usual == null
                ? new Settings.Window(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false)
                : usual;
        return new Settings.Window(known.x(), known.y(), known.width(), known.height(), stage.isMaximized());
    }

    /**
     * A place as it was kept, or one on the first screen where that cannot be seen any more: a screen may have been
     * unplugged.
     *
     * @param screens
     *            what can be seen, the main one first; not empty
     */
    static Settings.Window onScreen(Settings.Window saved, List<Rectangle2D> screens) {
        boolean isSeen = screens.stream().anyMatch(screen -> saved.y() >= screen.getMinY()
                && saved.y() + SEEN <= screen.getMaxY() && saved.x() + SEEN <= screen.getMaxX()
                && saved.x() + saved.width() - SEEN >= screen.getMinX());
        if (isSeen) {
            return saved;
        }
        Rectangle2D first = screens.getFirst();
        double width = Math.min(saved.width(), first.getWidth());
        double height = Math.min(saved.height(), first.getHeight());
        return new Settings.Window(first.getMinX() + (first.getWidth() - width) / 2,
                first.getMinY() + (first.getHeight() - height) / 2, width, height, saved.maximized());
    }
}
