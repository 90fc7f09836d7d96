package dev.hermes.app.data;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The sources of the workspace, what they have brought in, and which of them is looked at. Of the screen's thread. */
final class SourcesModel {

    private final FrameModel frame;
    private final Openings openings = new Openings();
    private final ReadOnlyObjectWrapper<Inventory> inventory = new ReadOnlyObjectWrapper<>(Inventory.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable String> source = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Imports.@Nullable Import> shown = new ReadOnlyObjectWrapper<>();
    private @Nullable Workspace workspace;
    private Runnable settling = () -> {
        // Nobody is typing.
    };

    SourcesModel(FrameModel frame) {
        this.frame = frame;
    }

    /** The workspace that is looked at; null where none is. */
    @Nullable
    Workspace workspace() {
        return workspace;
    }

    ReadOnlyObjectProperty<Inventory> inventory() {
        return inventory.getReadOnlyProperty();
    }

    /** What was opened or drafted. */
    Openings openings() {
        return openings;
    }

    /** The code of the source that is looked at; null for all of them. */
    ReadOnlyObjectProperty<@Nullable String> source() {
        return source.getReadOnlyProperty();
    }

    Optional<Source> chosen() {
        String code = source.get();
        return code == null ? Optional.empty() : inventory.get().source(code);
    }

    /** The imports of the chosen source, or all, the latest first. */
    List<Imports.Import> history() {
        String code = source.get();
        return code == null ? inventory.get().history() : inventory.get().history(code);
    }

    /** The import whose figures are shown; null where there is none. */
    ReadOnlyObjectProperty<Imports.@Nullable Import> shown() {
        return shown.getReadOnlyProperty();
    }

    /** The codes of all sources. */
    Set<String> codes() {
        return inventory.get().sources().stream().map(Source::code).collect(Collectors.toSet());
    }

    /** Whether a draft cannot have a code: its imports would take the place of what another source has brought in. */
    boolean isTaken(String code) {
        return inventory.get().source(code)
                .filter(one -> !code.equals(source.get()) || one.mapping().isPresent()).isPresent();
    }

    void enter(Workspace entered) {
        workspace = entered;
        openings.enter(entered.folder());
        read();
    }

    void leave() {
        settle();
        workspace = null;
        inventory.set(Inventory.EMPTY);
        source.set(null);
        shown.set(null);
    }

    /** Reads what is there. */
    void read() {
        Workspace of = workspace;
        if (of != null) {
            Inventory.Known known = openings.known();
            frame.background().edit(frame.texts().get("job.sources"), _ -> Inventory.of(of, known),
                    read -> show(of, read), frame::tell);
        }
    }

    /** Shows what was read, unless another workspace is looked at. */
    void show(Workspace of, Inventory read) {
        if (of.equals(workspace)) {
            Imports.Import before = shown.get();
            inventory.set(read);
            if (before == null || !history().contains(before)) {
                show(history().stream().findFirst().orElse(null));
            }
            if (source.get() != null && chosen().isEmpty()) {
                choose(null);
            }
        }
    }

    /** Shows the figures of an import; null: of none. */
    void show(Imports.@Nullable Import of) {
        shown.set(of);
    }

    /** Looks at a source; null: at all of them. */
    void choose(@Nullable String code) {
        if (!Objects.equals(code, source.get())) {
            settle();
            source.set(code);
            show(history().stream().findFirst().orElse(null));
        }
    }

    /** Says how what is being typed is entered, where it is typed for. */
    void onSettle(Runnable enter) {
        settling = enter;
    }

    /** Enters what is being typed: something else is to be shown in the place of what it is typed for. */
    void settle() {
        settling.run();
    }
}
