package dev.hermes.app.data;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.MappedFiles;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Mapping.Target;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Detection;
import dev.hermes.workspace.imports.Draft;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Mappings that are no documents yet: opened from files, or drafted for one. Of the screen's thread. */
final class Drafting {

    private final FrameModel frame;
    private final Texts texts;
    private final SourcesModel sources;
    private final ObjectProperty<@Nullable Wanted> wanted = new SimpleObjectProperty<>();

    /** Mappings that were opened, and what is there with them. */
    private record Opened(List<Source> sources, Inventory inventory) {}

    Drafting(FrameModel frame, SourcesModel sources) {
        this.frame = frame;
        this.sources = sources;
        texts = frame.texts();
    }

    /** What the rows of the next file are probably to become; null where nobody has said. */
    ObjectProperty<@Nullable Wanted> wanted() {
        return wanted;
    }

    /**
     * Opens the mappings of a file and remembers them.
     *
     * @param done
     *            takes the code of the first of them
     */
    void open(Path mappings, Consumer<String> done) {
        Workspace of = sources.workspace();
        if (of == null) {
            return;
        }
        Inventory.Known known = sources.openings().known();
        frame.background().edit(texts.get("job.mapping", mappings.getFileName()), _ -> {
            List<Source> read = MappedFiles.read(List.of(mappings.toAbsolutePath()), null).all().stream()
                    .map(mapped -> Source.of(Source.Kind.OPENED, mapped.mapping(), mapped.folder())).toList();
            return new Opened(read, Inventory.of(of, known.with(read)));
        }, read -> show(of, read, done), frame::tell);
    }

    /**
     * Makes a mapping for a file from what was found in it.
     *
     * @param now
     *            what the file looks like
     * @param done
     *            takes its code
     */
    void draft(Look now, Target into, @Nullable String belongsTo, String code, Consumer<String> done) {
        Workspace of = sources.workspace();
        Detection found = now.found();
        Path file = now.given().path().orElse(null);
        if (of == null || file == null || found == null || sources.isTaken(code)) {
            return;
        }
        Inventory.Known known = sources.openings().known();
        Draft.Purpose purpose = new Draft.Purpose(code, String.valueOf(file.getFileName()), into, belongsTo);
        frame.background().edit(texts.get("job.draft"), _ -> {
            Draft draft = Draft.of(found, purpose, of.documents().library());
            Source made = new Source(code, draft.mapping().name(), Source.Kind.OPENED,
                    LoadedDocument.of(draft.mapping()), file.getParent(), draft.dataset(), draft.ofFile());
            return new Opened(List.of(made), Inventory.of(of, known.with(List.of(made))));
        }, read -> show(of, read, done), frame::tell);
    }

    private void show(Workspace of, Opened read, Consumer<String> done) {
        if (of.equals(sources.workspace())) {
            sources.openings().add(read.sources());
            sources.show(of, read.inventory());
            done.accept(read.sources().getFirst().code());
        }
    }
}
