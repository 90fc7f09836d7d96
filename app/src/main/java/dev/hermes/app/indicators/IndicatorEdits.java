package dev.hermes.app.indicators;

import dev.hermes.app.background.Job;
import dev.hermes.app.background.Latest;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphEdge;
import dev.hermes.app.graph.GraphNode;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.LayeredLayout;
import dev.hermes.app.graph.NodeKind;
import dev.hermes.app.graph.Placement;
import dev.hermes.app.language.Texts;
import dev.hermes.document.Library;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Indicator;
import dev.hermes.model.Layout;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.DocumentKey;
import dev.hermes.workspace.Documents;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/**
 * What can be done to the indicators that are looked at. Each edit can be taken back, and works on the documents as they
 * are when its turn comes, after all edits before. Of the screen's thread.
 */
final class IndicatorEdits {

    /** How far copies lie from what they are copies of. */
    private static final double BESIDE = 48;

    private final FrameModel frame;
    private final IndicatorsModel model;
    private final Texts texts;
    private final Latest arranging;

    IndicatorEdits(FrameModel frame, IndicatorsModel model) {
        this.frame = frame;
        this.model = model;
        texts = frame.texts();
        arranging = new Latest(frame.background());
    }

    private static void seen() {
        // What has changed is seen.
    }

    private static void told(@SuppressWarnings("unused") Throwable problem) {
        // The model tells of all that goes wrong.
    }

    /**
     * Changes documents and removes others, in one step.
     *
     * @param change
     *            the new documents, of those at the time when it is made
     */
    private void edit(String title, Function<Library, List<? extends Document>> change, Set<DocumentKey> removed) {
        edit(title, change, removed, IndicatorEdits::seen, IndicatorEdits::told);
    }

    /**
     * The same.
     *
     * @param done
     *            what is to be said once it is done
     * @param failed
     *            takes why nothing was changed
     */
    private void edit(String title, Function<Library, List<? extends Document>> change, Set<DocumentKey> removed,
            Runnable done, Consumer<Throwable> failed) {
        model.edit(title, documents -> {
            List<DocumentFile> files = change.apply(documents.library()).stream().map(documents::rewritten).toList();
            documents.edit(files, removed);
        }, done, failed);
    }

    /**
     * Changes an indicator.
     *
     * @param change
     *            what becomes of it as it is when its turn comes, after all edits before; empty where it cannot be so
     */
    void change(Indicator of, Function<Indicator, Optional<Indicator>> change) {
        change(of, change, IndicatorEdits::seen, IndicatorEdits::told);
    }

    /**
     * The same.
     *
     * @param done
     *            is told once it is so, also where there was nothing to change
     * @param failed
     *            takes why it was not changed
     */
    void change(Indicator of, Function<Indicator, Optional<Indicator>> change, Runnable done,
            Consumer<Throwable> failed) {
        Optional<Indicator> changed = change.apply(of);
        if (changed.isPresent() && !changed.get().equals(of)) {
            edit(texts.get("job.change", of.name()), library -> changed(library, of.code(), change), Set.of(), done,
                    failed);
        } else {
            done.run();
        }
    }

    private static List<Indicator> changed(Library library, String code,
            Function<Indicator, Optional<Indicator>> change) {
        return library.indicator(code).flatMap(change).stream().toList();
    }

