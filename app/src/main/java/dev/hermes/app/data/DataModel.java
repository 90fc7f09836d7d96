package dev.hermes.app.data;

import dev.hermes.app.background.Latest;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.MappedFiles;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Document;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Target;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Detection;
import dev.hermes.workspace.imports.Draft;
import dev.hermes.workspace.imports.Preview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** What the screen of data shows and does. Of the screen's thread. */
final class DataModel {

    private final FrameModel frame;
    private final Texts texts;
    private final DataWords words;
    private final Latest looking;
    private final ReadOnlyObjectWrapper<Inventory> inventory = new ReadOnlyObjectWrapper<>(Inventory.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable String> source = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Imports.@Nullable Import> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Path> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>();
    private final DeliveryModel delivery;
    private final BooleanProperty onlyRejected = new SimpleBooleanProperty();
    /** What the user opened or drafted, until the program ends. */
    private final SequencedMap<String, Source> opened = new LinkedHashMap<>();
    /** The file that was looked at last, by source. */
    private final Map<String, Path> files = new HashMap<>();
    private @Nullable Workspace workspace;

    DataModel(FrameModel frame) {
        this.frame = frame;
        texts = frame.texts();
        words = new DataWords(texts);
        looking = new Latest(frame.background());
        delivery = new DeliveryModel(frame, words);
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

    /** The file that is looked at; null where none is. */
    ReadOnlyObjectProperty<@Nullable Path> file() {
        return file.getReadOnlyProperty();
    }

    /** What was seen of the file; null while nothing was. */
    ReadOnlyObjectProperty<@Nullable Look> look() {
        return look.getReadOnlyProperty();
    }

    /** The import, or the search for rejected rows, that is going on, and what earlier ones have told. */
    DeliveryModel delivery() {
        return delivery;
    }

    /** Whether only rows that would be rejected are shown. */
    BooleanProperty onlyRejected() {
        return onlyRejected;
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

    /** Whether an import was made here, of the file that is looked at. */
    boolean isOfFile(Imports.Import made) {
        Path now = file.get();
        return now != null && delivery.hasTold(made) && made.mapping().equals(source.get())
                && made.file().endsWith(String.valueOf(now.getFileName()));
    }

    /** The rows of the file that are shown. */
    List<Preview.Row> rows() {
        Look now = look.get();
        Preview preview = now == null ? null : now.preview();
        if (preview == null) {
            return List.of();
        }
        return onlyRejected.get() && preview.rejected() > 0
                ? preview.rows().stream().filter(Preview.Row::isRejected).toList()
                : preview.rows();
    }

    /** The mapping of the chosen source, a line for each field. */
    List<FieldLine> lines() {
        Look now = look.get();
        return chosen().map(of -> FieldLine.of(of, inventory.get().library(), now == null ? List.of() : now.columns(),
                words)).orElse(List.of());
    }

    /** What is wrong with a field of a row: with the column that it is read from. */
    Optional<Preview.Refusal> refusal(Preview.Row row, String field) {
        Look now = look.get();
        Mapping.Field read = now == null || now.source() == null
                ? null
                : now.source().mapping().map(mapping -> mapping.fields().get(field)).orElse(null);
        return read != null && read.origin() instanceof Mapping.Origin.Column column
                ? row.refusals().stream().filter(refusal -> refusal.column().equals(column.name())).findFirst()
                : Optional.empty();
    }

    void enter(Workspace entered) {
        workspace = entered;
        read(entered);
    }

    void leave() {
        looking.cancel();
        workspace = null;
        inventory.set(Inventory.EMPTY);
        source.set(null);
        shown.set(null);
        file.set(null);
        look.set(null);
        delivery.forget();
    }

    private void read(Workspace of) {
        List<Source> known = List.copyOf(opened.values());
        frame.background().edit(texts.get("job.sources"), _ -> Inventory.of(of, known), read -> show(of, read),
                frame::tell);
    }

    private void show(Workspace of, Inventory read) {
        if (of.equals(workspace)) {
            Imports.Import before = shown.get();
            inventory.set(read);
            if (before == null || !history().contains(before)) {
                shown.set(history().stream().findFirst().orElse(null));
            }
        }
    }

    /** Looks at a source, and at the file that it was last seen with; null: at all of them. */
    void choose(@Nullable String code) {
        if (Objects.equals(code, source.get())) {
            return;
        }
        boolean keepsFile = source.get() == null && code != null && file.get() != null;
        source.set(code);
        shown.set(history().stream().findFirst().orElse(null));
        if (keepsFile) {
            lookAgain();
            return;
        }
        looking.cancel();
        file.set(code == null ? null : files.get(code));
        look.set(null);
        if (file.get() != null) {
            lookAgain();
        } else {
            lookAtOwn();
        }
    }

    void choose(Imports.Import of) {
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
        List<Source> known = List.copyOf(opened.values());
        frame.background().edit(texts.get("job.mapping", mappings.getFileName()), _ -> {
            List<Source> read = MappedFiles.read(List.of(mappings.toAbsolutePath()), null).all().stream()
                    .map(mapped -> Source.of(Source.Kind.OPENED, mapped.mapping(), mapped.folder())).toList();
            return new Opened(read, Inventory.of(of, Stream.concat(known.stream(), read.stream()).toList()));
        }, read -> show(of, read), frame::tell);
    }

    /** Mappings that were opened, and what is there with them. */
    private record Opened(List<Source> sources, Inventory inventory) {}

    private void show(Workspace of, Opened read) {
        if (of.equals(workspace)) {
            read.sources().forEach(one -> opened.put(one.code(), one));
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
        Path absolute = data.toAbsolutePath().normalize();
        file.set(absolute);
        String code = source.get();
        if (code != null) {
            files.put(code, absolute);
        }
        lookAgain();
    }

    /** Looks at the file again, which may have been changed. */
    void lookAgain() {
        Workspace of = workspace;
        Path data = file.get();
        if (of != null && data != null) {
            Source as = chosen().orElse(null);
            look.set(null);
            looking.run(texts.get("job.preview", data.getFileName()), _ -> Look.at(of, as, data), look::set,
                    frame::tell);
        }
    }

    /** The file that the mapping names, if it lies there. */
    private void lookAtOwn() {
        chosen().flatMap(Source::ownFile).ifPresent(own -> looking.run(texts.get("job.preview", own.getFileName()),
                _ -> Files.isRegularFile(own), isThere -> {
                    if (isThere) {
                        lookAt(own);
                    }
                }, frame::tell));
    }

    /** Makes a mapping for the file from what was found in it, and looks at the file through it. */
    void draft(Target into, @Nullable String belongsTo, String code) {
        Workspace of = workspace;
        Look now = look.get();
        Detection found = now == null ? null : now.found();
        if (of == null || now == null || found == null) {
            return;
        }
        List<Source> known = List.copyOf(opened.values());
        Draft.Purpose purpose = new Draft.Purpose(code, String.valueOf(now.file().getFileName()), into, belongsTo);
        frame.background().edit(texts.get("job.draft"), _ -> {
            Draft draft = Draft.of(found, purpose, of.documents().library());
            Source made = new Source(code, draft.mapping().name(), Source.Kind.OPENED,
                    LoadedDocument.of(draft.mapping()), now.file().getParent(), draft.dataset(), draft.questions());
            return new Opened(List.of(made), Inventory.of(of, Stream.concat(known.stream(), Stream.of(made)).toList()));
        }, read -> show(of, read), frame::tell);
    }

    /** Whether the chosen mapping is no document of the workspace yet. */
    boolean canKeep() {
        return chosen().filter(of -> of.kind() == Source.Kind.OPENED).isPresent();
    }

    /** Makes the chosen mapping a document of the workspace, with the dataset that was drafted for it. */
    void keep() {
        Workspace of = workspace;
        Source kept = chosen().orElse(null);
        if (of == null || kept == null || !canKeep()) {
            return;
        }
        frame.edited();
        Document mapping = Objects.requireNonNull(kept.loaded()).document();
        frame.background().edit(texts.get("job.keep", kept.name()), _ -> of.documents().apply(
                Stream.concat(Stream.ofNullable(kept.dataset()), Stream.of(mapping))
                        .map(document -> DocumentFile.read(document.code() + ".yaml", DocumentWriter.toYaml(document)))
                        .toList()),
                _ -> {
                    opened.remove(kept.code());
                    frame.toast(texts.get("data.kept", kept.name()), () -> takeBack(of, kept));
                    read(of);
                    lookAgain();
                }, frame::tell);
    }

    private void takeBack(Workspace of, Source kept) {
        frame.edited();
        opened.put(kept.code(), kept);
        frame.background().edit(texts.get("job.undo"), _ -> of.documents().undo(), _ -> {
            read(of);
            lookAgain();
        }, frame::tell);
    }

    /** Whether there is a file and a mapping to bring it in with, and nothing of that kind is going on. */
    boolean canDeliver() {
        Look now = look.get();
        return delivery.job().get() == null && now != null && now.preview() != null;
    }

    /** Brings the file in, without the rows that are not as they should be. */
    void bring() {
        Workspace of = workspace;
        Path data = file.get();
        Source as = chosen().orElse(null);
        if (of == null || data == null || as == null || !canDeliver()) {
            return;
        }
        List<Source> known = List.copyOf(opened.values());
        delivery.bring(of, as, data, () -> Inventory.of(of, known), (made, brought) -> {
            if (of.equals(workspace)) {
                shown.set(null);
                show(of, brought);
                if (made.mapping().equals(source.get())) {
                    shown.set(made);
                }
            }
        });
    }

    /** Writes the rows of the file that would be rejected to another file, with the reasons. */
    void reject(Path target) {
        Workspace of = workspace;
        Path data = file.get();
        Source as = chosen().orElse(null);
        if (of != null && data != null && as != null && canDeliver()) {
            delivery.reject(of, as, data, target);
        }
    }
}
