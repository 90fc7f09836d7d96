package dev.hermes.app.indicators;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.graph.Graph;
import dev.hermes.app.graph.GraphPositions;
import dev.hermes.app.graph.LayeredLayout;
import dev.hermes.app.language.Texts;
import dev.hermes.document.Library;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Indicator;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.DocumentKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    IndicatorEdits(FrameModel frame, IndicatorsModel model) {
        this.frame = frame;
        this.model = model;
        texts = frame.texts();
    }

    /**
     * Changes documents and removes others, in one step.
     *
     * @param change
     *            the new documents, of those at the time when it is made
     */
    private void edit(String title, Function<Library, List<? extends Document>> change, Set<DocumentKey> removed) {
        edit(title, change, removed, () -> {
            // What has changed is seen.
        });
    }

    /**
     * The same.
     *
     * @param done
     *            what is to be said once it is done
     */
    private void edit(String title, Function<Library, List<? extends Document>> change, Set<DocumentKey> removed,
            Runnable done) {
        model.edit(title, documents -> {
            List<DocumentFile> files = change.apply(documents.library()).stream().map(documents::rewritten).toList();
            documents.edit(files, removed);
        }, done);
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
        Copying.refusal(model.now().library(), of, code).ifPresent(refusal -> {
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
        model.selected().set(code);
    }

    /** The indicators as text, for the clipboard. */
    String copied(Set<String> codes) {
        return Copying.text(model.now().library(), codes);
    }

    /** Takes copied indicators in, with codes that are free, beside those that they are copies of. */
    void paste(String text) {
        Map<String, Indicator> pasted = Copying.pasted(model.now().library(), text);
        if (pasted.isEmpty()) {
            frame.toast(texts.get("indicators.nothingToPaste"), null);
            return;
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
        model.selected().set(pasted.values().iterator().next().code());
    }

    void remove(Set<String> codes) {
        Set<DocumentKey> keys = codes.stream().filter(code -> !code.startsWith(References.PARAMETER))
                .map(code -> new DocumentKey(DocumentKind.INDICATOR, code)).collect(Collectors.toSet());
        if (!keys.isEmpty()) {
            edit(texts.get("job.remove", keys.size()), _ -> List.of(), keys,
                    () -> frame.steps().say(texts.get("indicators.removed", keys.size())));
        }
    }

    /** Puts cards somewhere else. */
    void move(GraphPositions moved) {
        GraphPositions all = model.place(moved);
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
        Graph of = model.graph().get();
        frame.background().run(texts.get("job.arrange"), _ -> LayeredLayout.of(of), this::move, frame::tell);
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
        Optional<Indicator> reader = now.library().indicator(to);
        if (reader.isEmpty()) {
            return Optional.of(texts.get("indicators.rulesElsewhere"));
        }
        return Formulation.reading(reader.get(), from).isPresent()
                ? Optional.empty()
                : Optional.of(texts.get("indicators.readsFacts", reader.get().name()));
    }

    /** Lets an indicator be read in the place of another one, which it reads itself. */
    void insert(String code, String from, String to) {
        Snapshot now = model.snapshot().get();
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
        Snapshot now = model.snapshot().get();
        if (now != null) {
            Indicator made = Formulation.fresh(kind, now.library(), texts);
            model.selected().set(made.code());
            edit(texts.get("job.add"), _ -> List.of(made), Set.of());
        }
    }
}
