package dev.hermes.app.data;

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
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of the mapping of one source, and of what is asked of its fields: of that source, whichever is
 * looked at when the change comes. Every change is an edit of the workspace's documents, which can be taken back; a
 * mapping that is none yet becomes one with its first change. A change is of the documents as they are when its turn
 * comes, after all before it; what is not valid is not written. Of the screen's thread.
 */
final class MappingEdits {

    private final FrameModel frame;
    private final Texts texts;
    private final DataModel data;
    private final String code;

    /** What a change is of: what went wrong is said there. */
    enum Part {
        /** How the file is written, and what its rows replace. */
        FILE,
        /** The fields, and what is asked of them. */
        FIELDS,
        /** Which rows are wanted. */
        CONDITION
    }

    /** What becomes of documents. */
    @FunctionalInterface
    private interface Change {
        List<? extends Document> of(Workspace workspace, Library library);
    }

    /**
     * Makes nothing of any source but one.
     *
     * @param code
     *            the source's code; of no source where there is none with this code
     */
    MappingEdits(FrameModel frame, DataModel data, String code) {
        this.frame = frame;
        this.data = data;
        this.code = code;
        texts = frame.texts();
    }

    private Optional<Source> source() {
        return data.sources().inventory().get().source(code);
    }

    /** Reads a column into a field. */
    void read(String name, String column) {
        change(Part.FIELDS, mapping -> Remapping.reading(mapping, name, column));
    }

    /**
     * Reads a column into a field that was read into another one, which then reads nothing.
     *
     * @param from
     *            the other field; empty where nothing has read the column
     */
    void move(String column, String from, String to) {
        change(Part.FIELDS, mapping -> Remapping.reading(Remapping.without(mapping, from), to, column));
    }

    /** Lets a field be the same text in every row. */
    void say(String name, String constant) {
        change(Part.FIELDS, mapping -> Remapping.constant(mapping, name, constant));
    }

    /** Calculates a field. */
    void compute(String name, String formula) {
        change(Part.FIELDS, mapping -> Remapping.computed(mapping, name, formula));
    }

    /** Says how the dates of a field are written; as all dates of the file where the pattern is blank. */
    void date(String name, String pattern) {
        change(Part.FIELDS, mapping -> Remapping.dated(mapping, name, pattern));
    }

    /** Reads nothing into a field any more. */
    void clear(String name) {
        change(Part.FIELDS, mapping -> Remapping.without(mapping, name));
    }

    /** Says which texts become others; none where there are no entries. */
    void translate(String name, Map<String, String> lookup) {
        change(Part.FIELDS, mapping -> Remapping.translating(mapping, name, lookup));
    }

    /**
     * Says how many days are added to the dates of a field.
     *
     * @param days
     *            a whole number, as somebody writes it; blank for none
     */
    void add(String name, String days) {
        attempt(Part.FIELDS, () -> {
            int number = whole(name, days);
            change(Part.FIELDS, mapping -> Remapping.adding(mapping, name, number));
        });
    }

    private int whole(String name, String days) {
        if (days.isBlank()) {
            return 0;
        }
        try {
            return Integer.parseInt(days.strip().replace('\u2212', '-'));
        } catch (NumberFormatException wrong) {
            throw new FindingsException(
                    List.of(Finding.error("mapping " + code, "fields." + name + ".plusDays", null, Message.of(
                            "\"{0}\" is no whole number of days. Maybe write 1, or -1.", days))));
        }
    }

    /** Says something about a format that a plugin reads; nothing of it where the text is blank. */
    void option(String option, String text) {
        change(Part.FILE, mapping -> Remapping.saying(mapping, option, text));
    }

    /** Says how the CSV file is written, of how it is written then. */
    void write(UnaryOperator<Mapping.Format.Csv> format) {
        change(Part.FILE, mapping -> Remapping.written(mapping, format));
    }

    /** Says what an import takes the place of. */
    void replace(Mapping.Replaces replaces) {
        change(Part.FILE, mapping -> Remapping.replacing(mapping, replaces));
    }

    /** Says which rows are wanted; all where the condition is blank. */
    void want(String condition) {
        change(Part.CONDITION, mapping -> Remapping.withCondition(mapping, condition));
    }

    /** Asks something else of a column of the dataset, of what is asked then. */
    void ask(String column, UnaryOperator<Demands> demands) {
        reshape(dataset -> asking(dataset, column, demands),
                (dataset, workspace) -> asking(dataset, column, demands, workspace));
    }

    /** Says which column of the dataset names a row. */
    void name(String column) {
        reshape(dataset -> Remapping.named(dataset, column), (dataset, workspace) -> {
            if (!dataset.key().equals(column) && isStored(dataset, workspace)) {
                throw new FindingsException(List.of(Finding.error("dataset " + dataset.code(), "key", null, Message.of(
                        "Rows of the dataset are stored, each named by {0}. Maybe make another dataset.",
                        dataset.key()))));
            }
            return Remapping.named(dataset, column);
        });
    }

    /** Says which date of the dataset decides the period; blank for none. */
    void happen(String column) {
        reshape(dataset -> Remapping.happening(dataset, column.isBlank() ? null : column));
    }

    /** Says who is credited with the rows of the dataset. */
    void credit(List<Dataset.Credit> credits) {
        reshape(dataset -> Remapping.crediting(dataset, credits));
    }

    private void reshape(UnaryOperator<Dataset> change) {
        reshape(change, (dataset, _) -> change.apply(dataset));
    }

