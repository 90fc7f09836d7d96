package dev.hermes.app.data;

import dev.hermes.app.background.Background;
import dev.hermes.app.background.Job;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.language.Texts;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportSummary;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Imports, and searches for rejected rows, one at a time; remembers what they have told. Of the screen's thread. */
final class DeliveryModel {

    private final FrameModel frame;
    private final Texts texts;
    private final DataWords words;
    private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
    /** The imports that were made here. */
    private final Set<Long> told = new HashSet<>();
    /** The file that rejected rows were written to last, by source. */
    private final Map<String, Path> rejects = new HashMap<>();
    private int workspaces;

    DeliveryModel(FrameModel frame, DataWords words) {
        this.frame = frame;
        texts = frame.texts();
        this.words = words;
    }

    /** What is going on; null where nothing is. */
    ReadOnlyObjectProperty<@Nullable Job> job() {
        return job.getReadOnlyProperty();
    }

    /** Whether an import was made here. */
    boolean hasTold(Imports.Import made) {
        return told.contains(made.id());
    }

    /** The file that rejected rows of a source were written to last; empty where none was. */
    Optional<Path> rejects(String source) {
        return Optional.ofNullable(rejects.get(source));
    }

    /** Another workspace is next: what was told of this one, and what is still going on in it, no longer counts. */
    void forget() {
        workspaces++;
        told.clear();
        rejects.clear();
    }

    /** What an import did, and what is there since. */
    private record Brought(ImportSummary summary, Inventory inventory) {}

    /**
     * Brings a file in, without the rows that are not as they should be.
     *
     * @param after
     *            reads what is there then; not on the screen's thread
     * @param done
     *            takes the import and what was read
     * @param undo
     *            takes the import back
     */
    void bring(Workspace of, Source as, Given data, Supplier<Inventory> after,
            BiConsumer<Imports.Import, Inventory> done, Consumer<Imports.Import> undo) {
        deliver(texts.get("job.import", data.name(texts)),
                running -> new Brought(Delivering.bring(of, as, data, running), after.get()), brought -> {
                    ImportSummary summary = brought.summary();
                    Imports.Import made = brought.inventory().history(summary.mapping()).stream().findFirst()
                            .orElse(null);
                    if (made != null) {
                        if (summary.since() == null) {
                            told.add(made.id());
                        }
                        done.accept(made, brought.inventory());
                    }
                    boolean canUndo = made != null && summary.since() == null
                            && brought.inventory().last().getOrDefault(made.id(), false);
                    frame.toast(said(summary), canUndo && made != null ? () -> undo.accept(made) : null);
                    if (summary.since() == null) {
                        frame.rowsChanged();
                    }
                });
    }

    private String said(ImportSummary summary) {
        if (summary.since() != null) {
            return texts.get("data.unchanged", words.moment(summary.since()));
        }
        return summary.rejected() == 0
                ? texts.get("data.brought", summary.accepted(), summary.replaced())
                : texts.get("data.broughtSome", summary.accepted(), summary.rejected());
    }

    /** What came of an import that was taken back, and what is there since. */
    private record Returned(Imports.TakenBack rows, Inventory inventory) {}

    /**
     * Takes an import back.
     *
     * @param after
     *            as in {@link #bring}
     * @param done
     *            takes what was read
     */
    void takeBack(Workspace of, Imports.Import made, Supplier<Inventory> after, Consumer<Inventory> done) {
        deliver(texts.get("job.takeBack", made.mapping()),
                _ -> new Returned(of.imports().takeBack(made.id()), after.get()), returned -> {
                    done.accept(returned.inventory());
                    frame.toast(texts.get("data.takenBack", returned.rows().gone(), returned.rows().back()), null);
                    frame.rowsChanged();
                });
    }

    /** What mended rows did, and what is there since. */
    private record Joined(Delivering.Mended mended, Inventory inventory) {}

    /**
     * Brings mended rows in, which join those of an import.
     *
     * @param joined
     *            what its source has brought in last
     * @param after
     *            as in {@link #bring}
     * @param done
     *            takes the import as it is then, and what was read
     */
    void mend(Workspace of, Source as, Imports.Import joined, Path mended, Supplier<Inventory> after,
            BiConsumer<Imports.Import, Inventory> done) {
        deliver(texts.get("job.mend", mended.getFileName()), running -> new Joined(
                Delivering.mend(of, as, Path.of(joined.file()), mended, running), after.get()), made -> {
                    ImportSummary summary = made.mended().summary();
                    made.inventory().history(summary.mapping()).stream().filter(one -> one.id() == joined.id())
                            .findFirst().ifPresent(now -> done.accept(now, made.inventory()));
                    tell(as, made.mended());
                    frame.rowsChanged();
                });
    }

    private void tell(Source as, Delivering.Mended mended) {
        ImportSummary summary = mended.summary();
        Path again = mended.rejects();
        if (again != null) {
            rejects.put(as.code(), again);
            frame.toast(texts.get("data.mendedSome", summary.accepted(), summary.rejected(), again.getFileName()),
                    null);
        } else {
            frame.toast(summary.rejected() == 0
                    ? texts.get("data.mended", summary.accepted())
                    : texts.get("data.broughtSome", summary.accepted(), summary.rejected()), null);
        }
        if (mended.unwritten() != null) {
            frame.tell(mended.unwritten());
        }
    }

    /** Writes the rows of a file that would be rejected to another file, with the reasons. */
    void reject(Workspace of, Source as, Given data, Path target) {
        deliver(texts.get("job.reject", data.name(texts)),
                running -> Delivering.check(of, as, data, target, running),
                summary -> {
                    if (summary.rejected() > 0) {
                        rejects.put(as.code(), target);
                    }
                    frame.toast(summary.rejected() == 0
                            ? texts.get("data.nothingRejected", summary.read())
                            : texts.get("data.rejectsWritten", summary.rejected(), target.getFileName()), null);
                });
    }

    /**
     * Writes the rows that an import has rejected to another file, as they were then.
     *
     * @param kept
     *            what the workspace keeps of them
     */
    void copy(Workspace of, Imports.Import made, Imports.Rejected kept, Path target) {
        Path from = kept.file();
        if (from == null) {
            return;
        }
        deliver(texts.get("job.rejects", target.getFileName()), _ -> {
            Delivering.copy(of, from, target);
            return kept.kept();
        }, rows -> {
            rejects.put(made.mapping(), target);
            frame.toast(texts.get("data.rejectsWritten", rows, target.getFileName()), null);
        });
    }

    private <T> void deliver(String title, Background.Work<T> work, Consumer<T> done) {
        Job[] own = new Job[1];
        int begun = workspaces;
        own[0] = frame.background().deliver(title, work, made -> {
            ended(own[0]);
            if (begun == workspaces) {
                done.accept(made);
            }
        }, problem -> {
            ended(own[0]);
            frame.tell(problem);
        });
        job.set(own[0]);
    }

    private void ended(Job running) {
        if (running.equals(job.get())) {
            job.set(null);
        }
    }

    /** Ends what is going on; nothing is brought in then. */
    void cancel() {
        Job running = job.get();
        if (running != null) {
            running.cancel();
            job.set(null);
        }
    }
}
