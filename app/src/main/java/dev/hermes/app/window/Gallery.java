package dev.hermes.app.window;

import dev.hermes.app.background.Background;
import dev.hermes.app.background.Job;
import dev.hermes.app.data.DataScreen;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Place;
import dev.hermes.app.indicators.IndicatorsScreen;
import dev.hermes.app.language.Language;
import dev.hermes.app.organisation.OrganisationScreen;
import dev.hermes.app.settings.Settings.Theme;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/**
 * Renders the screens to pictures, 1440 by 900, on JavaFX's headless platform: no display is needed. One at a time in a
 * process.
 */
public final class Gallery implements AutoCloseable {

    private static final List<Picture> PICTURES = List.of(
            new Picture("indicators", workbench -> workbench.model().place().set(Place.INDICATORS)),
            new Picture("indicator", workbench -> indicators(workbench).reveal("revenue")),
            new Picture("indicator-base", workbench -> indicators(workbench).reveal("hotelRevenue")),
            new Picture("indicator-team", workbench -> indicators(workbench).reveal("teamRevenue")),
            new Picture("indicator-parameter", workbench -> indicators(workbench).revealParameter("commission")),
            new Picture("indicator-scheme", workbench -> indicators(workbench).revealScheme("field-sales")),
            new Picture("indicator-connect", workbench -> {
                indicators(workbench).reveal("hotelRevenue");
                indicators(workbench).connect();
            }),
            new Picture("settings", workbench -> workbench.frame().showSettings()),
            new Picture("palette", workbench -> workbench.frame().showPalette()),
            new Picture("keys", workbench -> workbench.frame().showKeys()),
            new Picture("data", (workbench, _) -> data(workbench).reveal(null)),
            new Picture("data-import", (workbench, _) -> data(workbench).reveal("business")),
            new Picture("data-draft", (workbench, delivery) -> {
                data(workbench).reveal(null);
                data(workbench).take(delivery.data());
            }),
            new Picture("data-preview", (workbench, delivery) -> data(workbench).take(delivery.mapping())),
            new Picture("data-terms", (workbench, _) -> data(workbench).open("recordedOn")),
            new Picture("data-lookup", (workbench, _) -> data(workbench).open("channel")),
            new Picture("data-rejected", (workbench, _) -> {
                data(workbench).open(null);
                data(workbench).filter(true);
            }),
            new Picture("attributes", (workbench, _) -> data(workbench).find("grade")),
            new Picture("attributes-facts", (workbench, _) -> data(workbench).find("amount")),
            new Picture("attributes-new", (workbench, _) -> data(workbench).addAttribute()),
            new Picture("organisation", workbench -> workbench.model().place().set(Place.ORGANISATION)),
            new Picture("organisation-changes",
                    workbench -> organisation(workbench).compare(LocalDate.of(2026, 3, 31))),
            new Picture("organisation-person", workbench -> {
                organisation(workbench).compare(null);
                organisation(workbench).find("_D");
            }),
            new Picture("organisation-nobody", workbench -> organisation(workbench).find("?")));

    /** Of a workspace that has nothing yet. */
    private static final List<Picture> EMPTY = List.of(
            new Picture("empty-indicators", workbench -> workbench.model().place().set(Place.INDICATORS)),
            new Picture("empty-data", (workbench, _) -> data(workbench).reveal(null)),
            new Picture("empty-attributes", (workbench, _) -> data(workbench).find("")),
            new Picture("empty-organisation", workbench -> workbench.model().place().set(Place.ORGANISATION)));

    /** Of the delivery, once it was brought in. */
    private static final List<Picture> BROUGHT = List.of(
            new Picture("data-imported", (workbench, _) -> data(workbench).reveal(null)),
            new Picture("data-imported-rejected", (workbench, _) -> data(workbench).showRejected()));

    private final Path target;
    private final Path files;
    private final SampleDelivery delivery;
    private final Workbench workbench;
    private final Stage stage;
    private int taken;

    /** Makes of the screen's state what a picture is to show. */
    private record Picture(String name, BiConsumer<Workbench, SampleDelivery> state) {

        Picture(String name, Consumer<Workbench> state) {
            this(name, (workbench, _) -> state.accept(workbench));
        }
    }

    private Gallery(Path target) throws IOException {
        this.target = Files.createDirectories(target);
        files = Files.createTempDirectory("hermes-gallery");
        delivery = SampleDelivery.in(files);
        Offscreen.start();
        workbench = Offscreen.call(() -> new Workbench(new SettingsFile(files.resolve("settings.json"))));
        stage = Offscreen.call(() -> {
            Stage shown = new Stage();
            shown.setScene(workbench.frame().scene());
            shown.show();
            return shown;
        });
    }