    /**
     * Changes the dataset.
     *
     * @param seen
     *            what would become of it as it is seen
     * @param made
     *            what becomes of it when its turn comes
     */
    private void reshape(UnaryOperator<Dataset> seen, BiFunction<Dataset, Workspace, Dataset> made) {
        Source of = source().orElse(null);
        Mapping mapping = of == null ? null : of.mapping().orElse(null);
        Dataset now = mapping == null || of == null
                ? null
                : MappingModel.dataset(data.sources().inventory().get().library(), of, mapping).orElse(null);
        if (of == null || now == null || mapping == null) {
            return;
        }
        attempt(Part.FIELDS, () -> {
            if (frame.steps().isEditing() || !seen.apply(now).equals(now)) {
                edit(of, Part.FIELDS, texts.get("job.change", now.name()),
                        (workspace, library) -> MappingModel.dataset(library, of, mapping)
                                .map(dataset -> List.<Document>of(made.apply(dataset, workspace)))
                                .orElse(List.of()));
            }
        });
    }

    private static Dataset asking(Dataset dataset, String name, UnaryOperator<Demands> demands) {
        return column(dataset, name).map(column -> Remapping.with(dataset,
                demands.apply(Demands.of(column)).with(column, dataset.code()))).orElse(dataset);
    }

    /** The same, as long as rows are not stored with another type. */
    private static Dataset asking(Dataset dataset, String name, UnaryOperator<Demands> demands, Workspace workspace) {
        Dataset asked = asking(dataset, name, demands);
        boolean isRetyped = !column(asked, name).map(Dataset.Column::type)
                .equals(column(dataset, name).map(Dataset.Column::type));
        if (isRetyped && isStored(dataset, workspace)) {
            throw new FindingsException(
                    List.of(Finding.error("dataset " + dataset.code(), "columns." + name, null, Message.of(
                            "Rows of the dataset are stored with another type. Maybe add a column of the new type."))));
        }
        return asked;
    }

    private static boolean isStored(Dataset dataset, Workspace workspace) {
        return workspace.facts().known().files().containsKey(dataset.code());
    }

    private static Optional<Dataset.Column> column(Dataset dataset, String name) {
        return dataset.columns().stream().filter(column -> column.name().equals(name)).findFirst();
    }

    private void change(Part part, UnaryOperator<Mapping> change) {
        Source of = source().orElse(null);
        Mapping now = of == null ? null : of.mapping().orElse(null);
        if (of == null || now == null) {
            return;
        }
        attempt(part, () -> {
            // What is seen may not be all that was done.
            if (frame.steps().isEditing() || !change.apply(now).equals(now)) {
                edit(of, part, texts.get("job.change", of.name()),
                        (_, library) -> List.of(change.apply(library.mapping(code).orElse(now))));
            }
        });
    }

    private void attempt(Part part, Runnable edit) {
        tell(part, null);
        try {
            edit.run();
        } catch (FindingsException wrong) {
            tell(part, Problem.of(wrong));
        }
    }

    /** What went wrong with a source is not said of another one. */
    private void tell(Part part, @Nullable Problem problem) {
        if (code.equals(data.sources().source().get())) {
            data.mapping().tell(part, problem);
        } else if (problem != null) {
            frame.problems().add(problem);
        }
    }

    private void edit(Source of, Part part, String title, Change change) {
        boolean isFirst = data.sources().openings().beginKeeping(of);
        run(of, part, title, isFirst, (workspace, library) -> isFirst || library.mapping(code).isEmpty()
                ? kept(of, library, workspace, change)
                : change.of(workspace, library), () -> {
                    // What has changed is seen.
                });
    }

    /** The documents that a source becomes with its first change. */
    private static List<Document> kept(Source of, Library library, Workspace workspace, Change change) {
        List<Document> own = new ArrayList<>(Stream
                .concat(Stream.ofNullable(of.dataset()).filter(dataset -> library.dataset(dataset.code()).isEmpty()),
                        of.mapping().stream())
                .toList());
        Library with = library.with(own.stream().map(LoadedDocument::of).toList());
        for (Document changed : change.of(workspace, with)) {
            own.removeIf(one -> one.kind() == changed.kind() && one.code().equals(changed.code()));
            own.add(changed);
        }
        return own;
    }

    /** Makes the mapping a document of the workspace, with the dataset that was drafted for it. */
    void keep() {
        Source of = source().orElse(null);
        if (of == null || of.mapping().isEmpty()) {
            return;
        }
        boolean isFirst = data.sources().openings().beginKeeping(of);
        run(of, Part.FILE, texts.get("job.keep", of.name()), isFirst,
                (workspace, library) -> isFirst || library.mapping(code).isEmpty()
                        ? kept(of, library, workspace, (_, _) -> List.of())
                        : List.of(),
                () -> frame.steps().say(texts.get("data.kept", of.name())));
    }

    /** Looks at the file again after the last of the edits that wait. */
    private void run(Source of, Part part, String title, boolean isFirst, Change change, Runnable done) {
        Inventory.Known known = data.sources().openings().known();
        tell(part, null);
        frame.steps().edit(title, workspace -> {
            DocumentEdits.apply(workspace, library -> change.of(workspace, library));
            return new Edited(workspace, Inventory.of(workspace, known));
        }, edited -> {
            data.sources().show(edited.of(), edited.inventory());
            done.run();
        }, thrown -> {
            if (isFirst) {
                data.sources().openings().endKeeping(of);
            }
            tell(part, Problem.of(thrown));
            // What was edited before it was not looked at yet.
            data.lookWhereBehind();
        });
    }

    /** What is there after an edit. */
    private record Edited(Workspace of, Inventory inventory) {}
}
