package dev.hermes.app.data;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.ScreenModel;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.MappedFiles;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Mapping.Target;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Clipboard;
import dev.hermes.workspace.imports.Detection;
import dev.hermes.workspace.imports.Draft;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** What the screen of data shows and does. Of the screen's thread. */
final class DataModel implements ScreenModel {

    private final FrameModel frame;
    private final Texts texts;
    private final DataWords words;
    private final ReadOnlyObjectWrapper<Inventory> inventory = new ReadOnlyObjectWrapper<>(Inventory.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable String> source = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Imports.@Nullable Import> shown = new ReadOnlyObjectWrapper<>();
    private final PreviewModel preview;
    private final DeliveryModel delivery;
    private final MappingModel mapping;
    private final Openings openings = new Openings();
    private final ObjectProperty<@Nullable Wanted> wanted = new SimpleObjectProperty<>();
    /** What was looked at last, by source. */
    private final Map<String, Given> seen = new HashMap<>();
    private @Nullable Workspace workspace;

    DataModel(FrameModel frame) {
        this.frame = frame;
        texts = frame.texts();
        words = new DataWords(texts);
        preview = new PreviewModel(frame);
        delivery = new DeliveryModel(frame, words);
        mapping = new MappingModel(frame, this);
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

    ReadOnlyObjectProperty<Inventory> inventory() {
        return inventory.getReadOnlyProperty();
    }

    /** The code of the source that is looked at; null for all of them. */
    ReadOnlyObjectProperty<@Nullable String> source() {
        return source.getReadOnlyProperty();
    }

    /** The import whose figures are shown; null where there is none. */
    ReadOnlyObjectProperty<Imports.@Nullable Import> shown() {
        return shown.getReadOnlyProperty();
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

    /** What was opened or drafted. */
    Openings openings() {
        return openings;
    }

    /** What the rows of the next file are probably to become; null where nobody has said. */
    ObjectProperty<@Nullable Wanted> wanted() {
        return wanted;
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

    /** What an import has rejected; empty where nothing is known of it. */
    Optional<Imports.Rejected> rejected(Imports.Import made) {
        return Optional.ofNullable(inventory.get().rejected().get(made.id()));
    }

    /** Shows the rows that an import has rejected in the place of the preview. */
    void showRejected(Imports.Import made) {
        rejected(made).map(Imports.Rejected::file).ifPresent(file -> preview.show(made, file));
    }

    /** Writes the rows that an import has rejected to another file, as they were then. */
    void copyRejected(Imports.Import made, Path target) {
        Workspace of = workspace;
        if (of != null && delivery.job().get() == null) {
            rejected(made).ifPresent(kept -> delivery.copy(of, made, kept, target));
        }
    }

    /** Whether an import was made here, of what is looked at. */
    boolean isOfFile(Imports.Import made) {
        Given now = given().get();
        return now != null && delivery.hasTold(made) && made.returnedAt() == null && made.mapping().equals(source.get())
                && made.file().endsWith(now.notedAs());
    }

    @Override
    public void enter(Workspace entered) {
        workspace = entered;
        read(entered);
    }

    @Override
    public void leave() {
        preview.stop();
        workspace = null;
        inventory.set(Inventory.EMPTY);
        source.set(null);
        shown.set(null);
        preview.take(null);
        seen.values().removeIf(Given.Pasted.class::isInstance);
        openings.leave();
        wanted.set(null);
        delivery.forget();
        mapping.forget();
    }

    @Nullable
    Workspace workspace() {
        return workspace;
    }

    /** Documents were edited. */
    void edited(Workspace of, Inventory read, boolean isLast) {
        if (of.equals(workspace)) {
            take(read);
            if (isLast) {
                lookOn();
            }
        }
    }

    @Override
    public void refresh() {
        if (workspace != null) {
            read(workspace);
        }
    }

    private void read(Workspace of) {
        Inventory.Known known = openings.known();
        frame.background().edit(texts.get("job.sources"), _ -> Inventory.of(of, known), read -> show(of, read),
                frame::tell);
    }

    /** Shows what is there, and looks at the file again where it is read otherwise since. */
    private void show(Workspace of, Inventory read) {
        if (of.equals(workspace)) {
            take(read);
            if (preview.isBehind(basis())) {
                lookOn();
            }
        }
    }

    private void take(Inventory read) {
        Imports.Import before = shown.get();
        KeptRows aside = preview.kept().get();
        inventory.set(read);
        if (aside != null && !read.history().contains(aside.made())) {
            preview.leaveRejected();
        }
        if (before == null || !history().contains(before)) {
            shown.set(history().stream().findFirst().orElse(null));
        }
        if (source.get() != null && chosen().isEmpty()) {
            choose((String) null);
        }
    }

    /** Looks at a source, and at the file that it was last seen with; null: at all of them. */
    void choose(@Nullable String code) {
        if (Objects.equals(code, source.get())) {
            return;
        }
        boolean keepsFile = source.get() == null && code != null && given().get() != null;
        source.set(code);
        mapping.forget();
        shown.set(history().stream().findFirst().orElse(null));
        if (keepsFile) {
            lookAgain();
            return;
        }
        preview.stop();
        preview.take(code == null ? null : seen.get(code));
        if (given().get() != null) {
            lookOn();
        } else {
            chosen().flatMap(Source::ownFile).ifPresent(own -> preview.ifThere(own, this::lookAt));
        }
    }

    void choose(Imports.Import of) {
        preview.leaveRejected();
        shown.set(of);
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

    /** Opens the mappings of a file and remembers them. */
    void open(Path mappings) {
        Workspace of = workspace;
        if (of == null) {
            return;
        }
        Inventory.Known known = openings.known();
        frame.background().edit(texts.get("job.mapping", mappings.getFileName()), _ -> {
            List<Source> read = MappedFiles.read(List.of(mappings.toAbsolutePath()), null).all().stream()
                    .map(mapped -> Source.of(Source.Kind.OPENED, mapped.mapping(), mapped.folder())).toList();
            return new Opened(read, Inventory.of(of, known.with(read)));
        }, read -> show(of, read), frame::tell);
    }

    /** Mappings that were opened, and what is there with them. */
    private record Opened(List<Source> sources, Inventory inventory) {}

    private void show(Workspace of, Opened read) {
        if (of.equals(workspace)) {
            openings.add(read.sources());
            show(of, read.inventory());
            String first = read.sources().getFirst().code();
            if (first.equals(source.get())) {
                lookAgain();
            } else {
                choose(first);
            }
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
        String code = source.get();
        if (code != null) {
            seen.put(code, given);
        }
        lookOn();
    }

    /** Whether there is a mapping that says how rows are read. */
    boolean canPaste() {
        return chosen().flatMap(Source::mapping).isPresent();
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

    /** Looks at the file; what was seen of it before is shown until then. */
    private void lookOn() {
        if (workspace != null) {
            preview.lookAs(basis(), workspace);
        }
    }

    private PreviewModel.Basis basis() {
        return PreviewModel.Basis.of(chosen().orElse(null), inventory.get().library());
    }

    /** Makes a mapping for the file from what was found in it, and looks at the file through it. */
    void draft(Target into, @Nullable String belongsTo, String code) {
        Workspace of = workspace;
        Look now = preview.look().get();
        Detection found = now == null ? null : now.found();
        Path file = now == null ? null : now.given().path().orElse(null);
        if (of == null || file == null || found == null) {
            return;
        }
        Inventory.Known known = openings.known();
        Draft.Purpose purpose = new Draft.Purpose(code, String.valueOf(file.getFileName()), into, belongsTo);
        frame.background().edit(texts.get("job.draft"), _ -> {
            Draft draft = Draft.of(found, purpose, of.documents().library());
            Source made = new Source(code, draft.mapping().name(), Source.Kind.OPENED,
                    LoadedDocument.of(draft.mapping()), file.getParent(), draft.dataset(), draft.ofFile());
            return new Opened(List.of(made), Inventory.of(of, known.with(List.of(made))));
        }, read -> show(of, read), frame::tell);
    }

    /** Whether there is a file and a mapping to bring it in with, and nothing of that kind is going on. */
    boolean canDeliver() {
        Look now = preview.look().get();
        return delivery.job().get() == null && !preview.isLooking().get() && now != null && now.preview() != null;
    }

    /** Brings the file in, without the rows that are not as they should be. */
    void bring() {
        Workspace of = workspace;
        Given data = given().get();
        Source as = chosen().orElse(null);
        if (of == null || data == null || as == null || !canDeliver()) {
            return;
        }
        Inventory.Known known = openings.known();
        delivery.bring(of, as, data, () -> Inventory.of(of, known), (made, brought) -> brought(of, made, brought),
                this::takeBack);
    }

    /** Whether an import can be taken back: the last of its source, if what it has replaced is kept. */
    boolean canTakeBack(Imports.Import made) {
        return inventory.get().last().getOrDefault(made.id(), false);
    }

    /** Whether an import could be taken back, had it not replaced so many rows that they are not kept. */
    boolean hasReplacedTooMany(Imports.Import made) {
        return !inventory.get().last().getOrDefault(made.id(), true);
    }

    /** Takes an import back: its rows go, and what it has replaced is there again. */
    void takeBack(Imports.Import made) {
        Workspace of = workspace;
        boolean isOfThis = inventory.get().history().contains(made);
        if (of != null && isOfThis && canTakeBack(made) && delivery.job().get() == null) {
            Inventory.Known known = openings.known();
            delivery.takeBack(of, made, () -> Inventory.of(of, known), read -> show(of, read));
        }
    }

    private void brought(Workspace of, Imports.Import made, Inventory brought) {
        if (of.equals(workspace)) {
            shown.set(null);
            show(of, brought);
            if (source.get() == null || made.mapping().equals(source.get())) {
                shown.set(made);
            }
        }
    }

    /** Whether mended rows can join those of an import: the last of its source, which has rejected some. */
    boolean canMend(Imports.Import made) {
        return made.rejected() > 0
                && inventory.get().source(made.mapping()).flatMap(Source::mapping).isPresent()
                && inventory.get().history(made.mapping()).stream().filter(one -> one.replacedAt() == null).findFirst()
                        .filter(made::equals).isPresent();
    }

    /** Brings mended rows in that an import has rejected. */
    void mend(Imports.Import made, Path mended) {
        Workspace of = workspace;
        Source as = inventory.get().source(made.mapping()).orElse(null);
        if (of == null || as == null || delivery.job().get() != null || !canMend(made)) {
            return;
        }
        Inventory.Known known = openings.known();
        delivery.mend(of, as, made, mended.toAbsolutePath().normalize(), () -> Inventory.of(of, known),
                (joined, brought) -> brought(of, joined, brought));
    }

    /** Writes the rows of the file that would be rejected to another file, with the reasons. */
    void reject(Path target) {
        Workspace of = workspace;
        Given data = given().get();
        Source as = chosen().orElse(null);
        if (of != null && data != null && as != null && canDeliver()) {
            delivery.reject(of, as, data, target);
        }
    }
}
