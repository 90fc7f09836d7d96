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

    IndicatorsModel(FrameModel frame) {
        this.frame = frame;
        texts = frame.texts();
        cards = new Cards(texts);
        figures = new FiguresModel(frame);
        edits = new IndicatorEdits(frame, this);
        texts.wording().addListener((_, _, _) -> draw());
        figures.latest().addListener((_, _, _) -> draw());
        figures.payouts().addListener((_, _, _) -> draw());
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

    /** The code of the indicator that is looked at; null where none is. */
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
        draw();
        String code = selected.get();
        if (code != null && read.snapshot().library().indicator(code).isEmpty()) {
            selected.set(null);
        }
        figures.calculate();
    }

    private void draw() {
        Snapshot now = snapshot.get();
        if (now != null) {
            graph.set(cards.graph(now, figures.latest().get(), figures.payouts().get()));
        }
    }

    /**
     * Edits documents, and shows what they are then.
     *
     * @param done
     *            what is to be said once it is done
     */
    void edit(String title, Consumer<Documents> edit, Runnable done) {
        frame.steps().edit(title, of -> {
            edit.accept(of.documents());
            return read(of);
        }, read -> {
            show(read);
            done.run();
        }, frame::tell);
    }

    /** Shows cards somewhere else; the places of all of them then, of which nothing is written yet. */
    GraphPositions place(GraphPositions moved) {
        positions.set(positions.get().with(moved));
        return positions.get();
    }
}
