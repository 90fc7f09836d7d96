package dev.hermes.document;

import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Content;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.Dataset.Column;
import dev.hermes.model.Dataset.Credit;
import dev.hermes.model.Dataset.Join;
import dev.hermes.model.Dataset.Measure;
import dev.hermes.model.Dataset.Validation;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import dev.hermes.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** The fields of a dataset. */
final class DatasetForm {

    private static final int DIGITS = 18;
    private static final int MOST_DIGITS = 38;
    private static final int SCALE = 4;
    private static final int GREATEST_SCALE = 12;
    /** A number has at most 26 digits before the decimal point. */
    private static final int MOST_INTEGER_DIGITS = 26;

    private final Fields fields;
    private final SequencedSet<String> columnNames = new LinkedHashSet<>();
    private final SequencedMap<String, Column> columns = new LinkedHashMap<>();
    private final SequencedSet<String> joinNames = new LinkedHashSet<>();

    private DatasetForm(Fields fields) {
        this.fields = fields;
    }

    static Dataset read(String code, String name, Fields fields) {
        return new DatasetForm(fields).read(code, name);
    }

    static void write(Dataset dataset, Output output) {
        output.table("columns", dataset.columns(), Column::name, DatasetForm::content).text("key", dataset.key())
                .text("date", dataset.date()).text("recorded", dataset.recorded());
        if (dataset.credits().size() == 1) {
            output.put("credit", content(dataset.credits().getFirst()));
        } else {
            output.list("credit", dataset.credits(), DatasetForm::content);
        }
        output.table("joins", dataset.joins(), Join::alias,
                join -> new Output().text("dataset", join.dataset()).text("on", join.column()).fields())
                .table("measures", dataset.measures(), Measure::name, measure -> new Output()
                        .text("unit", measure.unit().name()).formula("formula", measure.formula()).fields())
                .table("validations", dataset.validations(), Validation::name, validation -> new Output()
                        .text("message", validation.message()).text("query", validation.query()).fields());
    }

    private Dataset read(String code, String name) {
        for (Placed<String> column : fields.someRows("columns")) {
            checkName(column);
            columnNames.add(column.read());
            Column read = column.value().isScalar()
                    ? column(column.read(), Readings.type(column.value()), DIGITS, SCALE)
                    : column.value().fields(inner -> column(column.read(), inner));
            if (read != null) {
                columns.put(read.name(), read);
            }
        }
        List<Placed<String>> joinRows = fields.table("joins");
        joinRows.forEach(alias -> joinNames.add(alias.read()));
        String key = fields.required("key", this::ownColumn, "");
        String date = fields.optional("date", this::dateColumn);
        String recorded = fields.optional("recorded", this::dateColumn);
        List<Credit> credits = credits();
        if (!credits.isEmpty() && !fields.has("date")) {
            fields.error("date",
                    Message.of("Rows that are credited need a date, which decides the period. Maybe add date."));
        }
        return new Dataset(code, name, List.copyOf(columns.values()), key, date, recorded, credits, joins(joinRows),
                measures(), validations());
    }

    private List<Validation> validations() {
        List<Validation> validations = new ArrayList<>();
        for (Placed<String> validation : fields.table("validations")) {
            Message problem = Codes.problemOfColumn(validation.read());
            if (problem != null) {
                validation.value().errorOfName(problem);
            }
            Validation read = validation.value().fields(inner -> new Validation(validation.read(),
                    inner.required("message", Readings::text, ""), inner.required("query", Readings::anyText, "")));
            if (read != null) {
                validations.add(read);
            }
        }
        return validations;
    }

    private static @Nullable Column column(String name, @Nullable Type type, int digits, int scale) {
        if (type == null) {
            return null;
        }
        return type.isNumber() ? new Column(name, type, digits, scale) : new Column(name, type, 0, 0);
    }

    private static Column column(String name, Fields fields) {
        Value typeValue = fields.require("type");
        Type type = typeValue == null ? null : Readings.type(typeValue);
        if (type == null) {
            fields.known("digits", "scale");
            fields.known(ColumnRuleForm.FIELDS);
            return new Column(name, Type.NUMBER, DIGITS, SCALE);
        }
        List<ColumnRule> rules = ColumnRuleForm.read(type, fields);
        if (!type.isNumber()) {
            fields.notHere(Message.of("Only numbers have digits and a scale."), "digits", "scale");
            return new Column(name, type, 0, 0, rules);
        }
        int digits = fields.integer("digits", 1, MOST_DIGITS, DIGITS);
        int scale = fields.integer("scale", 0, GREATEST_SCALE, SCALE);
        if (scale > digits) {
            fields.error("scale", Message.of("The scale ({0}) must not be above the digits ({1}) that a number has in "
                    + "all. Maybe scale: 0.", scale, digits));
        }
        if (digits - scale > MOST_INTEGER_DIGITS) {
            fields.error("digits", Message.of("A number has at most 26 digits before the decimal point, and digits "
                    + "({0}) less scale ({1}) is more. Maybe digits: {2}.", digits, scale,
                    MOST_INTEGER_DIGITS + scale));
        }
        return new Column(name, type, digits, scale, rules);
    }

