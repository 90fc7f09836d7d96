package dev.hermes.app.data;

import dev.hermes.model.Dataset;
import dev.hermes.model.Formula;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Field;
import dev.hermes.model.Mapping.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes mappings and datasets of others: immutable documents, so a change is a new one. */
final class Remapping {

    private Remapping() {}

    /** The mapping with a field that reads a column; how the field is read stays where it read one before. */
    static Mapping reading(Mapping mapping, String field, String column) {
        Field before = mapping.fields().get(field);
        Origin origin = new Origin.Column(column);
        return with(mapping, field, before == null || !(before.origin() instanceof Origin.Column)
                ? new Field(origin, null, 0, Map.of())
                : new Field(origin, before.dateFormat(), before.plusDays(), before.lookup()));
    }

    /** The mapping with a field in its place, or as the last one. */
    static Mapping with(Mapping mapping, String name, Field field) {
        SequencedMap<String, Field> fields = new LinkedHashMap<>(mapping.fields());
        fields.put(name, field);
        return withFields(mapping, fields);
    }

    static Mapping without(Mapping mapping, String name) {
        SequencedMap<String, Field> fields = new LinkedHashMap<>(mapping.fields());
        fields.remove(name);
        return withFields(mapping, fields);
    }

    /** The mapping with another lookup of a field that it has; empty for none. */
    static Mapping translating(Mapping mapping, String name, Map<String, String> lookup) {
        Field before = mapping.fields().get(name);
        return before == null
                ? mapping
                : with(mapping, name, new Field(before.origin(), before.dateFormat(), before.plusDays(), lookup));
    }

    /** The mapping with other days added to the dates of a field that it has. */
    static Mapping adding(Mapping mapping, String name, int days) {
        Field before = mapping.fields().get(name);
        return before == null
                ? mapping
                : with(mapping, name, new Field(before.origin(), before.dateFormat(), days, before.lookup()));
    }

    /** The mapping with a field that is the same text in every row; how it was read before does not count for that. */
    static Mapping constant(Mapping mapping, String name, String text) {
        return with(mapping, name, new Field(new Origin.Constant(text.strip()), null, 0, Map.of()));
    }

    /** The mapping with a field that is calculated; what is made of a result stays where it was calculated before. */
    static Mapping computed(Mapping mapping, String name, String formula) {
        Field before = mapping.fields().get(name);
        Origin origin = new Origin.Computed(new Formula(formula.strip()));
        return with(mapping, name, before != null && before.origin() instanceof Origin.Computed
                ? new Field(origin, null, before.plusDays(), before.lookup())
                : new Field(origin, null, 0, Map.of()));
    }

    /** The mapping with another form of the dates in a column that it reads; as of all dates where it is blank. */
    static Mapping dated(Mapping mapping, String name, String pattern) {
        Field before = mapping.fields().get(name);
        return before == null || !(before.origin() instanceof Origin.Column)
                ? mapping
                : with(mapping, name, new Field(before.origin(), pattern.isBlank() ? null : pattern.strip(),
                        before.plusDays(), before.lookup()));
    }

    /** The mapping of a CSV file that is written otherwise; as it is where it reads no such file. */
    static Mapping written(Mapping of, UnaryOperator<Mapping.Format.Csv> change) {
        return of.format() instanceof Mapping.Format.Csv csv ? withFormat(of, change.apply(csv)) : of;
    }

    private static Mapping withFields(Mapping of, SequencedMap<String, Field> fields) {
        return new Mapping(of.code(), of.name(), of.file(), of.format(), of.into(), of.of(), of.replaces(), of.where(),
                fields);
    }

    static Mapping withFormat(Mapping of, Mapping.Format format) {
        return new Mapping(of.code(), of.name(), of.file(), format, of.into(), of.of(), of.replaces(), of.where(),
                of.fields());
    }

    /** The mapping with an option of the plugin that reads its file; without it where it is blank. */
    static Mapping saying(Mapping of, String option, String text) {
        return withFormat(of, saying(of.format(), option, text));
    }

    /** As above, of a format; one that no plugin reads has no options. */
    static Mapping.Format saying(Mapping.Format of, String option, String text) {
        if (!(of instanceof Mapping.Format.Adapter format)) {
            return of;
        }
        SequencedMap<String, String> options = new LinkedHashMap<>(format.options());
        if (text.isBlank()) {
            options.remove(option);
        } else {
            options.put(option, text.strip());
        }
        return new Mapping.Format.Adapter(format.word(), options);
    }

    static Mapping replacing(Mapping of, Mapping.Replaces replaces) {
        return new Mapping(of.code(), of.name(), of.file(), of.format(), of.into(), of.of(), replaces, of.where(),
                of.fields());
    }

    /** The mapping of rows for which a condition is true; of all where it is blank. */
    static Mapping withCondition(Mapping of, String condition) {
        @Nullable Formula where = condition.isBlank() ? null : new Formula(condition.strip());
        return new Mapping(of.code(), of.name(), of.file(), of.format(), of.into(), of.of(), of.replaces(), where,
                of.fields());
    }

    /** The dataset with a column in the place of the one with its name. */
    static Dataset with(Dataset of, Dataset.Column column) {
        return new Dataset(of.code(), of.name(),
                of.columns().stream().map(one -> one.name().equals(column.name()) ? column : one).toList(), of.key(),
                of.date(), of.recorded(), of.credits(), of.joins(), of.measures(), of.validations());
    }

    /** The dataset whose rows are named by a column. */
    static Dataset named(Dataset of, String key) {
        return new Dataset(of.code(), of.name(), of.columns(), key, of.date(), of.recorded(), of.credits(), of.joins(),
                of.measures(), of.validations());
    }

    /** The dataset whose rows have happened on a date of theirs; null for on none. */
    static Dataset happening(Dataset of, @Nullable String date) {
        return new Dataset(of.code(), of.name(), of.columns(), of.key(), date, of.recorded(), of.credits(), of.joins(),
                of.measures(), of.validations());
    }

    /** The dataset with others who are credited. */
    static Dataset crediting(Dataset of, List<Dataset.Credit> credits) {
        return new Dataset(of.code(), of.name(), of.columns(), of.key(), of.date(), of.recorded(), credits, of.joins(),
                of.measures(), of.validations());
    }
}
