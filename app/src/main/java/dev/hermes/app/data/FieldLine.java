package dev.hermes.app.data;

import dev.hermes.document.Library;
import dev.hermes.model.Dataset;
import dev.hermes.model.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What becomes of a column, as a line of a mapping.
 *
 * @param from
 *            the column, constant or formula
 * @param field
 *            what it becomes; empty where nothing reads the column
 * @param rules
 *            what is asked of it; empty where nothing is
 */
record FieldLine(String from, String field, String rules) {

    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_]+");

    /**
     * The lines of a mapping: its fields in their order, then what no field reads.
     *
     * @param columns
     *            the columns of its file, as far as they are known
     */
    static List<FieldLine> of(Source source, Library library, List<String> columns, DataWords words) {
        Mapping mapping = source.mapping().orElse(null);
        if (mapping == null) {
            return List.of();
        }
        Optional<Dataset> dataset = mapping.into() == Mapping.Target.FACTS
                ? library.dataset(String.valueOf(mapping.of())).or(() -> Optional.ofNullable(source.dataset()))
                : Optional.empty();
        List<FieldLine> lines = new ArrayList<>();
        mapping.fields().forEach((name, field) -> lines.add(new FieldLine(words.origin(field.origin()), name,
                words.rules(name, field, dataset))));
        unused(mapping, columns).forEach(column -> lines.add(new FieldLine(column, "", "")));
        return lines;
    }

    private static List<String> unused(Mapping mapping, List<String> columns) {
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