    /**
     * Gives an indicator another code, in all documents that name it.
     *
     * @param done
     *            is told once it is so
     * @param failed
     *            takes why it is not: an {@link IllegalStateException} where values were uploaded by the code of now
     * @throws IllegalArgumentException
     *             where it cannot have that, saying why
     */
    void rename(Indicator of, String code, Runnable done, Consumer<Throwable> failed) {
        Renaming.refusal(model.now().library(), code).ifPresent(refusal -> {
            throw new IllegalArgumentException(switch (refusal) {
                case Renaming.Refusal.Unfit unfit -> texts.say(unfit.problem());
                case Renaming.Refusal.Taken taken -> texts.get("inspector.codeTaken", taken.name());
            });
        });
        String uploaded = texts.get("inspector.codeUploaded", of.name());
        model.rename(texts.get("job.change", of.name()), of.code(), workspace -> {
            if (Renaming.isUploaded(workspace, of.code())) {
                throw new IllegalStateException(uploaded);
            }
            Documents documents = workspace.documents();
            Library library = documents.library();
            List<DocumentFile> files = Stream.concat(Renaming.of(library, of.code(), code).stream(),
                    Stream.of(Placing.renamed(library, of.code(), code))).map(documents::rewritten).toList();
            documents.edit(files, Set.of(new DocumentKey(DocumentKind.INDICATOR, of.code())));
        }, code, done, failed);
    }

    /** The indicators as text, for the clipboard. */
    String copied(Set<String> codes) {
        return Copying.text(model.now().library(), codes);
    }

    /**
     * Takes copied indicators in, with codes that are free, beside those that they are copies of.
     *
     * @return their codes; none where the text holds no indicators
     */
    List<String> paste(String text) {
        Map<String, Indicator> pasted = Copying.pasted(model.now().library(), text);
        if (pasted.isEmpty()) {
            frame.toast(texts.get("indicators.nothingToPaste"), null);
            return List.of();
        }
        Map<String, Point2D> places = new HashMap<>();
        pasted.forEach((code, indicator) -> {
            Point2D place = model.positions().get().get(code);
            if (place != null) {
                places.put(indicator.code(), place.add(BESIDE, BESIDE));
            }
        });
        GraphPositions all = model.positions().get().with(GraphPositions.of(places));
        edit(texts.get("job.paste"), library -> Stream.<Document>concat(
                Copying.pasted(library, text).values().stream(), Stream.of(Placing.layout(library, all))).toList(),
                Set.of());
        return pasted.values().stream().map(Indicator::code).toList();
    }

    /** Removes the indicators among some cards, and says what still reads them. */
    void remove(Set<String> cards) {
        Library library = model.now().library();
        Set<String> codes = cards.stream().filter(card -> library.indicator(card).isPresent())
                .collect(Collectors.toSet());
        if (codes.isEmpty()) {
            if (!cards.isEmpty()) {
                frame.toast(texts.get("indicators.notRemoved"), null);
            }
            return;
        }
        Set<DocumentKey> keys = codes.stream().map(code -> new DocumentKey(DocumentKind.INDICATOR, code))
                .collect(Collectors.toSet());
        String readers = readers(codes);
        String text = texts.get("indicators.removed", codes.size());
        edit(texts.get("job.remove", codes.size()), _ -> List.of(), keys,
                () -> frame.steps()
                        .say(readers.isEmpty() ? text : texts.get("indicators.stillRead", text, readers)),
                IndicatorEdits::told);
    }

    /** What reads some indicators and is none of them: so many parameters, schemes, other indicators. */
    private String readers(Set<String> codes) {
        Graph graph = model.graph().get();
        Map<NodeKind, Long> readers = codes.stream().flatMap(code -> graph.outgoing(code).stream())
                .map(GraphEdge::to).filter(reader -> !codes.contains(reader)).distinct()
                .flatMap(reader -> graph.node(reader).stream())
                .collect(Collectors.groupingBy(GraphNode::kind, () -> new EnumMap<>(NodeKind.class),
                        Collectors.counting()));
        long parameters = readers.getOrDefault(NodeKind.PARAMETER, 0L);
        long schemes = readers.getOrDefault(NodeKind.SCHEME, 0L);
        long indicators = readers.values().stream().mapToLong(Long::longValue).sum() - parameters - schemes;
        List<String> all = new ArrayList<>();
        counted(all, "indicators.parameters", parameters);
        counted(all, "indicators.schemes", schemes);
        counted(all, "indicators.count", indicators);
        return String.join(", ", all);
    }

