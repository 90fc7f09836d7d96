package dev.hermes.app.frame;

import dev.hermes.app.background.Background;
import dev.hermes.app.language.Texts;
import dev.hermes.model.DocumentKind;
import dev.hermes.workspace.DocumentChange;
import dev.hermes.workspace.Documents;
import dev.hermes.workspace.Operation;
import dev.hermes.workspace.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The edits of the documents of the open workspace, whichever screen makes them: one after the other, to be taken back
 * and made again one after the other. Of the screen's thread.
 */
public final class DocumentSteps {

    private static final Documents.Steps NONE = new Documents.Steps(0, 0, null, null);

    private final FrameModel frame;
    private final Background background;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Documents.Steps> steps = new ReadOnlyObjectWrapper<>(NONE);
    /** Edits that are not made yet. */
    private int waiting;
    private @Nullable Toast said;

    /** What an edit makes of the documents. Not for the screen's thread. */
    @FunctionalInterface
    public interface Edit<T> {
        T make(Workspace of) throws Exception;
    }

    /** What was made, and what can be taken back then. */
    private record Made<T>(T made, Documents.Steps steps) {}

    DocumentSteps(FrameModel frame) {
        this.frame = frame;
        background = frame.background();
        texts = frame.texts();
    }

    /** What can be taken back and made again. */
    public ReadOnlyObjectProperty<Documents.Steps> steps() {
        return steps.getReadOnlyProperty();
    }

    /** Whether edits are under way, so that the documents do not say yet what was entered last. */
    public boolean isEditing() {
        return waiting > 0;
    }

    /**
     * Edits documents, after all edits that were begun before.
     *
     * @param done
     *            takes what was made, where the workspace is still open
     * @param failed
     *            takes why nothing was changed
     */
    public <T> void edit(String title, Edit<T> edit, Consumer<T> done, Consumer<Throwable> failed) {
        Workspace of = frame.workspace().get();
        if (of == null) {
            return;
        }
        frame.edited();
        waiting++;
        background.edit(title, _ -> {
            T made = edit.make(of);
            return new Made<>(made, of.documents().steps());
        }, made -> {
            waiting--;
            if (of.equals(frame.workspace().get())) {
                steps.set(made.steps());
                done.accept(made.made());
            }
        }, problem -> {
            waiting--;
            if (of.equals(frame.workspace().get())) {
                failed.accept(problem);
            } else {
                frame.tell(problem);
            }
        });
    }

    /** Says what the edit did that was made last, and offers to take that back and nothing else. */
    public void say(String text) {
        Workspace of = frame.workspace().get();
        Operation last = steps.get().undo();
        frame.toast(text, of == null || last == null || isEditing() ? null : () -> takeBack(of, last));
    }

    private void takeBack(Workspace of, Operation edit) {
        if (of.equals(frame.workspace().get())) {
            step(texts.get("job.undo"), "steps.undone.", Documents.Steps::undo,
                    documents -> isNext(documents.steps(), edit) ? documents.undo() : List.of());
        }
    }

    private static boolean isNext(Documents.Steps steps, Operation edit) {
        Operation next = steps.undo();
        return next != null && next.id().equals(edit.id());
    }

    /** Takes the last edit back, whichever screen made it. */
    public void undo() {
        step(texts.get("job.undo"), "steps.undone.", Documents.Steps::undo, Documents::undo);
    }

    /** Makes the edit again that was taken back last. */
    public void redo() {
        step(texts.get("job.redo"), "steps.redone.", Documents.Steps::redo, Documents::redo);
    }

    /** A step, and what it was about. */
    private record Stepped(List<DocumentChange> changes, @Nullable Operation edit) {}

    private void step(String title, String key, Function<Documents.Steps, @Nullable Operation> next,
            Function<Documents, List<DocumentChange>> step) {
        edit(title, of -> {
            Operation edit = next.apply(of.documents().steps());
            return new Stepped(step.apply(of.documents()), edit);
        }, stepped -> {
            if (stepped.changes().isEmpty()) {
                sayOnce(texts.get("steps.nothing"));
            } else {
                sayOnce(done(key, stepped));
            }
            if (!isEditing()) {
                frame.screen(frame.place().get()).model().refresh();
            }
        }, frame::tell);
    }

    private String done(String key, Stepped stepped) {
        String what = named(stepped.changes());
        Place there = place(stepped.changes());
        return there == null || there == frame.place().get()
                ? texts.get(key + "here", what)
                : texts.get(key + "elsewhere", what, texts.get(there.key()));
    }

    /** In the place of what was said of the step before. */
    private void sayOnce(String text) {
        frame.toasts().remove(said);
        frame.toast(text, null);
        said = frame.toasts().getLast();
    }

    /** Reads what can be taken back, which another program may have changed. */
    void refresh() {
        Workspace of = frame.workspace().get();
        if (of == null) {
            steps.set(NONE);
        } else {
            background.edit(texts.get("job.steps"), _ -> of.documents().steps(), read -> {
                if (of.equals(frame.workspace().get())) {
                    steps.set(read);
                }
            }, frame::tell);
        }
    }

    /** What would be taken back, in the user's words; just what that is called where there is nothing. */
    public ObservableValue<String> undoText() {
        return Bindings.createStringBinding(() -> text("steps.undo.", steps.get().undo()), steps, texts.wording());
    }

    /** As {@link #undoText}, for what would be made again. */
    public ObservableValue<String> redoText() {
        return Bindings.createStringBinding(() -> text("steps.redo.", steps.get().redo()), steps, texts.wording());
    }

    private String text(String key, @Nullable Operation edit) {
        return edit == null ? texts.get(key + "none") : texts.get(key + "next", named(edit.changes()));
    }

    /** What changes are about: its first document, and how many others. */
    private String named(List<DocumentChange> changes) {
        List<DocumentChange> about = about(changes);
        DocumentChange first = about.getFirst();
        String name = texts.get("steps.kind." + first.kind().word(), first.code());
        return about.size() == 1 ? name : texts.get("steps.more", name, about.size() - 1);
    }

    /** Where cards lie counts only where nothing else was changed; a mapping stands for the dataset that it fills. */
    private static List<DocumentChange> about(List<DocumentChange> changes) {
        List<DocumentChange> about = changes.stream().filter(one -> one.kind() != DocumentKind.LAYOUT)
                .filter(one -> one.outcome() != DocumentChange.Outcome.UNCHANGED)
                .sorted(Comparator.comparing((DocumentChange one) -> one.kind() != DocumentKind.MAPPING)).toList();
        return about.isEmpty() ? changes : about;
    }

    /** The screen on which changes are seen; null where none shows them. */
    private static @Nullable Place place(List<DocumentChange> changes) {
        return switch (about(changes).getFirst().kind()) {
            case INDICATOR, LAYOUT -> Place.INDICATORS;
            case MAPPING, DATASET, DATED_VALUE -> Place.DATA;
            case CALENDAR, PARAMETER, POPULATION, RATE_TABLE, RULE_TABLE, SCHEME -> null;
        };
    }
}
