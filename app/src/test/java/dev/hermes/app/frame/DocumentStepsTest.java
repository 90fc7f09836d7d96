package dev.hermes.app.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.app.language.Language;
import dev.hermes.app.language.Numbers;
import dev.hermes.app.language.Wording;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.app.window.Offscreen;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of two workspaces, of which one is open after the other. */
class DocumentStepsTest {

    @TempDir
    Path folder;

    private FrameModel frame;
    private DocumentSteps steps;
    private Workspace first;
    private final AtomicInteger refreshed = new AtomicInteger();

    @BeforeEach
    void open() {
        Offscreen.start();
        frame = Offscreen.call(() -> new FrameModel(new SettingsFile(folder.resolve("settings.json"))));
        steps = frame.steps();
        first = Workspace.create(folder.resolve("first"));
        after(() -> {
            frame.texts().wording().set(new Wording(Language.ENGLISH, Numbers.USUAL));
            frame.add(new Counting());
            frame.enter(first);
        });
        refreshed.set(0);
    }

    @AfterEach
    void close() {
        Offscreen.run(frame::close);
    }

    private final class Counting implements Screen, ScreenModel {

        @Override
        public Place place() {
            return Place.INDICATORS;
        }

        @Override
        public Node view() {
            return new Region();
        }

        @Override
        public ScreenModel model() {
            return this;
        }

        @Override
        public void enter(Workspace workspace) {
            // It shows nothing.
        }

        @Override
        public void leave() {
            // It shows nothing.
        }

        @Override
        public void refresh() {
            refreshed.incrementAndGet();
        }
    }

    private void after(Runnable action) {
        Offscreen.run(action);
        Offscreen.calm(frame.background());
    }

    private void calendar(String code) {
        after(() -> edit(code));
    }

    private void edit(String code) {
        steps.edit("calendar", of -> of.documents().apply(List.of(DocumentFile.read(code + ".yaml",
                "hermes: 1\nkind: calendar\ncode: " + code + "\nperiods: months\n"))), _ -> steps.say(code),
                frame::tell);
    }

    private List<String> calendars(Workspace of) {
        return of.documents().library().calendars().stream().map(calendar -> calendar.code()).toList();
    }

    private List<String> toasts() {
        return Offscreen.call(() -> frame.toasts().stream().map(Toast::text).toList());
    }

    private Runnable undoOf(String text) {
        return Offscreen.call(() -> Objects.requireNonNull(frame.toasts().stream()
                .filter(toast -> toast.text().equals(text)).findFirst().orElseThrow().undo(), text));
    }

    @Test
    void stepsAreTakenBackAndMadeAgainByName() {
        calendar("months");
        assertThat(Offscreen.call(() -> steps.undoText().getValue())).isEqualTo("Undo: calendar months");
        assertThat(Offscreen.call(() -> steps.redoText().getValue())).isEqualTo("Redo");

        after(steps::undo);
        assertThat(calendars(first)).isEmpty();
        assertThat(toasts()).containsExactly("Undone: calendar months");
        assertThat(refreshed).hasValue(1);
        Offscreen.run(() -> frame.texts().wording().set(new Wording(Language.CHINESE, Numbers.USUAL)));
        assertThat(Offscreen.call(() -> steps.redoText().getValue())).isEqualTo("重做：日历 months");

        after(steps::redo);
        assertThat(calendars(first)).containsExactly("months");
    }

    @Test
    void whatIsSeenOnAnotherScreenIsSaidToBeThere() {
        after(() -> steps.edit("mapping", of -> of.documents().apply(List.of(DocumentFile.read("shop.yaml", """
                hermes: 1
                kind: mapping
                code: shop
                file: people.csv
                into: persons
                fields: {person: id, name: id}
                """))), _ -> steps.say("kept"), frame::tell));
        after(steps::undo);

        assertThat(toasts()).containsExactly("Undone on the screen Data: mapping shop");
    }

    @Test
    void aToastTakesBackTheEditThatItTellsOfAndNoOther() {
        calendar("months");
        Runnable undo = undoOf("months");
        first.documents().apply(List.of(DocumentFile.read("weeks.yaml",
                "hermes: 1\nkind: calendar\ncode: weeks\nperiods: months\n")));
        after(undo);

        assertThat(calendars(first)).as("another program has made an edit since").contains("months", "weeks");
    }

    @Test
    void whatAToastOffersToTakeBackStaysInItsWorkspace() {
        calendar("months");
        Runnable undo = undoOf("months");
        Workspace second = Workspace.create(folder.resolve("second"));
        after(() -> frame.enter(second));
        assertThat(toasts()).isEmpty();

        calendar("weeks");
        after(undo);
        assertThat(calendars(second)).containsExactly("weeks");
    }

    @Test
    void nothingIsSaidToBeDoneThatWasNot() {
        after(() -> steps.edit("nothing", _ -> {
            throw new IllegalStateException("no");
        }, _ -> steps.say("done"), frame::tell));

        assertThat(toasts()).isEmpty();
        assertThat(Offscreen.call(() -> frame.problems().size())).isEqualTo(1);
        assertThat(Offscreen.call(steps::isEditing)).isFalse();
    }

    @Test
    void editsThatWaitAreMadeThoughTheWorkspaceIsClosed() {
        Offscreen.run(() -> {
            edit("months");
            edit("weeks");
            frame.end();
        });
        frame.background().awaitEnd();

        try (Workspace again = Workspace.open(folder.resolve("first"))) {
            assertThat(calendars(again)).containsExactlyInAnyOrder("months", "weeks");
        }
    }

    @Test
    void faultsAreSaidPlainlyAndCancellationsNotAtAll() {
        Offscreen.run(() -> {
            frame.tell(new CancellationException("cancelled"));
            frame.tell(new IllegalStateException("Index 5 out of bounds"));
        });

        assertThat(frame.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).startsWith("FAULT-");
            assertThat(problem.text(frame.texts())).startsWith("This is a fault of Hermes")
                    .doesNotContain("Exception");
            assertThat(problem.details()).contains("Index 5 out of bounds", "hermes ");
        });
    }
}