    private void counted(List<String> all, String key, long count) {
        if (count > 0) {
            all.add(texts.get(key, count));
        }
    }

    /** Puts cards somewhere else. */
    void move(GraphPositions moved) {
        GraphPositions all = model.place(moved);
        edit(texts.get("job.move"), library -> List.of(Placing.layout(library, all)), Set.of());
    }

    /** Frames cards together, under what their names have in common. */
    void group(Set<String> cards) {
        Graph graph = model.graph().get();
        Set<String> members = cards.stream().filter(graph::contains).collect(Collectors.toSet());
        if (members.size() > 1) {
            String common = GroupNames.common(
                    members.stream().flatMap(id -> graph.node(id).stream()).map(GraphNode::title).sorted().toList());
            String name = common.isEmpty()
                    ? texts.get("indicators.group", Placing.nextNumber(model.now().library()))
                    : common;
            edit(texts.get("job.group"), library -> List.of(Placing.grouped(library, members, name)), Set.of());
        }
    }

    /** Lets one card stand for a group, or all of them again. */
    void collapse(String group, boolean collapsed) {
        if (collapsed) {
            editGroup(group, Placing::collapsed);
        } else {
            GraphPositions all = model.place(Placement.opened(model.graph().get(), model.positions().get(), group));
            editGroup(group, (library, code) -> Placing.opened(library, code, all));
        }
    }

    /** Gives a group another name. */
    void renameGroup(String group, String name) {
        editGroup(group, (library, code) -> Placing.named(library, code, name));
    }

    /** Takes the frame away and leaves the cards. */
    void ungroup(String group) {
        editGroup(group, Placing::ungrouped);
    }

    private void editGroup(String group, BiFunction<Library, String, Layout> change) {
        String code = group.substring(Cards.GROUP.length());
        edit(texts.get("job.group"), library -> List.of(change.apply(library, code)), Set.of());
    }

    /** Gives every card a place by what it reads, unless that is cancelled or something else is looked at by then. */
    void arrange() {
        Graph of = model.graph().get();
        Object workspace = frame.workspace().get();
        arranging.run(texts.get("job.arrange"), job -> {
            GraphPositions laid = LayeredLayout.of(of);
            job.checkCancelled();
            return new Arranged(job, laid);
        }, arranged -> {
            if (!arranged.job().isCancelled() && Objects.equals(workspace, frame.workspace().get())) {
                move(arranged.positions());
            }
        }, frame::tell);
    }

    private record Arranged(Job job, GraphPositions positions) {}

    /** What goes on for a workspace that is left ends. */
    void leave() {
        arranging.cancel();
    }

    /** Lets an indicator read another one, or says why it cannot. */
    void connect(String from, String to) {
        Snapshot now = model.snapshot().get();
        if (now == null) {
            return;
        }
        Optional<String> refusal = refusal(from, to);
        if (refusal.isPresent()) {
            frame.toast(refusal.get(), null);
        } else {
            now.library().indicator(to).ifPresent(reader -> change(reader, found -> Formulation.reading(found, from)));
        }
    }

    /** Why an indicator cannot read another one; empty where it can, or where nothing is looked at. */
    Optional<String> refusal(String from, String to) {
        Snapshot now = model.snapshot().get();
        if (now == null) {
            return Optional.empty();
        }
        if (now.library().indicator(from).isEmpty()) {
            return Optional.of(texts.get("indicators.notRead", model.title(from)));
        }
        Optional<Indicator> reader = now.library().indicator(to);
        if (reader.isEmpty()) {
            return Optional.of(texts.get("indicators.rulesElsewhere"));
        }
        return Formulation.reading(reader.get(), from).isPresent()
                ? Optional.empty()
                : Optional.of(texts.get("indicators.readsFacts", reader.get().name()));
    }

