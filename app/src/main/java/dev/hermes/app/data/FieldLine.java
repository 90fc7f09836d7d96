package dev.hermes.app.data;

import dev.hermes.document.Library;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.imports.TargetFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of what rows become, and where it comes from.
 *
 * @param name
 *            the field
 * @param read
 *            where it comes from; null where nothing is read into it
 * @param standing
 *            what the rows make of the field
 * @param isDate
 *            whether it holds dates
 * @param column
 *            the dataset's column that it is; null where rows are no facts, or the dataset has no such column
 * @param rules
 *            what is asked of it; empty where nothing is
 */
record FieldLine(String name, Mapping.@Nullable Field read, Standing standing, boolean isDate,
        Dataset.@Nullable Column column, String rules) {

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_]+");

    /** What rows make of a field. */
    enum Standing {
        /** There are no rows without it. */
        NEEDED,
        /** Rows may have it. */
        OPTIONAL,
        /** Rows have no such field: what the mapping says of it is wrong. */
        UNKNOWN
    }

    /** The lines of a mapping: the fields of what its rows become, then those that they do not have. */
    static List<FieldLine> of(Mapping mapping, Optional<Dataset> dataset, Library library, DataWords words) {
        List<TargetFields.Field> fields = mapping.into() == Mapping.Target.FACTS
                ? dataset.map(TargetFields::of).orElse(List.of())
                : TargetFields.of(mapping.into(), mapping.of(), library);
        List<FieldLine> lines = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (TargetFields.Field field : fields) {
            known.add(field.name());
            lines.add(line(mapping, dataset, field.name(), field.isRequired() ? Standing.NEEDED : Standing.OPTIONAL,
                    field.isDate(), words));
        }
        mapping.fields().keySet().stream().filter(name -> !known.contains(name))
                .forEach(name -> lines.add(line(mapping, dataset, name, Standing.UNKNOWN, false, words)));
        return lines;
    }

    private static FieldLine line(Mapping mapping, Optional<Dataset> dataset, String name, Standing standing,
            boolean isDate, DataWords words) {
        Mapping.Field read = mapping.fields().get(name);
        Dataset.Column column = dataset
                .flatMap(of -> of.columns().stream().filter(one -> one.name().equals(name)).findFirst()).orElse(null);
        return new FieldLine(name, read, standing, isDate, column, words.rules(name, read, dataset));
    }

    /** The column that is read into the field; empty where it is none. */
    String from() {
        return read != null && read.origin() instanceof Mapping.Origin.Column of ? of.name() : "";
    }

    /** The columns of a file that a mapping does not read, in their order. */
    static List<String> unused(Mapping mapping, List<String> columns) {
        return columns.stream().filter(column -> !column.isEmpty() && !isRead(mapping, column)).toList();
    }

    private static boolean isRead(Mapping mapping, String column) {
        Stream<String> formulas = Stream.concat(
                mapping.fields().values().stream().map(Mapping.Field::origin)
                        .filter(Mapping.Origin.Computed.class::isInstance)
                        .map(origin -> ((Mapping.Origin.Computed) origin).formula().text()),
                Stream.ofNullable(mapping.where()).map(where -> where.text()));
        return mapping.fields().values().stream()
                .anyMatch(field -> field.origin().equals(new Mapping.Origin.Column(column)))
                || formulas.anyMatch(formula -> names(formula, column));
    }

    private static boolean names(String formula, String column) {
        return NO_NAME.matcher(column).find()
                ? formula.contains(column)
                : NO_NAME.splitAsStream(formula).anyMatch(column::equals);
    }
}
