package dev.hermes.app.data;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.app.language.Texts;
import dev.hermes.model.Mapping.Target;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Clipboard;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the screen of data shows and does: its parts, and how they follow each other. Of the screen's thread. */
final class DataModel implements ScreenModel {

    private final FrameModel frame;
    private final Texts texts;
    private final DataWords words;
    private final SourcesModel sources;
    private final PreviewModel preview;
    private final DeliveryModel delivery;
    private final Drafting drafting;
    private final MappingModel mapping;
    /** What was looked at last, by source. */
    private final Map<String, Given> seen = new HashMap<>();

    DataModel(FrameModel frame) {
        this.frame = frame;
        texts = frame.texts();
        words = new DataWords(texts);
        sources = new SourcesModel(frame);
        preview = new PreviewModel(frame);
        delivery = new DeliveryModel(frame, words, sources, preview);
        drafting = new Drafting(frame, sources);
        mapping = new MappingModel(frame, this);
        sources.inventory().addListener((_, _, now) -> follow(now));
        sources.source().addListener((_, before, now) -> turn(before, now));
    }

    FrameModel frame() {
        return frame;
    }

    Texts texts() {
        return texts;
    }

    DataWords words() {
        return words;
    }

    /** Where rows come from, and which of the sources is looked at. */
    SourcesModel sources() {
        return sources;
    }

    /** What is looked at; null where nothing is. */
    ReadOnlyObjectProperty<@Nullable Given> given() {
        return preview.given();
    }

    /** What is seen of the file that is looked at. */
    PreviewModel preview() {
        return preview;
    }

    /** The mapping of the chosen source, and its changes. */
    MappingModel mapping() {
        return mapping;
    }

    /** The import, or the search for rejected rows, that is going on, and what earlier ones have told. */
    DeliveryModel delivery() {
        return delivery;
    }

    /** Mappings that are no documents yet. */
    Drafting drafting() {
        return drafting;
    }

    /** What an import has rejected; empty where nothing is known of it. */
    Optional<Imports.Rejected> rejected(Imports.Import made) {
        return Optional.ofNullable(sources.inventory().get().rejected().get(made.id()));
    }

    /** Shows the rows that an import has rejected in the place of the preview. */
    void showRejected(Imports.Import made) {
        rejected(made).map(Imports.Rejected::file).ifPresent(file -> preview.show(made, file));
    }

    /** Writes the rows that an import has rejected to another file, as they were then. */
    void copyRejected(Imports.Import made, Path target) {
        Workspace of = sources.workspace();
        if (of != null && delivery.job().get() == null) {
            rejected(made).ifPresent(kept -> delivery.copy(of, made, kept, target));
        }
    }

    /** Whether an import was made here, of what is looked at. */
    boolean isOfFile(Imports.Import made) {
        Given now = given().get();
        return now != null && delivery.hasTold(made) && made.returnedAt() == null
                && made.mapping().equals(sources.source().get())
                && made.file().endsWith(now.notedAs());
    }

    @Override
    public void enter(Workspace entered) {
        sources.enter(entered);
    }

    @Override
    public void leave() {
        sources.leave();
        preview.stop();
        preview.take(null);
        seen.values().removeIf(Given.Pasted.class::isInstance);
        drafting.wanted().set(null);
        delivery.forget();
        mapping.forget();
    }

    @Override
    public void refresh() {
        sources.read();
        lookWhereBehind();
    }

    /** What is there is other than before: what is looked at may be gone, or be read otherwise. */
    private void follow(Inventory now) {
        KeptRows aside = preview.kept().get();
        if (aside != null && !now.history().contains(aside.made())) {
            preview.leaveRejected();
        }
        lookWhereBehind();
    }

    /** Another source is looked at: with the file that was looked at without one, or that it was last seen with. */
    private void turn(@Nullable String before, @Nullable String now) {
        mapping.forget();
        if (sources.workspace() == null) {
            return;
        }
        if (before == null && now != null && given().get() != null) {
            lookAgain();
            return;
        }
        preview.stop();
        preview.take(now == null ? null : seen.get(now));
        if (given().get() != null) {
            lookOn();
        } else {
            sources.chosen().flatMap(Source::ownFile).ifPresent(own -> preview.ifThere(own, this::lookAt));
        }
    }

    /** Shows the figures of an import. */
    void choose(Imports.Import of) {
        preview.leaveRejected();
        sources.show(of);
    }

    /** Takes a file: documents are opened, anything else is looked at. */
    void take(Path given) {
        String name = String.valueOf(given.getFileName()).toLowerCase(Locale.ROOT);
        if (Stream.of(".yaml", ".yml", ".json").anyMatch(name::endsWith)) {
            open(given);
        } else {
            lookAt(given);
        }
    }

    /** Opens the mappings of a file, and looks at the first. */
    void open(Path mappings) {
        drafting.open(mappings, this::reveal);
    }

    /** Makes a mapping for the file from what was found in it, and looks at the file through it. */
    void draft(Target into, @Nullable String belongsTo, String code) {
        Look now = preview.look().get();
        if (now != null) {
            drafting.draft(now, into, belongsTo, code, this::reveal);
        }
    }

    private void reveal(String code) {
        if (code.equals(sources.source().get())) {
            lookAgain();
        } else {
            sources.choose(code);
        }
    }

    /** Looks at the first rows of a file; nothing is stored. */
    void lookAt(Path data) {
        lookAt(new Given.OfFile(data.toAbsolutePath().normalize()));
    }

    /** Says something about the format of the file, of which no mapping says it; nothing where the text is blank. */
    void say(String option, String text) {
        if (given().get() instanceof Given.OfFile file && !file.saying(option, text).equals(file)) {
            lookAt(file.saying(option, text));
        }
    }

    private void lookAt(Given given) {
        preview.take(given);
        String code = sources.source().get();
        if (code != null) {
            seen.put(code, given);
        }
        lookOn();
    }

    /** Whether there is a mapping that says how rows are read. */
    boolean canPaste() {
        return sources.chosen().flatMap(Source::mapping).isPresent();
    }

    /**
     * Looks at the first rows of a table that was copied; nothing is stored.
     *
     * @param table
     *            with tabs between the cells, or as the files of the source are; null where no text was copied
     */
    void paste(@Nullable String table) {
        if (!canPaste()) {
            frame.toast(texts.get("data.paste.nowhere"), null);
        } else if (table == null || table.isBlank()) {
            frame.toast(texts.get("data.paste.nothing"), null);
        } else {
            lookAt(new Given.Pasted(Clipboard.of(table)));
        }
    }

    /** Looks at the file again, which may have been changed. */
    void lookAgain() {
        preview.forget();
        lookOn();
    }

    /** Looks at the file again where it is read otherwise since, as soon as no more edits are under way. */
    void lookWhereBehind() {
        if (!frame.steps().isEditing() && preview.isBehind(basis())) {
            lookOn();
        }
    }

    /** Looks at the file; what was seen of it before is shown until then. */
    private void lookOn() {
        Workspace of = sources.workspace();
        if (of != null) {
            preview.lookAs(basis(), of);
        }
    }

    private PreviewModel.Basis basis() {
        return PreviewModel.Basis.of(sources.chosen().orElse(null), sources.inventory().get().library());
    }
}
