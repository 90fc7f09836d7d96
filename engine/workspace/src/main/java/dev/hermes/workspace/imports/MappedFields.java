package dev.hermes.workspace.imports;

import dev.hermes.document.LoadedDocument;
import dev.hermes.formula.Expression;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Formula;
import dev.hermes.model.Location;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Origin;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a mapping, bound to the columns of its file. What is wrong with the mapping is added to the findings.
 * Of one thread.
 */
final class MappedFields {

    /** What separates columns, and how a mapping says so. */
    private static final List<Map.Entry<String, String>> OTHER_SEPARATORS = List.of(Map.entry(";", "';'"),
            Map.entry("\t", "\"\\t\""), Map.entry("|", "'|'"), Map.entry(",", "','"));

    private final LoadedDocument loaded;
    private final Mapping mapping;
    private final List<String> columns;
    private final Findings findings;
    private final FileFormulas formulas;
    private final SequencedMap<String, Integer> places = new LinkedHashMap<>();
    private final Map<String, FieldReader> readers = new HashMap<>();
    private final List<CellTexts> texts = new ArrayList<>();
    private final Set<String> asked = new TreeSet<>();
    private final @Nullable RowFormula where;

    MappedFields(LoadedDocument loaded, Mapping mapping, List<String> columns, Findings findings) {
        this.loaded = loaded;
        this.mapping = mapping;
        this.columns = columns;
        this.findings = findings;
        refuseOtherSeparator();
        formulas = new FileFormulas(columns);
        Formula condition = mapping.where();
        where = condition == null ? null : formula(condition, Type.BOOLEAN, "where");
        mapping.fields().forEach(this::bind);
        if (places.isEmpty() && findings.count() == 0) {
            refuse("fields", Message.of("No field reads a column of the file. Maybe one of {0}.", shown(columns)));
        }
    }

    /** One column that holds another separator is what a file looks like that is separated by that. */
    private void refuseOtherSeparator() {
        if (columns.size() == 1 && mapping.format() instanceof Mapping.Format.Csv) {
            String only = columns.getFirst();
            OTHER_SEPARATORS.stream().filter(other -> only.contains(other.getKey())).findFirst().ifPresent(other -> {
                throw refused("file", Message.of(
                        "{0} has one column, {1}. Maybe it is separated by another character: format: {csv: "
                                + "{separator: {2}}}.",
                        findings.called(), Quote.of(only), other.getValue()));
            });
        }
    }

    private void bind(String name, Mapping.Field field) {
        String path = "fields." + name;
        CellTexts origin = switch (field.origin()) {
            case Origin.Constant constant -> new CellTexts.Constant(constant.text());
            case Origin.Column column -> column(column.name(), path);
            case Origin.Computed computed -> {
                RowFormula formula = formula(computed.formula(), null, path + ".formula");
                yield formula == null ? null : new CellTexts.Computed(formula);
            }
        };
        if (origin != null) {
            texts.add(origin);
            Notation notation = field.origin() instanceof Origin.Column ? Notation.of(mapping.format())
                    : Notation.PLAIN;
            readers.put(name, new FieldReader(name, field, origin, loaded.locate(path), notation));
        }
    }

    private @Nullable CellTexts column(String column, String path) {
        int index = columns.indexOf(column);
        if (index < 0 || column.isEmpty()) {
            refuse(path, Message.of("{0} has no column {1}. {2}", findings.called(), Quote.of(column),
                    Suggestion.of(column, columns, Message.of("Maybe one of {0}.", shown(columns)))));
            return null;
        }
        return new CellTexts.OfColumn(column, index + 1, place(column));
    }

    private @Nullable RowFormula formula(Formula formula, @Nullable Type expected, String path) {
        Expression expression = formulas.check(formula, expected, problem -> refuse(path, problem));
        if (expression == null) {
            return null;
        }
        Map<String, Integer> read = new LinkedHashMap<>();
        FileFormulas.columns(expression).forEach(column -> read.put(column, place(column)));
        return new RowFormula(expression, read);
    }

