package dev.hermes.app.data;

import dev.hermes.app.frame.DocumentSteps;
import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Problem;
import dev.hermes.app.language.Texts;
import dev.hermes.app.session.DocumentEdits;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Dataset;
import dev.hermes.model.Document;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.spi.AdapterOption;
import dev.hermes.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of the source that is looked at, and what is asked of its fields: shown and changed. Every change is an
 * edit of the workspace's documents, which can be taken back; a mapping that is none yet becomes one with its first
 * change. What is not valid is not written. Of the screen's thread.
 */
final class MappingModel {

    private final FrameModel frame;
    private final Texts texts;
    private final DataModel data;
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> field = new ReadOnlyObjectWrapper<>();

    MappingModel(FrameModel frame, DataModel data) {
        this.frame = frame;
        this.data = data;
        texts = frame.texts();
    }

    DataWords words() {
        return data.words();
    }

    /** Why the last change was not made; null where it was. */
    ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /** The field whose terms are open; null where none are. */
    ReadOnlyObjectProperty<@Nullable String> field() {
        return field.getReadOnlyProperty();
    }

    /** Opens the terms of a field, or closes those that are open. */
    void open(@Nullable String name) {
        problem.set(null);
        field.set(name);
    }

    Optional<Mapping> mapping() {
        return data.chosen().flatMap(Source::mapping);
    }

    /** The dataset that the rows become facts of. */
    Optional<Dataset> dataset() {
        return data.chosen().flatMap(of -> of.mapping().filter(mapping -> mapping.into() == Mapping.Target.FACTS)
                .flatMap(mapping -> dataset(data.inventory().get().library(), of, mapping)));
    }

    private static Optional<Dataset> dataset(Library library, Source of, Mapping mapping) {
        return library.dataset(String.valueOf(mapping.of())).or(() -> Optional.ofNullable(of.dataset()));
    }

    /** A line for each field of what the rows become. */
    List<FieldLine> lines() {
        return mapping()
                .map(mapping -> FieldLine.of(mapping, dataset(), data.inventory().get().library(), data.words()))
                .orElse(List.of());
    }

    /** The columns of the file, as far as they are known. */
    List<String> columns() {
        Look now = data.preview().look().get();
        return now == null ? List.of() : now.columns().stream().filter(column -> !column.isEmpty()).toList();
    }

    /** The columns of the file that nothing reads. */
    List<String> unused() {
        return mapping().map(mapping -> FieldLine.unused(mapping, columns())).orElse(List.of());
    }

    /** Reads a column into a field. */
    void read(String name, String column) {
        change(mapping -> Remapping.reading(mapping, name, column));
    }

    /**
     * Reads a column into a field that was read into another one, which then reads nothing.
     *
     * @param from
     *            the other field; empty where nothing has read the column
     */
    void move(String column, String from, String to) {
        change(mapping -> Remapping.reading(Remapping.without(mapping, from), to, column));
    }

    /** Says where a field comes from and how it is read. */
    void read(String name, Mapping.Field from) {
        change(mapping -> Remapping.with(mapping, name, from));
    }

    /** Reads nothing into a field any more. */
    void clear(String name) {
        change(mapping -> Remapping.without(mapping, name));
    }

    /** What can be said of a format that a plugin reads, and what is said though the plugin has no such option. */
    List<AdapterOption> options(Mapping.Format.Adapter format) {
        List<AdapterOption> known = data.inventory().get().options().getOrDefault(format.word(), List.of());
        Stream<AdapterOption> others = format.options().sequencedKeySet().stream()
                .filter(name -> known.stream().noneMatch(option -> option.name().equals(name)))
                .map(name -> new AdapterOption(name, name));
        return Stream.concat(known.stream(), others).toList();
    }

    /** Says something about a format that a plugin reads; nothing of it where the text is blank. */
    void say(String option, String text) {
        change(mapping -> Remapping.saying(mapping, option, text));
    }

    /** Says which texts become others; none where there are no entries. */
    void translate(String name, Map<String, String> lookup) {
        change(mapping -> Remapping.translating(mapping, name, lookup));
    }

    /** The texts of the file that the preview has read into a field, before its lookup, each once. */
    List<String> seen(String name) {
        return data.preview().seen(name);
    }

    /**
     * Says how many days are added to the dates of a field.
     *
     * @param days
     *            a whole number, as somebody writes it; blank for none
     */
    void add(String name, String days) {
        attempt(() -> {
            int number = whole(name, days);
            change(mapping -> Remapping.adding(mapping, name, number));
        });
    }

    private int whole(String name, String days) {
        if (days.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseInt(days.strip().replace('\u2212', '-'));
        } catch (NumberFormatException wrong) {
            throw new FindingsException(List.of(Finding.error("mapping " + data.chosen().map(Source::code).orElse(""),
                    "fields." + name + ".plusDays", null,
                    "\"" + days + "\" is no whole number of days. Maybe write 1, or -1.")));
        }
    }

    /** Whether edits are under way, so that the documents do not say yet what was entered last. */
    boolean isEditing() {
        return frame.steps().isEditing();
    }

    /** Says what an import takes the place of. */
    void replace(Mapping.Replaces replaces) {
        change(mapping -> Remapping.replacing(mapping, replaces));
    }

    /** What rows such as these can take the place of. */
    List<Mapping.Replaces> replaceable() {
        return mapping().map(mapping -> Replacements.of(mapping, dataset(), data.inventory().get().library()))
                .orElse(List.of());
    }

    /** Says how the file is written. */
    void write(Mapping.Format format) {
        change(mapping -> Remapping.withFormat(mapping, format));
    }

