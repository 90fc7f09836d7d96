package dev.hermes.app.frame;

import dev.hermes.app.background.Background;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.language.Language;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.settings.Settings;
import dev.hermes.app.settings.SettingsFile;
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the window shows: the workspace that is open, the screen at hand, messages. Of the screen's thread. */
public final class FrameModel implements AutoCloseable {

    private static final int MOST_TOASTS = 3;

    private final SettingsFile file;
    private final ObjectProperty<Settings> settings;
    private final Texts texts;
    private final Background background = new Background();
    private final DocumentSteps steps;
    private final BooleanProperty choosing = new SimpleBooleanProperty();
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final ReadOnlyObjectWrapper<@Nullable Workspace> workspace = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.INDICATORS);
    private final ObservableList<Toast> toasts = FXCollections.observableArrayList();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Overview> overview = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable PayPeriod> period = new SimpleObjectProperty<>();

    public FrameModel(SettingsFile file) {
        this.file = file;
        settings = new SimpleObjectProperty<>(read());
        texts = new Texts(settings.get().wording());
        steps = new DocumentSteps(this);
        place.addListener((_, _, now) -> {
            steps.refresh();
            screen(now).model().refresh();
        });
    }

    private Settings read() {
        try {
            return file.read();
        } catch (UnusableFileException damaged) {
            problems.add(Problem.of(damaged));
            return Settings.initial();
        }
    }

    public Texts texts() {
        return texts;
    }

    public Background background() {
        return background;
    }

    /** The edits of documents, whichever screen makes them. */
    public DocumentSteps steps() {
        return steps;
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings;
    }

    /** Takes new settings and keeps them. */
    public void change(Settings chosen) {
        if (chosen.equals(settings.get())) {
            return;
        }
        settings.set(chosen);
        texts.wording().set(chosen.wording());
        background.edit(texts.get("job.settings"), _ -> {
            file.write(chosen);
            return chosen;
        }, _ -> {
            // It is on disk, which is all that was wanted.
        }, this::tell);
    }

    /** Goes to the next language. */
    public void switchLanguage() {
        change(settings.get().with(settings.get().language().next()));
    }

    public void switchTheme() {
        change(settings.get().with(
                settings.get().theme() == Settings.Theme.LIGHT ? Settings.Theme.DARK : Settings.Theme.LIGHT));
    }

    void switchDensity() {
        change(settings.get().with(settings.get().density() == Settings.Density.COMPACT
                ? Settings.Density.COMFORTABLE
                : Settings.Density.COMPACT));
    }

    /** Whether the user is choosing settings. */
    BooleanProperty choosing() {
        return choosing;
    }

    /** Adds a screen; before any workspace is open. */
    public void add(Screen screen) {
        screens.put(screen.place(), screen);
    }

    public List<Screen> screens() {
        return List.copyOf(screens.values());
    }

    public Screen screen(Place of) {
        Screen screen = screens.get(of);
        if (screen == null) {
            throw new IllegalArgumentException("There is no screen " + of + ".");
        }
        return screen;
    }

    public ObjectProperty<Place> place() {
        return place;
    }

    /** The workspace that is open; null where none is. */
    public ReadOnlyObjectProperty<@Nullable Workspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    /** What the workspace holds; null while that is not known. */
    ReadOnlyObjectProperty<@Nullable Overview> overview() {
        return overview.getReadOnlyProperty();
    }

    /** Rows were brought in: what was shown of them is no longer so. */
    public void rowsChanged() {
        screens.values().forEach(screen -> screen.model().rowsChanged());
        lookAtWhole();
    }

    private void lookAtWhole() {
        Workspace of = workspace.get();
        if (of != null) {
            background.edit(texts.get("job.overview"), _ -> Overview.of(of), found -> {
                if (of.equals(workspace.get())) {
                    show(found);
                }
            }, this::tell);
        }
    }

    private void show(Overview found) {
        overview.set(found);
        PayPeriod now = period.get();
        period.set(found.periods().all().stream().filter(known -> now != null && known.calendar().equals(now.calendar())
                && known.period().equals(now.period())).findFirst().orElse(found.periods().usual()));
    }

    /** The period that figures are of; null while none is known. */
    public ObjectProperty<@Nullable PayPeriod> period() {
        return period;
    }

    /** The periods that can be looked at, the latest first. */
    List<PayPeriod> periods() {
        Overview known = overview.get();
        return known == null ? List.of() : known.periods().all();
    }

    /** Opens a workspace in the place of the one that is open, which stays where it cannot be. */
    public void open(Path folder) {
        background.edit(texts.get("job.opening", folder.getFileName()), _ -> {
            Workspace opened = new WorkspaceFolder(folder).open();
            return new Opened(opened, opened.openBy());
        }, found -> {
            enter(found.workspace());
            found.by().stream().findFirst()
                    .ifPresent(other -> toast(texts.get("top.alsoOpen", texts.say(other)), null));
        }, this::tell);
    }

    /** A workspace, and by whom else it is open. */
    private record Opened(Workspace workspace, List<Message> by) {}

    /** Shows a workspace, which it closes in the end, in the place of the one that is open. */
    public void enter(Workspace opened) {
        leave();
        workspace.set(opened);
        change(settings.get().withOpened(opened.folder().toAbsolutePath().toString()));
        steps.refresh();
        screens.values().forEach(screen -> screen.model().enter(opened));
        lookAtWhole();
    }

    private void leave() {
        Workspace before = workspace.get();
        if (before != null) {
            screens.values().forEach(screen -> screen.model().leave());
            overview.set(null);
            period.set(null);
            workspace.set(null);
            steps.refresh();
            // What they offer to take back is of this workspace.
            edited();
            // Also after what is still being brought in.
            background.conclude(texts.get("job.closing"), _ -> {
                before.close();
                return before;
            }, _ -> {
                // Nobody waits for it.
            }, this::tell);
        }
    }

    /** Messages that go away, the oldest first. */
    public ObservableList<Toast> toasts() {
        return toasts;
    }

    public void toast(String text, @Nullable Runnable undo) {
        if (toasts.size() == MOST_TOASTS) {
            toasts.removeFirst();
        }
        toasts.add(new Toast(text, undo));
    }

    /** Somebody edits: what toasts offered to take back is no longer the last thing that was done. */
    public void edited() {
        toasts.removeIf(toast -> toast.undo() != null);
    }

    /** What could not be done and was not put away yet, the oldest first. */
    public ObservableList<Problem> problems() {
        return problems;
    }

    /** Tells of what could not be done; not of what was cancelled: who cancels it knows. */
    public void tell(Throwable thrown) {
        if (thrown instanceof CancellationException) {
            return;
        }
        Problem problem = Problem.of(thrown);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** Closes the workspace after all edits that were begun, and takes no more work; waits for nothing. */
    public void end() {
        leave();
        background.end();
    }

    /** {@linkplain #end Ends}, and waits until all is written. */
    @Override
    public void close() {
        end();
        background.awaitEnd();
    }
}