    private int place(String column) {
        Integer known = places.get(column);
        if (known != null) {
            return known;
        }
        places.put(column, places.size());
        return places.size() - 1;
    }

    private static String shown(List<String> names) {
        return String.join(", ", names.stream().filter(name -> !name.isEmpty()).toList());
    }

    /** The columns that are read: those that fields expect, or all of the file. */
    ReadColumns columns(boolean all) {
        int[] expected = places.sequencedKeySet().stream().mapToInt(columns::indexOf).toArray();
        return all ? ReadColumns.all(expected, columns) : ReadColumns.expected(expected, columns);
    }

    /** The condition on rows; null where all are brought in. */
    @Nullable
    RowFormula where() {
        return where;
    }

    /** The fields in the order of the mapping. */
    List<FieldReader> readers() {
        return mapping.fields().sequencedKeySet().stream().map(readers::get).filter(Objects::nonNull).toList();
    }

    /** Lets every field take the next rows. */
    void start(RowBatch batch) {
        texts.forEach(text -> text.start(batch));
    }

    /** Whether the mapping has a field. */
    boolean has(String name) {
        return mapping.fields().containsKey(name);
    }

    /** A field without which there are no rows of this kind. */
    FieldReader required(String name) {
        return notOfDate(requiredDate(name));
    }

    /** As {@link #required}, for a date. */
    FieldReader requiredDate(String name) {
        if (!has(name)) {
            refuse("fields", Message.of(
                    "Rows that become {0} need the field {1}. Maybe add it, with the column that it comes from.",
                    mapping.into().word(), name));
        }
        return optionalDate(name);
    }

    /** A field that may be absent: then it is empty in every row. */
    FieldReader optional(String name) {
        return notOfDate(optionalDate(name));
    }

    /** As {@link #optional}, for a date. */
    FieldReader optionalDate(String name) {
        asked.add(name);
        FieldReader reader = readers.get(name);
        return reader == null ? FieldReader.absent(name) : reader;
    }

    /** A field that is the same in every row; null where the mapping does not have it. */
    @Nullable
    String constant(String name) {
        asked.add(name);
        Mapping.Field field = mapping.fields().get(name);
        if (field == null) {
            return null;
        }
        if (field.origin() instanceof Origin.Constant constant) {
            return constant.text();
        }
        refuse("fields." + name,
                Message.of("The field {0} is the same for the whole file. Maybe write {0}: {value: …}.", name));
        return null;
    }

    private FieldReader notOfDate(FieldReader reader) {
        if (!reader.saysNothingOfDates()) {
            refuse("fields." + reader.name(),
                    Message.of("The field {0} is not a date. Maybe remove format and plusDays.", reader.name()));
        }
        return reader;
    }

    /** Reports the fields that nobody has asked for. */
    void refuseOthers() {
        Set<String> others = new HashSet<>(mapping.fields().keySet());
        others.removeAll(asked);
        new TreeSet<>(others)
                .forEach(name -> refuse("fields." + name, Message.of("Rows that become {0} have no field {1}. {2}",
                        mapping.into().word(), name, Suggestion.of(name, asked))));
    }

    /** The code of the document that all rows belong to; null where the mapping names none. */
    @Nullable
    String of() {
        return mapping.of();
    }

    /** Which of the earlier rows go. */
    Mapping.Replaces replaces() {
        return mapping.replaces();
    }

    /** Reports what is so wrong with the mapping that the rest of it cannot be judged: to be thrown. */
    FindingsException refused(String path, Message message) {
        refuse(path, message);
        return findings.exception();
    }

    /** Reports what is wrong with the mapping. */
    void refuse(String path, Message message) {
        Location location = loaded.locate(path);
        findings.add(loaded.subject(), path, location, message);
    }
}