    /** Says which rows are wanted; all where the condition is blank. */
    void want(String condition) {
        change(mapping -> Remapping.withCondition(mapping, condition));
    }

    /** Whether the types of the dataset's columns can still be changed: rows that are there have theirs. */
    boolean canRetype() {
        return dataset().filter(of -> !data.inventory().get().filled().contains(of.code())).isPresent();
    }

    /** Asks something else of a column of the dataset. */
    void ask(String column, Demands demands) {
        reshape(dataset -> asking(dataset, column, demands));
    }

    /** Says which column of the dataset names a row. */
    void name(String column) {
        reshape(dataset -> Remapping.named(dataset, column));
    }

    /** Says which date of the dataset decides the period; blank for none. */
    void date(String column) {
        reshape(dataset -> Remapping.dated(dataset, column.isEmpty() ? null : column));
    }

    /** Says who is credited with the rows of the dataset. */
    void credit(List<Dataset.Credit> credits) {
        reshape(dataset -> Remapping.crediting(dataset, credits));
    }

    private void reshape(UnaryOperator<Dataset> change) {
        Source of = data.chosen().orElse(null);
        Dataset now = dataset().orElse(null);
        Mapping mapping = mapping().orElse(null);
        if (of == null || now == null || mapping == null) {
            return;
        }
        attempt(() -> {
            if (isEditing() || !change.apply(now).equals(now)) {
                edit(of, texts.get("job.change", now.name()), library -> dataset(library, of, mapping)
                        .map(dataset -> List.<Document>of(change.apply(dataset))).orElse(List.of()));
            }
        });
    }

    private static Dataset asking(Dataset dataset, String name, Demands demands) {
        return dataset.columns().stream().filter(column -> column.name().equals(name)).findFirst()
                .map(column -> Remapping.with(dataset, demands.with(column, dataset.code()))).orElse(dataset);
    }

    private void change(UnaryOperator<Mapping> change) {
        Source of = data.chosen().orElse(null);
        Mapping now = mapping().orElse(null);
        if (of == null || now == null) {
            return;
        }
        attempt(() -> {
            // What is seen may not be all that was done.
            if (isEditing() || !change.apply(now).equals(now)) {
                edit(of, texts.get("job.change", of.name()),
                        library -> List.of(change.apply(library.mapping(of.code()).orElse(now))));
            }
        });
    }

    private void attempt(Runnable edit) {
        problem.set(null);
        try {
            edit.run();
        } catch (FindingsException wrong) {
            problem.set(Problem.of(wrong));
        }
    }

    /**
     * Changes documents.
     *
     * @param change
     *            what becomes of them as they are when its turn comes, after all edits before
     */
    private void edit(Source of, String title, Function<Library, List<? extends Document>> change) {
        Workspace workspace = data.workspace();
        if (workspace != null) {
            boolean isFirst = data.openings().beginKeeping(of);
            run(title, in -> {
                DocumentEdits.apply(in, library -> isFirst || library.mapping(of.code()).isEmpty()
                        ? kept(of, library, change)
                        : change.apply(library));
                return of;
            }, () -> {
                // What has changed is seen.
            }, () -> {
                if (isFirst) {
                    data.openings().endKeeping(of);
                }
            });
        }
    }

    /** The documents that a source becomes with its first change. */
    private static List<Document> kept(Source of, Library library, Function<Library, List<? extends Document>> change) {
        List<Document> own = new ArrayList<>(Stream
                .concat(Stream.ofNullable(of.dataset()).filter(dataset -> library.dataset(dataset.code()).isEmpty()),
                        of.mapping().stream())
                .toList());
        Library with = library.with(own.stream().map(LoadedDocument::of).toList());
        for (Document changed : change.apply(with)) {
            own.removeIf(one -> one.kind() == changed.kind() && one.code().equals(changed.code()));
            own.add(changed);
        }
        return own;
    }

    /** Whether the chosen mapping is no document of the workspace yet. */
    boolean canKeep() {
        return data.chosen().filter(of -> of.kind() == Source.Kind.OPENED).isPresent();
    }

    /** Makes the chosen mapping a document of the workspace, with the dataset that was drafted for it. */
    void keep() {
        Workspace workspace = data.workspace();
        Source of = data.chosen().orElse(null);
        if (workspace != null && of != null && canKeep()) {
            boolean isFirst = data.openings().beginKeeping(of);
            run(texts.get("job.keep", of.name()), in -> {
                DocumentEdits.apply(in, library -> isFirst || library.mapping(of.code()).isEmpty()
                        ? kept(of, library, _ -> List.of())
                        : List.of());
                return of;
            }, () -> frame.steps().say(texts.get("data.kept", of.name())), () -> {
                if (isFirst) {
                    data.openings().endKeeping(of);
                }
            });
        }
    }

    /** Looks at the file again after the last of the edits that wait. */
    private void run(String title, DocumentSteps.Edit<?> edit, Runnable done, Runnable failed) {
        Workspace workspace = Objects.requireNonNull(data.workspace());
        Inventory.Known known = data.openings().known();
        problem.set(null);
        frame.steps().edit(title, of -> {
            edit.make(of);
            return Inventory.of(of, known);
        }, read -> {
            data.edited(workspace, read, !isEditing());
            done.run();
        }, thrown -> {
            failed.run();
            problem.set(Problem.of(thrown));
            data.edited(workspace, data.inventory().get(), !isEditing());
        });
    }

    /** Nothing is open, and nothing went wrong. */
    void forget() {
        problem.set(null);
        field.set(null);
    }
}