    private List<Credit> credits() {
        Value value = fields.find("credit");
        if (value == null) {
            return List.of();
        }
        if (!value.isList()) {
            Credit credit = value.fields(this::credit);
            return credit == null ? List.of() : List.of(credit);
        }
        List<Placed<Credit>> credits = fields.some("credit", item -> item.fields(this::credit));
        for (Placed<Credit> credit : credits) {
            if (credits.size() > 1 && credit.read().share() == null) {
                credit.value().error(Message.of("A row that is credited to several needs a share for each. Maybe "
                        + "share: '1' where each is credited in full."));
            }
        }
        Repeats.refuse(credits, Message.of("credit"), credit -> credit.subject() + " " + credit.column());
        return credits.stream().map(Placed::read).toList();
    }

    private Credit credit(Fields inner) {
        String word = inner.oneOf(DatedValueForm.SUBJECTS.all().toArray(String[]::new));
        Subject subject = word == null ? null : DatedValueForm.SUBJECTS.meaning(word);
        String column = word == null ? "" : inner.required(word, this::creditColumn, "");
        return new Credit(subject == null ? Subject.PERSON : subject, column, inner.optionalFormula("share"));
    }

    private List<Join> joins(List<Placed<String>> rows) {
        List<Join> joins = new ArrayList<>();
        for (Placed<String> alias : rows) {
            checkName(alias);
            refuseColumnName(alias);
            Join join = alias.value().fields(inner -> new Join(alias.read(), inner.reference("dataset"),
                    inner.required("on", this::ownColumn, "")));
            if (join != null) {
                joins.add(join);
            }
        }
        return joins;
    }

    private List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        for (Placed<String> name : fields.table("measures")) {
            checkName(name);
            refuseColumnName(name);
            if (joinNames.contains(name.read())) {
                name.value().errorOfName(Message.of("The name {0} is that of a joined dataset. Maybe choose another.",
                        Quotation.of(name.read())));
            }
            Measure measure = name.value()
                    .fields(inner -> new Measure(name.read(), inner.unit("unit"), inner.formula("formula")));
            if (measure != null) {
                measures.add(measure);
            }
        }
        return measures;
    }

    private static void checkName(Placed<String> name) {
        Message problem = Codes.problemOfColumn(name.read());
        if (problem != null) {
            name.value().errorOfName(problem);
        }
    }

    private void refuseColumnName(Placed<String> name) {
        if (columnNames.contains(name.read())) {
            name.value().errorOfName(Message.of("The name {0} is that of a column. Maybe choose another.",
                    Quotation.of(name.read())));
        }
    }

    /** A column of this dataset, which must exist. */
    private @Nullable String ownColumn(Value value) {
        String name = Readings.text(value);
        if (name == null || columnNames.contains(name)) {
            return name;
        }
        value.error(Message.of("There is no column {0}. {1}", Quotation.of(name),
                columnNames.isEmpty() ? Message.of("Maybe add it.") : Words.suggestion(name, columnNames)));
        return null;
    }

    private @Nullable String dateColumn(Value value) {
        String name = ownColumn(value);
        Column column = name == null ? null : columns.get(name);
        if (column != null && column.type().value() != ValueType.DATE) {
            value.error(Message.of("The column {0} is of type {1}, where a date is needed. Maybe name another, or "
                    + "declare it as a date.", Quotation.of(column.name()), column.type().word()));
            return null;
        }
        return name;
    }

    /** A text column of this dataset, or any column of a joined one, which the planner knows. */
    private @Nullable String creditColumn(Value value) {
        String text = Readings.text(value);
        int dot = text == null ? -1 : text.indexOf('.');
        if (text != null && dot > 0) {
            if (joinNames.contains(text.substring(0, dot))) {
                return Readings.checked(value, path -> Codes.problemOfColumn(path.substring(dot + 1)));
            }
            value.error(Message.of("There is no joined dataset {0}. Maybe add it to joins.",
                    Quotation.of(text.substring(0, dot))));
            return null;
        }
        String name = text == null ? null : ownColumn(value);
        Column column = name == null ? null : columns.get(name);
        if (column != null && column.type().value() != ValueType.TEXT) {
            value.error(Message.of("The column {0} is of type {1}, and who is credited is a text. Maybe declare it as "
                    + "text.", Quotation.of(column.name()), column.type().word()));
            return null;
        }
        return name;
    }

    private static Content content(Column column) {
        boolean usual = !column.type().isNumber() || column.digits() == DIGITS && column.scale() == SCALE;
        if (usual && column.rules().isEmpty()) {
            return Content.text(column.type().word());
        }
        Output output = new Output().text("type", column.type().word());
        if (!usual) {
            output.integer("digits", column.digits(), DIGITS).integer("scale", column.scale(), SCALE);
        }
        ColumnRuleForm.write(column.rules(), output);
        return output.fields();
    }

    private static Content content(Credit credit) {
        return new Output().text(DatedValueForm.SUBJECTS.word(credit.subject()), credit.column())
                .formula("share", credit.share()).fields();
    }
}
