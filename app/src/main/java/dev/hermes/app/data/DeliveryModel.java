package dev.hermes.app.data;

import dev.hermes.app.background.Background;
import dev.hermes.app.background.Job;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Message;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportSummary;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Imports, and searches for rejected rows, one at a time; remembers what they have told. Of the screen's thread. */
final class DeliveryModel {

    private final FrameModel frame;
    private final Texts texts;
    private final DataWords dataWords;
    private final SourcesModel sources;
    private final PreviewModel preview;
    private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
    /** The imports that were made here. */
    private final Set<Long> told = new HashSet<>();
    /** The file that rejected rows were written to last, by source. */
    private final Map<String, Path> rejects = new HashMap<>();
    private int workspaces;

    DeliveryModel(FrameModel frame, DataWords words, SourcesModel sources, PreviewModel preview) {
        this.frame = frame;
        this.sources = sources;
        this.preview = preview;
        texts = frame.texts();
        dataWords = words;
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

    /** The source as the documents say when the turn of what needs it comes, after all edits before. */
    private Function<Workspace, Source> resolved(Source as) {
        boolean isOpened = sources.openings().isOpened(as.code());
        return of -> isOpened ? as : as.storedIn(of);
    }

    /** Whether there is a file and a mapping to bring it in with, and nothing of that kind is going on. */
    boolean canDeliver() {
        Look now = preview.look().get();
        return job.get() == null && !preview.isLooking().get() && now != null && now.preview() != null;
    }

    /** What an import did, and what is there since. */
    private record Brought(ImportSummary summary, Inventory inventory) {}

    /** Brings the file in that is looked at, without the rows that are not as they should be. */
    void bring() {
        Workspace of = sources.workspace();
        Given data = preview.given().get();
        Source as = sources.chosen().orElse(null);
        if (of == null || data == null || as == null || !canDeliver()) {
            return;
        }
        Inventory.Known known = sources.openings().known();
        Function<Workspace, Source> resolved = resolved(as);
        deliver(texts.get("job.import", data.name(texts)),
                running -> new Brought(Delivering.bring(of, resolved.apply(of), data, running),
                        Inventory.of(of, known)),
                brought -> {
                    ImportSummary summary = brought.summary();
                    Imports.Import made = brought.inventory().history(summary.mapping()).stream().findFirst()
                            .orElse(null);
                    if (made != null) {
                        if (summary.since() == null) {
                            told.add(made.id());
                        }
                        show(of, made, brought.inventory());
                    }
                    boolean canUndo = made != null && summary.since() == null
                            && brought.inventory().last().getOrDefault(made.id(), false);
                    frame.toast(said(summary), canUndo && made != null ? () -> takeBack(of, made) : null);
                    if (summary.since() == null) {
                        frame.rowsChanged();
                    }
                });
    }

    private void show(Workspace of, Imports.Import made, Inventory brought) {
        if (of.equals(sources.workspace())) {
            sources.show((Imports.Import) null);
            sources.show(of, brought);
            if (sources.source().get() == null || made.mapping().equals(sources.source().get())) {
                sources.show(made);
            }
        }
    }

    private String said(ImportSummary summary) {
        if (summary.since() != null) {
            return texts.get("data.unchanged", dataWords.moment(summary.since()));
        }
        return summary.rejected() == 0
                ? texts.get("data.brought", summary.accepted(), summary.replaced())
                : texts.get("data.broughtSome", summary.accepted(), summary.rejected());
    }

    /** Whether mended rows can join those of an import: the last of its source, which has rejected some. */
    boolean canMend(Imports.Import made) {
        Inventory now = sources.inventory().get();
        return made.rejected() > 0 && now.source(made.mapping()).flatMap(Source::mapping).isPresent()
                && now.history(made.mapping()).stream().filter(one -> one.replacedAt() == null).findFirst()
                        .filter(made::equals).isPresent();
    }

    /** Whether an import can be taken back: the last of its source, if what it has replaced is kept. */
    boolean canTakeBack(Imports.Import made) {
        return sources.inventory().get().last().getOrDefault(made.id(), false);
    }

    /** Whether an import could be taken back, had it not replaced so many rows that they are not kept. */
    boolean hasReplacedTooMany(Imports.Import made) {
        return !sources.inventory().get().last().getOrDefault(made.id(), true);
    }

    /** What came of an import that was taken back, and what is there since. */
    private record Returned(Imports.TakenBack rows, Inventory inventory) {}

    /** Takes an import back: its rows go, and what it has replaced is there again. */
    void takeBack(Imports.Import made) {
        Workspace of = sources.workspace();
        if (of != null) {
            takeBack(of, made);
        }
    }

    /** The same, where the import's workspace is still looked at. */
    private void takeBack(Workspace of, Imports.Import made) {
        boolean isOfThis = of.equals(sources.workspace()) && sources.inventory().get().history().contains(made);
        if (!isOfThis || !canTakeBack(made) || job.get() != null) {
            return;
        }
        Inventory.Known known = sources.openings().known();
        deliver(texts.get("job.takeBack", made.mapping()),
                _ -> new Returned(of.imports().takeBack(made.id()), Inventory.of(of, known)), returned -> {
                    sources.show(of, returned.inventory());
                    frame.toast(texts.get("data.takenBack", returned.rows().gone(), returned.rows().back()), null);
                    frame.rowsChanged();
                });
    }

    /** What mended rows did, and what is there since. */
    private record Joined(Delivering.Mended mended, Inventory inventory) {}

    /** Brings mended rows in that an import has rejected: they join those of the import. */
    void mend(Imports.Import joined, Path file) {
        Workspace of = sources.workspace();
        Source as = sources.inventory().get().source(joined.mapping()).orElse(null);
        if (of == null || as == null || job.get() != null || !canMend(joined)) {
            return;
        }
        Path mended = file.toAbsolutePath().normalize();
        Function<Message, String> words = texts.saying();
        Inventory.Known known = sources.openings().known();
        Function<Workspace, Source> resolved = resolved(as);
        deliver(texts.get("job.mend", mended.getFileName()), running -> new Joined(
                Delivering.mend(of, resolved.apply(of), Path.of(joined.file()), mended, words, running),
                Inventory.of(of, known)), made -> {
                    ImportSummary summary = made.mended().summary();
                    made.inventory().history(summary.mapping()).stream().filter(one -> one.id() == joined.id())
                            .findFirst().ifPresent(now -> show(of, now, made.inventory()));
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

    /** Writes the rows of the file that would be rejected to another file, with the reasons. */
    void reject(Path target) {
        Workspace of = sources.workspace();
        Given data = preview.given().get();
        Source as = sources.chosen().orElse(null);
        if (of == null || data == null || as == null || !canDeliver()) {
            return;
        }
        Function<Workspace, Source> resolved = resolved(as);
        Function<Message, String> words = texts.saying();
        deliver(texts.get("job.reject", data.name(texts)),
                running -> Delivering.check(of, resolved.apply(of), data, target, words, running),
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
        Function<Message, String> words = texts.saying();
        deliver(texts.get("job.rejects", target.getFileName()), _ -> {
            Delivering.copy(of, from, target, words);
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