    /**
     * Lets an indicator read another one no longer, as far as it is plain what its formula is then.
     *
     * @return whether it is; if not, nothing has been done
     */
    boolean disconnect(String from, String to) {
        Optional<Indicator> reader = model.now().library().indicator(to);
        if (reader.isEmpty()) {
            frame.toast(texts.get("indicators.rulesElsewhere"), null);
            return true;
        }
        if (Summands.without(reader.get(), from).isEmpty()) {
            return false;
        }
        change(reader.get(), found -> Summands.without(found, from));
        return true;
    }

    /**
     * Lets an indicator be read in the place of another one, which it reads itself.
     *
     * @param moved
     *            where its card is then
     */
    void insert(String code, String from, String to, GraphPositions moved) {
        if (inserted(model.now().library(), code, from, to).isEmpty()) {
            frame.toast(texts.get("indicators.notBetween"), null);
            if (!moved.ids().isEmpty()) {
                move(moved);
            }
        } else {
            GraphPositions all = model.place(moved);
            edit(texts.get("job.insert"), library -> Stream.concat(inserted(library, code, from, to).stream(),
                    Stream.<Document>of(Placing.layout(library, all))).toList(), Set.of());
        }
    }

    /** Makes a new composite indicator of another one, which is read in its place where that is plain, and looks at it. */
    void insertNew(String from, String to) {
        Library now = model.now().library();
        Optional<Indicator> read = now.indicator(from);
        if (read.isEmpty()) {
            return;
        }
        Indicator made = compositeOf(read.get(), now);
        if (changed(now, to, found -> Formulation.readingInstead(found, from, made.code())).isEmpty()) {
            frame.toast(texts.get("indicators.rulesElsewhere"), null);
            return;
        }
        Point2D place = Placement.between(model.graph().get(), model.positions().get(), from, to);
        GraphPositions all = model.place(GraphPositions.of(Map.of(made.code(), place)));
        edit(texts.get("job.insert"),
                library -> Stream.<Document>concat(Stream.of(made, Placing.layout(library, all)),
                        changed(library, to, found -> Formulation.readingInstead(found, from, made.code())).stream())
                        .toList(),
                Set.of());
        model.selected().set(made.code());
    }

    /** Makes a new composite indicator that reads another one as it is, and looks at it. */
    void addReading(String from, Point2D near) {
        Library now = model.now().library();
        now.indicator(from).ifPresentOrElse(read -> add(compositeOf(read, now), near),
                () -> frame.toast(texts.get("indicators.notRead", model.title(from)), null));
    }

    private Indicator compositeOf(Indicator read, Library library) {
        Indicator fresh = Formulation.withUnit(Formulation.fresh(Formulation.Kind.COMPOSITE, library, texts),
                read.unit());
        return Formulation.reading(fresh, read.code()).orElse(fresh);
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
        frame.toast(texts.get("indicators.cycle",
                path.stream().map(model::title).collect(Collectors.joining(" → "))), null);
    }

    /** Makes a new indicator below the others, and looks at it. */
    void add(Formulation.Kind kind) {
        Snapshot now = model.snapshot().get();
        if (now != null) {
            Indicator made = Formulation.fresh(kind, now.library(), texts);
            edit(texts.get("job.add"), _ -> List.of(made), Set.of());
            model.selected().set(made.code());
        }
    }

    /** Makes a new indicator, at a point or as near to it as there is room, and looks at it. */
    void add(Formulation.Kind kind, Point2D near) {
        Snapshot now = model.snapshot().get();
        if (now != null) {
            add(Formulation.fresh(kind, now.library(), texts), near);
        }
    }

    private void add(Indicator made, Point2D near) {
        Point2D free = Placement.free(model.graph().get(), model.positions().get(), near);
        GraphPositions all = model.place(GraphPositions.of(Map.of(made.code(), free)));
        edit(texts.get("job.add"), library -> List.of(made, Placing.layout(library, all)), Set.of());
        model.selected().set(made.code());
    }
}
