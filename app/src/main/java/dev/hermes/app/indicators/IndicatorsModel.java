package dev.hermes.app.indicators;

import dev.hermes.app.background.Latest;
import dev.hermes.app.formula.FormulaWords;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.LayeredLayout;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Indicator;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.DocumentKey;
import dev.hermes.workspace.Documents;
import dev.hermes.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;

/**
 * What the screen of indicators shows and does. Every edit is in the journal of the workspace before it is shown, and can
 * be taken back. Of the screen's thread.
 */
final class IndicatorsModel {

    /** How far copies lie from what they are copies of. */
    private static final double BESIDE = 48;

    private final FrameModel frame;
    private final Texts texts;
    private final Cards cards;
    private final Amounts amounts;
    private final Latest figuring;
    private final Latest sampling;
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Figures> figures = new ReadOnlyObjectWrapper<>(Figures.NONE);
    private final ReadOnlyObjectWrapper<Graph> graph = new ReadOnlyObjectWrapper<>(Graph.empty());
    private final ReadOnlyObjectWrapper<GraphPositions> positions = new ReadOnlyObjectWrapper<>(GraphPositions.empty());
    private final ObjectProperty<@Nullable String> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> sampled = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Samples> samples = new ReadOnlyObjectWrapper<>(Samples.NONE);
    private @Nullable Workspace workspace;

