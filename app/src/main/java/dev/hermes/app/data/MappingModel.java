package dev.hermes.app.data;

import dev.hermes.app.frame.FrameModel;
import dev.hermes.app.frame.Problem;
import dev.hermes.document.Library;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping;
import dev.hermes.spi.AdapterOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of the source that is looked at, and what is asked of its fields: what is shown of them. Changes are those
 * of {@link MappingEdits}. Of the screen's thread.
 */
final class MappingModel {

    private final FrameModel frame;
    private final DataModel data;
    private final ReadOnlyObjectWrapper<Map<MappingEdits.Part, Problem>> problems = new ReadOnlyObjectWrapper<>(
            Map.of());
    private final ReadOnlyObjectWrapper<@Nullable String> field = new ReadOnlyObjectWrapper<>();

    MappingModel(FrameModel frame, DataModel data) {
        this.frame = frame;
        this.data = data;
    }

    DataWords words() {
        return data.words();
    }

    /** The changes of the source that is looked at now, whichever is looked at later. */
    MappingEdits edits() {
        String code = data.sources().source().get();
        return new MappingEdits(frame, data, code == null ? "" : code);
    }

    /** Why the last change of a part was not made; nothing of those that were. */
    ReadOnlyObjectProperty<Map<MappingEdits.Part, Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** Why the last change of a part was not made; null where it was. */
    @Nullable
    Problem problem(MappingEdits.Part part) {
        return problems.get().get(part);
    }

    /** A change was not made; null: it was, or another one is tried. */
    void tell(MappingEdits.Part part, @Nullable Problem why) {
        Map<MappingEdits.Part, Problem> now = new EnumMap<>(MappingEdits.Part.class);
        now.putAll(problems.get());
        if (why == null) {
            now.remove(part);
        } else {
            now.put(part, why);
        }
        problems.set(Map.copyOf(now));
    }

    /** The field whose terms are open; null where none are. */
    ReadOnlyObjectProperty<@Nullable String> field() {
        return field.getReadOnlyProperty();
    }

    /** Opens the terms of a field, or closes those that are open. */
    void open(@Nullable String name) {
        data.sources().settle();
        tell(MappingEdits.Part.FIELDS, null);
        field.set(name);
    }

    Optional<Mapping> mapping() {
        return data.sources().chosen().flatMap(Source::mapping);
    }

    /** The dataset that the rows become facts of. */
    Optional<Dataset> dataset() {
        return data.sources().chosen()
                .flatMap(of -> of.mapping().filter(mapping -> mapping.into() == Mapping.Target.FACTS)
                        .flatMap(mapping -> dataset(data.sources().inventory().get().library(), of, mapping)));
    }

    static Optional<Dataset> dataset(Library library, Source of, Mapping mapping) {
        return library.dataset(String.valueOf(mapping.of())).or(() -> Optional.ofNullable(of.dataset()));
    }

    /** A line for each field of what the rows become. */
    List<FieldLine> lines() {
        return mapping()
                .map(mapping -> FieldLine.of(mapping, dataset(), data.sources().inventory().get().library(),
                        data.words()))
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

    /** What can be said of a format that a plugin reads, and what is said though the plugin has no such option. */
    List<AdapterOption> options(Mapping.Format.Adapter format) {
        List<AdapterOption> known = data.sources().inventory().get().options().getOrDefault(format.word(), List.of());
        Stream<AdapterOption> others = format.options().sequencedKeySet().stream()
                .filter(name -> known.stream().noneMatch(option -> option.name().equals(name)))
                .map(name -> new AdapterOption(name, name));
        return Stream.concat(known.stream(), others).toList();
    }

    /** The texts of the file that the preview has read into a field, before its lookup, each once. */
    List<String> seen(String name) {
        return data.preview().seen(name);
    }

    /** Whether edits are under way, so that the documents do not say yet what was entered last. */
    boolean isEditing() {
        return frame.steps().isEditing();
    }

    /** What rows such as these can take the place of. */
    List<Mapping.Replaces> replaceable() {
        return mapping().map(mapping -> Replacements.of(mapping, dataset(), data.sources().inventory().get().library()))
                .orElse(List.of());
    }

    /** Whether the types of the dataset's columns can still be changed: rows that are there have theirs. */
    boolean canRetype() {
        return dataset().filter(of -> !data.sources().inventory().get().filled().contains(of.code())).isPresent();
    }

    /** Whether the chosen mapping is no document of the workspace yet. */
    boolean canKeep() {
        return data.sources().chosen().filter(of -> of.kind() == Source.Kind.OPENED).isPresent();
    }

    /** Makes the chosen mapping a document of the workspace, with the dataset that was drafted for it. */
    void keep() {
        if (canKeep()) {
            edits().keep();
        }
    }

    /** Nothing is open, and nothing went wrong. */
    void forget() {
        problems.set(Map.of());
        field.set(null);
    }
}
