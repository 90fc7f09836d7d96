package dev.hermes.app.indicators;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Indicator;
import dev.hermes.workspace.Documents;
import dev.hermes.workspace.Workspace;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the screen of indicators shows and does. Every edit is in the journal of the workspace before it is shown, and can
 * be taken back. Of the screen's thread.
 */
final class IndicatorsModel implements ScreenModel {

    private final FrameModel frame;
    private final Texts texts;
    private final Cards cards;
    private final FiguresModel figures;
    private final IndicatorEdits edits;
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Graph> graph = new ReadOnlyObjectWrapper<>(Graph.empty());
    private final ReadOnlyObjectWrapper<GraphPositions> positions = new ReadOnlyObjectWrapper<>(GraphPositions.empty());
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private @Nullable Workspace workspace;
    private boolean holding;

    IndicatorsModel(FrameModel frame) {
        this.frame = frame;
        texts = frame.texts();
        cards = new Cards(texts);
        figures = new FiguresModel(frame);
        edits = new IndicatorEdits(frame, this);
        texts.wording().addListener((_, _, _) -> draw());
        figures.latest().addListener((_, _, _) -> draw());
        figures.payouts().addListener((_, _, _) -> draw());
        figures.person().addListener((_, _, _) -> draw());
    }

    FrameModel frame() {
        return frame;
    }

    Texts texts() {
        return texts;
    }

    Cards cards() {
        return cards;
    }

    /** The documents as they are; null while none were read. */
    ReadOnlyObjectProperty<@Nullable Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** The documents as they are, while a workspace is looked at. */
    Snapshot now() {
        return Objects.requireNonNull(snapshot.get(), "No workspace is looked at.");
    }

    FiguresModel figures() {
        return figures;
    }

    IndicatorEdits edits() {
        return edits;
    }

    ReadOnlyObjectProperty<Graph> graph() {
        return graph.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<GraphPositions> positions() {
        return positions.getReadOnlyProperty();
    }

    /** The id of the card that is looked at, which for an indicator is its code; null where none is. */
    ObjectProperty<@Nullable String> selected() {
        return selected;
    }

    /** The indicator that is looked at. */
    Optional<Indicator> chosen() {
        Snapshot now = snapshot.get();
        String code = selected.get();
        return now == null || code == null ? Optional.empty() : now.library().indicator(code);
    }

    @Override
    public void enter(Workspace opened) {
        workspace = opened;
        figures.enter(opened);
        refresh();
    }

    @Override
    public void refresh() {
        Workspace opened = workspace;
        if (opened != null) {
            frame.background().edit(texts.get("job.indicators"), _ -> read(opened), this::show, frame::tell);
        }
    }

    @Override
    public void rowsChanged() {
        figures.calculate();
    }

    @Override
    public void leave() {
        workspace = null;
        snapshot.set(null);
        figures.leave();
        graph.set(Graph.empty());
        positions.set(GraphPositions.empty());
        selected.set(null);
    }

    /** What was read of a workspace, with a place for each card. */
    private record Read(Workspace of, Snapshot snapshot, GraphPositions positions) {}

    private Read read(Workspace of) {
        Snapshot now = Snapshot.of(of);
        return new Read(of, now, Placing.of(now));
    }

    private void show(Read read) {
        Snapshot before = snapshot.get();
        if (read.of() != workspace || before != null && before.operation() == read.snapshot().operation()) {
            return;
        }
        snapshot.set(read.snapshot());
        positions.set(read.positions());
        if (before == null || !before.calculatesLike(read.snapshot())) {
            // Before anything is drawn: old figures are not shown as those of new documents.
            holding = true;
            figures.calculate();
            holding = false;
        }
        draw();
        String card = selected.get();
        if (card != null && !graph.get().contains(card)) {
            selected.set(null);
        }
    }

    private void draw() {
        Snapshot now = snapshot.get();
        if (now != null && !holding) {
            graph.set(cards.graph(now, figures.latest().get(), figures.payouts().get(), figures.person().get()));
        }
    }

    /**
     * Edits documents, and shows what they are then.
     *
     * @param done
     *            what is to be said once it is done
     * @param failed
     *            takes why nothing was changed, which is told of as well
     */
    void edit(String title, Consumer<Documents> edit, Runnable done, Consumer<Throwable> failed) {
        frame.steps().edit(title, of -> {
            edit.accept(of.documents());
            return read(of);
        }, read -> {
            show(read);
            done.run();
        }, problem -> {
            frame.tell(problem);
            failed.accept(problem);
        });
    }

    /**
     * As {@link #edit}, for an edit after which the indicator that is looked at may have another code.
     *
     * @param from
     *            its code before
     * @param to
     *            its code then
     */
    void rename(String title, String from, Consumer<Workspace> edit, String to, Runnable done,
            Consumer<Throwable> failed) {
        frame.steps().edit(title, of -> {
            edit.accept(of);
            return read(of);
        }, read -> {
            boolean isLookedAt = from.equals(selected.get());
            show(read);
            if (isLookedAt) {
                selected.set(to);
            }
            done.run();
        }, failed);
    }

    /** Shows cards somewhere else; the places of all of them then, of which nothing is written yet. */
    GraphPositions place(GraphPositions moved) {
        positions.set(positions.get().with(moved));
        return positions.get();
    }
}