    IndicatorsModel(FrameModel frame) {
        this.frame = frame;
        texts = frame.texts();
        cards = new Cards(texts);
        amounts = new Amounts(texts);
        figuring = new Latest(frame.background());
        sampling = new Latest(frame.background());
        texts.wording().addListener((_, _, _) -> draw());
        frame.period().addListener((_, _, _) -> rowsChanged());
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

    ReadOnlyObjectProperty<Figures> figures() {
        return figures.getReadOnlyProperty();
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

    /** The key of the assignment whose values stand for all others; null: of the first. */
    ObjectProperty<@Nullable String> sampled() {
        return sampled;
    }

    /** What the parts of the formula that was asked for last come to. */
    ReadOnlyObjectProperty<Samples> samples() {
        return samples.getReadOnlyProperty();
    }

    /** Asks what the parts of a formula come to. */
    void sample(Indicator of, String formula) {
        Workspace open = workspace;
        FormulaWords words = now().words();
        String assignment = Optional.ofNullable(sampled.get()).or(() -> first(of)).orElse(null);
        PayPeriod period = frame.period().get();
        if (open == null || formula.isBlank() || assignment == null || period == null) {
            forgetSamples();
            return;
        }
        sampling.run(texts.get("job.samples"),
                job -> Samples.of(open, of, formula, words, period, assignment, job),
                samples::set, frame::tell);
    }

    /** What was asked for is no longer looked at. */
    void forgetSamples() {
        sampling.cancel();
        samples.set(Samples.NONE);
    }

    /** The assignment with the greatest value of an indicator. */
    private Optional<String> first(Indicator of) {
        return figures.get().of(of.code()).flatMap(summary -> summary.rows().stream().findFirst())
                .map(Figures.Row::assignment);
    }

    Amounts amounts() {
        return amounts;
    }

    /** The indicator that is looked at. */
    Optional<Indicator> chosen() {
        Snapshot now = snapshot.get();
        String code = selected.get();
        return now == null || code == null ? Optional.empty() : now.library().indicator(code);
    }

    void enter(Workspace opened) {
        workspace = opened;
        lookAgain();
    }

    /** Documents may have changed elsewhere: reads those of now. */
    void lookAgain() {
        Workspace opened = workspace;
        if (opened != null) {
            frame.background().edit(texts.get("job.indicators"), _ -> read(opened), this::show, frame::tell);
        }
    }

    /** Calculates again. */
    void rowsChanged() {
        if (workspace != null) {
            figure(workspace);
        }
    }

    void leave() {
        figuring.cancel();
        forgetSamples();
        sampled.set(null);
        workspace = null;
        snapshot.set(null);
        figures.set(Figures.NONE);
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
        figure(read.of());
    }

    private void draw() {
        Snapshot now = snapshot.get();
        if (now != null) {
            graph.set(cards.graph(now, figures.get()));
        }
    }

    private void figure(Workspace of) {
        PayPeriod period = frame.period().get();
        if (period == null) {
            figuring.cancel();
            figures.set(Figures.NONE);
            draw();
        } else {
            figuring.run(texts.get("job.figures"), job -> Figuring.of(of, period, job), made -> {
                figures.set(made);
                draw();
            }, frame::tell);
        }
    }

    /**
     * Changes documents and removes others, in one step.
     *
     * @param change
     *            the new documents, of those at the time when it is made
     */
    private void edit(String title, Function<Library, List<? extends Document>> change, Set<DocumentKey> removed) {
        Workspace of = workspace;
        if (of == null) {
            return;
        }
        frame.edited();
        frame.background().edit(title, _ -> {
            List<DocumentFile> files = change.apply(of.documents().library()).stream()
                    .map(document -> DocumentFile.read(document.code() + ".yaml", DocumentWriter.toYaml(document)))
                    .toList();
            of.documents().edit(files, removed);
            return read(of);
        }, this::show, frame::tell);
    }

    boolean canUndo() {
        Snapshot now = snapshot.get();
        return now != null && now.steps().canUndo();
    }

    boolean canRedo() {
        Snapshot now = snapshot.get();
        return now != null && now.steps().canRedo();
    }

    void undo() {
        step(texts.get("job.undo"), Documents::undo);
    }

    void redo() {
        step(texts.get("job.redo"), Documents::redo);
    }

    private void step(String title, Consumer<Documents> step) {
        Workspace of = workspace;
        if (of != null) {
            frame.edited();
            frame.background().edit(title, _ -> {
                step.accept(of.documents());
                return read(of);
            }, this::show, frame::tell);
        }
    }

    /**
     * Changes an indicator.
     *
     * @param change
     *            what becomes of it as it is when its turn comes, after all edits before; empty where it cannot be so
     */
    void change(Indicator of, Function<Indicator, Optional<Indicator>> change) {
        Optional<Indicator> changed = change.apply(of);
        if (changed.isPresent() && !changed.get().equals(of)) {
            edit(texts.get("job.change", of.name()), library -> changed(library, of.code(), change), Set.of());
        }
    }

    private static List<Indicator> changed(Library library, String code,
            Function<Indicator, Optional<Indicator>> change) {
        return library.indicator(code).flatMap(change).stream().toList();
    }

    /**
     * Gives an indicator another code.
     *
     * @throws IllegalArgumentException
     *             where it cannot have that, saying why
     */
    void rename(Indicator of, String code) {
        Copying.refusal(now().library(), of, code).ifPresent(refusal -> {
            throw new IllegalArgumentException(switch (refusal) {
                case Copying.Refusal.Unfit unfit -> unfit.problem();
                case Copying.Refusal.Taken taken -> texts.get("inspector.codeTaken", taken.name());
                case Copying.Refusal.Read read -> texts.get("inspector.codeRead", read.name());
            });
        });
        edit(texts.get("job.change", of.name()),
                library -> Stream.concat(
                        library.indicator(of.code()).stream()
                                .<Document>map(found -> Copying.renamed(found, Map.of(of.code(), code))),
                        Stream.of(Placing.renamed(library, of.code(), code))).toList(),
                Set.of(new DocumentKey(DocumentKind.INDICATOR, of.code())));
        selected.set(code);
    }

    /** The indicators as text, for the clipboard. */
    String copied(Set<String> codes) {
        return Copying.text(now().library(), codes);
    }

    /** Takes copied indicators in, with codes that are free, beside those that they are copies of. */
    void paste(String text) {
        Map<String, Indicator> pasted = Copying.pasted(now().library(), text);
        if (pasted.isEmpty()) {
            frame.toast(texts.get("indicators.nothingToPaste"), null);
            return;
        }
        Map<String, Point2D> places = new HashMap<>();
        pasted.forEach((code, indicator) -> {
            Point2D place = positions.get().get(code);
            if (place != null) {
                places.put(indicator.code(), place.add(BESIDE, BESIDE));
            }
        });
        GraphPositions all = positions.get().with(GraphPositions.of(places));
        edit(texts.get("job.paste"), library -> Stream.<Document>concat(
                Copying.pasted(library, text).values().stream(), Stream.of(Placing.layout(library, all))).toList(),
                Set.of());
        selected.set(pasted.values().iterator().next().code());
    }

    void remove(Set<String> codes) {
        Set<DocumentKey> keys = codes.stream().filter(code -> !code.startsWith(References.PARAMETER))
                .map(code -> new DocumentKey(DocumentKind.INDICATOR, code)).collect(Collectors.toSet());
        if (!keys.isEmpty()) {
            edit(texts.get("job.remove", keys.size()), _ -> List.of(), keys);
            frame.toast(texts.get("indicators.removed", keys.size()), this::undo);
        }
    }

    /** Puts cards somewhere else. */
    void move(GraphPositions moved) {
        positions.set(positions.get().with(moved));
        GraphPositions all = positions.get();
        edit(texts.get("job.move"), library -> List.of(Placing.layout(library, all)), Set.of());
    }

    /** Frames cards together. */
    void group(Set<String> cards) {
        String name = texts.get("indicators.group");
        edit(texts.get("job.group"), library -> List.of(Placing.grouped(library, cards, name)), Set.of());
    }

    /** Lets one card stand for a group, or all of them again. */
    void collapse(String group, boolean collapsed) {
        String code = group.substring(Cards.GROUP.length());
        edit(texts.get("job.group"), library -> List.of(Placing.collapsed(library, code, collapsed)), Set.of());
    }

    /** Gives every card a place by what it reads. */
    void arrange() {
        Graph of = graph.get();
        frame.background().run(texts.get("job.arrange"), _ -> LayeredLayout.of(of), this::move, frame::tell);
    }

    /** Lets an indicator read another one, or says why it cannot. */
    void connect(String from, String to) {
        Snapshot now = snapshot.get();
        if (now == null) {
            return;
        }
        Optional<Indicator> reader = now.library().indicator(to);
        if (reader.isEmpty()) {
            frame.toast(texts.get("indicators.rulesElsewhere"), null);
        } else {
            if (Formulation.reading(reader.get(), from).isPresent()) {
                change(reader.get(), found -> Formulation.reading(found, from));
            } else {
                frame.toast(texts.get("indicators.readsFacts", reader.get().name()), null);
            }
        }
    }

    /** Lets an indicator be read in the place of another one, which it reads itself. */
    void insert(String code, String from, String to) {
        Snapshot now = snapshot.get();
        if (now == null) {
            return;
        }
        if (inserted(now.library(), code, from, to).isEmpty()) {
            frame.toast(texts.get("indicators.notBetween"), null);
        } else {
            edit(texts.get("job.insert"), library -> inserted(library, code, from, to), Set.of());
        }
    }

    /** The two indicators that change; none where it cannot be so. */
    private static List<Indicator> inserted(Library library, String code, String from, String to) {
        List<Indicator> between = changed(library, code, found -> Formulation.reading(found, from));
        List<Indicator> reader = changed(library, to, found -> Formulation.readingInstead(found, from, code));
        return between.isEmpty() || reader.isEmpty()
                ? List.of()
                : Stream.concat(between.stream(), reader.stream()).toList();
    }

    void refuseCycle(List<String> path) {
        frame.toast(texts.get("indicators.cycle", String.join(" → ", path)), null);
    }

    /** Makes a new indicator and looks at it. */
    void add(Formulation.Kind kind) {
        Snapshot now = snapshot.get();
        if (now != null) {
            Indicator made = Formulation.fresh(kind, now.library(), texts);
            selected.set(made.code());
            edit(texts.get("job.add"), _ -> List.of(made), Set.of());
        }
    }
}
