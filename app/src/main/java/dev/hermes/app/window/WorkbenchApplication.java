package dev.hermes.app.window;

import dev.hermes.app.settings.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Opens the window. */
public final class WorkbenchApplication extends Application {

    /** What is to be waited for once the window is gone. */
    private static volatile @Nullable Workbench ended;

    private @Nullable Workbench workbench;

    /** Opens the window, on a workspace where one is named, and returns when it is closed and all is written. */
    public static void open(@Nullable Path folder) {
        Display.quieten();
        Preparation.begin();
        launch(WorkbenchApplication.class, folder == null ? new String[0] : new String[] {folder.toString()});
        Workbench last = ended;
        if (last != null) {
            last.awaitEnd();
        }
    }

    @Override
    public void start(Stage stage) {
        Workbench opened = new Workbench(SettingsFile.ofUser());
        workbench = opened;
        WindowPlace place = WindowPlace.of(stage, opened.model().settings().get().window());
        stage.setScene(opened.frame().scene());
        stage.getIcons().setAll(icons());
        stage.titleProperty().bind(opened.model().texts().text("window.title"));
        stage.show();
        List<String> named = getParameters().getRaw();
        if (!named.isEmpty()) {
            opened.model().open(Path.of(named.getFirst()));
        }
        stage.setOnHiding(_ -> opened.model().change(opened.model().settings().get().with(place.now())));
    }

    /** The same in several sizes, of which the desktop takes what it needs. */
    private static List<Image> icons() {
        return IntStream.of(16, 32, 48, 64, 128, 256).mapToObj(size -> "/dev/hermes/themes/icons/icon-" + size + ".png")
                .map(name -> Objects.requireNonNull(WorkbenchApplication.class.getResource(name), name)
                        .toExternalForm())
                .map(Image::new).toList();
    }

    /** The window is gone, and nobody is to see it hang: what was entered is written by those who have opened it. */
    @Override
    public void stop() {
        if (workbench != null) {
            workbench.end();
            ended = workbench;
        }
    }
}
