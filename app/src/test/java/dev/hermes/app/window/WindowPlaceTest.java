package dev.hermes.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.settings.Settings;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {

    private static final Rectangle2D MAIN = new Rectangle2D(0, 0, 1920, 1040);
    private static final Rectangle2D LEFT = new Rectangle2D(-1600, 0, 1600, 900);

    private static Settings.Window at(double x, double y) {
        return new Settings.Window(x, y, 1440, 900, false);
    }

    @Test
    void aWindowComesBackWhereItWas() {
        assertThat(WindowPlace.onScreen(at(100, 50), List.of(MAIN))).isEqualTo(at(100, 50));
        assertThat(WindowPlace.onScreen(at(-1500, 0), List.of(MAIN, LEFT))).isEqualTo(at(-1500, 0));
    }

    @Test
    void aWindowOnAScreenThatIsGoneComesToTheMainOne() {
        assertThat(WindowPlace.onScreen(at(-1500, 0), List.of(MAIN))).isEqualTo(at(240, 70));
        assertThat(WindowPlace.onScreen(at(100, 1020), List.of(MAIN))).as("its title cannot be seized")
                .isEqualTo(at(240, 70));
        assertThat(WindowPlace.onScreen(new Settings.Window(5000, 0, 3000, 2000, true), List.of(MAIN)))
                .as("it is no larger than the screen").isEqualTo(new Settings.Window(0, 0, 1920, 1040, true));
    }

    @Test
    void theSizeOfAMaximisedWindowIsNotItsUsualOne() {
        Offscreen.start();
        Stage stage = Offscreen.call(Stage::new);
        WindowPlace place = Offscreen.call(() -> WindowPlace.of(stage, new Settings.Window(10, 10, 980, 640, false)));
        Offscreen.run(() -> {
            stage.show();
            stage.setWidth(970);
        });
        Offscreen.until(() -> place.now().width() == 970);
        Offscreen.run(() -> {
            stage.setMaximized(true);
        });
        Offscreen.until(stage::isMaximized);
        Settings.Window kept = Offscreen.call(place::now);
        Offscreen.run(stage::hide);

        assertThat(kept).isEqualTo(new Settings.Window(10, 10, 970, 640, true));
    }
}