    private static DataScreen data(Workbench workbench) {
        return (DataScreen) workbench.model().screen(Place.DATA);
    }

    private static OrganisationScreen organisation(Workbench workbench) {
        return (OrganisationScreen) workbench.model().screen(Place.ORGANISATION);
    }

    private static IndicatorsScreen indicators(Workbench workbench) {
        return (IndicatorsScreen) workbench.model().screen(Place.INDICATORS);
    }

    /**
     * Renders every screen and its important states, light and dark, English and Chinese.
     *
     * @return how many pictures there are
     */
    public static int render(Path workspace, Path target) {
        try (Gallery gallery = new Gallery(target)) {
            gallery.each(new Picture("welcome", _ -> {
                // No workspace is open yet.
            }));
            gallery.open(workspace);
            gallery.each(PICTURES);
            gallery.busy();
            Path empty = gallery.files.resolve("empty");
            Workspace.create(empty).close();
            gallery.open(empty);
            gallery.each(EMPTY);
            gallery.bring();
            gallery.each(BROUGHT);
            return gallery.taken;
        } catch (IOException e) {
            throw new UncheckedIOException("The pictures cannot be written to " + target + ".", e);
        }
    }

    /**
     * Renders one picture of each screen.
     *
     * @return how many pictures there are
     */
    public static int glance(Path workspace, Path target) {
        try (Gallery gallery = new Gallery(target)) {
            gallery.open(workspace);
            for (Picture picture : PICTURES) {
                gallery.take(picture, Theme.LIGHT, Language.ENGLISH);
            }
            return gallery.taken;
        } catch (IOException e) {
            throw new UncheckedIOException("The pictures cannot be written to " + target + ".", e);
        }
    }

    private void open(Path workspace) {
        Offscreen.run(() -> workbench.model().open(workspace));
        Offscreen.calm(workbench.model().background());
    }

    /** Takes pictures while work goes on, half of it done. */
    private void busy() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        Background background = workbench.model().background();
        Job job = Offscreen.call(() -> background.run("…", running -> {
            running.report(1, 2);
            over.await();
            return running;
        }, _ -> {
            // It was there to be seen.
        }, workbench.model()::tell));
        Offscreen.until(() -> job.progress().get() > 0);
        for (Theme theme : Theme.values()) {
            for (Language language : Language.values()) {
                Offscreen.run(() -> choose(theme, language));
                Offscreen.until(() -> background.jobs().size() == 1);
                snap("busy", theme, language);
            }
        }
        over.countDown();
        Offscreen.calm(background);
    }

    /** Brings the delivery in, where nothing was before. */
    private void bring() {
        FrameModel model = workbench.model();
        Offscreen.run(() -> {
            SampleDelivery.prepare(Objects.requireNonNull(model.workspace().get()));
            data(workbench).reveal(null);
            data(workbench).take(delivery.mapping());
        });
        Offscreen.calm(model.background());
        Offscreen.run(() -> {
            data(workbench).filter(false);
            data(workbench).bring();
        });
        Offscreen.calm(model.background());
        // What was said of it is in the language that held then.
        Offscreen.run(model.toasts()::clear);
    }

    private void each(List<Picture> pictures) throws IOException {
        for (Picture picture : pictures) {
            each(picture);
        }
    }

    private void each(Picture picture) throws IOException {
        for (Theme theme : Theme.values()) {
            for (Language language : Language.values()) {
                take(picture, theme, language);
            }
        }
    }

    private void take(Picture picture, Theme theme, Language language) throws IOException {
        Offscreen.run(() -> {
            choose(theme, language);
            picture.state().accept(workbench, delivery);
        });
        Offscreen.calm(workbench.model().background());
        snap(picture.name(), theme, language);
        Offscreen.run(workbench.frame()::hideOverlays);
    }

    private void choose(Theme theme, Language language) {
        FrameModel model = workbench.model();
        model.change(model.settings().get().with(theme).with(language));
    }

    private void snap(String name, Theme theme, Language language) throws IOException {
        WritableImage image = Offscreen.call(() -> workbench.frame().scene().snapshot(null));
        Png.write(image,
                target.resolve(name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + language.tag() + ".png"));
        taken++;
    }

    @Override
    public void close() throws IOException {
        Offscreen.run(() -> {
            stage.hide();
            workbench.close();
        });
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
