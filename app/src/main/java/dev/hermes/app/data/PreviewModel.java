package dev.hermes.app.data;

import dev.hermes.app.background.Latest;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Problem;
import dev.hermes.app.language.Texts;
import dev.hermes.document.Library;
import dev.hermes.model.Document;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Preview;
import dev.hermes.workspace.imports.RejectedRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The file or the copied table that is looked at, and what its rows would become. Of the screen's thread. */
final class PreviewModel {

    /** How many rejected rows are shown of an import. */
    static final int MOST_KEPT = 1_000;

    private final FrameModel frame;
    private final Texts texts;
    private final Latest looking;
    private final Latest showing;
    private final ReadOnlyObjectWrapper<@Nullable Given> given = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Look> look = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable KeptRows> kept = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper isLooking = new ReadOnlyBooleanWrapper();
    private final BooleanProperty onlyRejected = new SimpleBooleanProperty();
    private final BooleanProperty asInFile = new SimpleBooleanProperty();

    /** What the file was looked at with last. */
    private @Nullable Basis basis;

    /**
     * What decides how a file is read, and what its rows would become.
     *
     * @param source
     *            null where none was chosen
     * @param asked
     *            what its rows belong to, which says what is asked of them; null where there is nothing
     */
    record Basis(@Nullable Source source, @Nullable Document asked) {

        static Basis of(@Nullable Source source, Library library) {
            return new Basis(source,
                    source == null ? null : source.mapping().flatMap(mapping -> asked(mapping, library)).orElse(null));
        }

        private static Optional<? extends Document> asked(Mapping mapping, Library library) {
            String code = String.valueOf(mapping.of());
            return switch (mapping.into()) {
                case FACTS -> library.dataset(code);
                case DATED_VALUES -> library.datedValue(code);
                default -> Optional.empty();
            };
        }
    }

    PreviewModel(FrameModel frame) {
        this.frame = frame;
        texts = frame.texts();
        looking = new Latest(frame.background());
        showing = new Latest(frame.background());
    }

    /** What is looked at; null where nothing is. */
    ReadOnlyObjectProperty<@Nullable Given> given() {
        return given.getReadOnlyProperty();
    }

    /** What was seen of the file; null while nothing was. */
    ReadOnlyObjectProperty<@Nullable Look> look() {
        return look.getReadOnlyProperty();
    }

    /** The rows that an import has rejected, which are shown in the place of those of the file; null where these are. */
    ReadOnlyObjectProperty<@Nullable KeptRows> kept() {
        return kept.getReadOnlyProperty();
    }

    /** Whether the file is being looked at: what was seen of it before is no longer so. */
    ReadOnlyBooleanProperty isLooking() {
        return isLooking.getReadOnlyProperty();
    }

    /** Whether only rows that would be rejected are shown. */
    BooleanProperty onlyRejected() {
        return onlyRejected;
    }

    /** Whether the texts of the file are shown in place of what they become. */
    BooleanProperty asInFile() {
        return asInFile;
    }

    /** The rows that are shown. */
    List<Preview.Row> rows() {
        KeptRows aside = kept.get();
        if (aside != null) {
            return aside.rows().rows();
        }
        Look now = look.get();
        Preview preview = now == null ? null : now.preview();
        if (preview == null) {
            return List.of();
        }
        return onlyRejected.get() && preview.rejected() > 0
                ? preview.rows().stream().filter(Preview.Row::isRejected).toList()
                : preview.rows();
    }

    /** The texts that were read into a field, before its lookup, each once and none empty. */
    List<String> seen(String field) {
        Look now = look.get();
        Preview preview = now == null ? null : now.preview();
        int index = preview == null ? -1 : preview.fields().indexOf(field);
        return preview == null || index < 0
                ? List.of()
                : preview.rows().stream().map(row -> row.texts().get(index)).filter(Objects::nonNull)
                        .filter(text -> !text.isEmpty()).distinct().toList();
    }

    /** What is wrong with a field of a row: with the column that it is read from. */
    Optional<Preview.Refusal> refusal(Preview.Row row, String field) {
        if (kept.get() != null) {
            return row.refusals().stream().filter(refusal -> refusal.names(field)).findFirst();
        }
        Look now = look.get();
        Mapping.Field read = now == null || now.source() == null
                ? null
                : now.source().mapping().map(mapping -> mapping.fields().get(field)).orElse(null);
        return read != null && read.origin() instanceof Mapping.Origin.Column column
                ? row.refusals().stream().filter(refusal -> refusal.column().equals(column.name())).findFirst()
                : Optional.empty();
    }

    /** Whether a file is looked at, or was, with another mapping than the one that counts now. */
    boolean isBehind(Basis now) {
        return given.get() != null && basis != null && !now.equals(basis);
    }

    /** Another file is next, of which nothing was seen yet; null: none. */
    void take(@Nullable Given next) {
        leaveRejected();
        given.set(next);
        basis = null;
        look.set(null);
    }

    /** Drops what is going on. */
    void stop() {
        looking.cancel();
        showing.cancel();
        isLooking.set(false);
    }

    /** Nothing was seen of the file, which may have been changed. */
    void forget() {
        look.set(null);
    }

    /** Looks at the file as rows of a source; what was seen of it before is shown until then. */
    void lookAs(Basis with, Workspace of) {
        Given data = given.get();
        Source source = with.source();
        basis = with;
        if (data != null) {
            leaveRejected();
            isLooking.set(true);
            looking.run(texts.get("job.preview", data.name(texts)), job -> Look.at(of, source, data, job), seen -> {
                isLooking.set(false);
                look.set(seen);
            }, problem -> {
                isLooking.set(false);
                look.set(Look.failed(data, source, problem instanceof CancellationException
                        ? new Problem("CANCELLED", texts.get("data.lookCancelled"), "")
                        : Problem.of(problem)));
            });
        }
    }

    /** Shows the rows that an import has rejected. */
    void show(Imports.Import made, Path file) {
        showing.run(texts.get("job.rejected"), _ -> RejectedRows.read(file, MOST_KEPT),
                rows -> kept.set(new KeptRows(made, rows)), frame::tell);
    }

    /** Shows the file that is looked at again. */
    void leaveRejected() {
        showing.cancel();
        kept.set(null);
    }

    /** Tells of a file if it is there, unless another one is looked at before. */
    void ifThere(Path wanted, Consumer<Path> found) {
        looking.run(texts.get("job.preview", wanted.getFileName()), _ -> Files.isRegularFile(wanted), isThere -> {
            if (isThere) {
                found.accept(wanted);
            }
        }, frame::tell);
    }
}
