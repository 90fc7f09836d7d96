package dev.hermes.document;

import dev.hermes.document.internal.Content;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.SeriesSource.Composite;
import dev.hermes.model.SeriesSource.Facts;
import dev.hermes.model.SeriesSource.FromDatedValue;
import dev.hermes.model.SeriesSource.FromIndicator;
import dev.hermes.model.SeriesSource.Query;
import dev.hermes.model.SeriesSource.Upload;
import dev.hermes.model.Treatment;
import org.jspecify.annotations.Nullable;

/** Where the series of an indicator come from: the actual of a base indicator, and targets and baselines. */
final class SeriesForm {

    static final Words<Boolean> EACH = Words.of("period", false).and("day", true);
    static final Words<Boolean> ROLLUP = Words.of("inputs", false).and("values", true);

    private static final Words<Aggregation> AGGREGATIONS = Words.of(Aggregation.class, Aggregation::word);
    private static final Words<Treatment> EMPTY = Words.of("zero", Treatment.ZERO).and("missing", Treatment.MISSING)
            .and("failure", Treatment.FAILURE);
    private static final Words<SeriesSource> UPLOAD = Words.of("upload", new Upload(false));
    private static final Words<SeriesSource> UPLOAD_OR_NONE = UPLOAD.and("none", SeriesSource.NONE);
    private static final Words<Boolean> ROLLED_UP = Words.of("rolledUp", true);

    private SeriesForm() {}

    /** The actual of a base indicator, whose fields stand among those of the indicator itself. */
    static SeriesSource readBase(Fields fields) {
        return switch (fields.oneOf("dataset", "query", "actual")) {
            case "dataset" -> facts(fields);
            case "query" -> {
                fields.notHere(Message.of("It goes with dataset; a query says it in SQL."), "aggregate", "measure",
                        "where",
                        "date");
                yield new Query(fields.required("query", Readings::lines, ""), fields.word("empty", EMPTY));
            }
            case "actual" -> {
                fields.notHere(Message.of("It goes with dataset or query."), "aggregate", "measure", "where", "date",
                        "empty");
                yield fields.required("actual",
                        value -> value.isScalar() ? Readings.word(value, UPLOAD) : value.fields(SeriesForm::broughtIn),
                        SeriesSource.NONE);
            }
            case null, default -> {
                fields.known("aggregate", "measure", "where", "date", "empty");
                yield SeriesSource.NONE;
            }
        };
    }

    /** A target or baseline. */
    static @Nullable SeriesSource readOther(Value value) {
        return value.isScalar() ? Readings.word(value, UPLOAD_OR_NONE) : value.fields(SeriesForm::other);
    }

    static void writeBase(SeriesSource actual, Output output) {
        switch (actual) {
            case Facts facts -> write(facts, output);
            case Query query -> output.text("query", query.sql()).word("empty", query.empty(), EMPTY);
            case Upload upload -> output.put("actual", content(upload));
            case FromDatedValue value -> output.put("actual", content(value));
            case FromIndicator indicator -> output.put("actual", content(indicator));
            case SeriesSource.None none -> throw unsayable("actual", none);
            case Composite composite -> throw unsayable("actual of a base indicator", composite);
            case SeriesSource.Score score -> throw unsayable("actual of a base indicator", score);
        }
    }

    /** A target or baseline; null where there is none. */
    static @Nullable Content content(SeriesSource source) {
        return switch (source) {
            case SeriesSource.None none -> null;
            case Upload upload when upload.rolledUp() -> new Output().word("upload", true, ROLLED_UP).fields();
            case Upload upload -> Content.text(UPLOAD.word(upload));
            case FromDatedValue value -> new Output().text("datedValue", value.code())
                    .flag("rolledUp", value.rolledUp(), false).fields();
            case FromIndicator indicator -> new Output().text("indicator", indicator.code()).fields();
            case Facts facts -> new Output().put("facts", write(facts, new Output()).fields()).fields();
            case Composite composite when !composite.eachDay() -> new Output().formula("formula", composite.formula())
                    .word("rollup", composite.rollUpValues(), ROLLUP, false).fields();
            case Composite composite -> throw unsayable("target or baseline", composite);
            case Query query -> throw unsayable("target or baseline", query);
            case SeriesSource.Score score -> throw unsayable("target or baseline", score);
        };
    }

    /** Whether a superior's value is the roll-up of values that members have on their own. */
    static boolean isRolledUp(SeriesSource source) {
        return switch (source) {
            case Upload upload -> upload.rolledUp();
            case FromDatedValue value -> value.rolledUp();
            case SeriesSource.None none -> false;
            case Facts facts -> false;
            case Query query -> false;
            case FromIndicator indicator -> false;
            case Composite composite -> false;
            case SeriesSource.Score score -> false;
        };
    }

    private static SeriesSource other(Fields fields) {
        return switch (fields.oneOf("upload", "datedValue", "indicator", "facts", "formula")) {
            case "facts" -> fields.required("facts", value -> value.fields(SeriesForm::facts), SeriesSource.NONE);
            case "formula" -> new Composite(fields.formula("formula"), false, fields.word("rollup", ROLLUP, false));
            case null -> SeriesSource.NONE;
            case String word -> broughtIn(word, fields);
        };
    }

    private static SeriesSource broughtIn(Fields fields) {
        String word = fields.oneOf("upload", "datedValue", "indicator");
        return word == null ? SeriesSource.NONE : broughtIn(word, fields);
    }

    private static SeriesSource broughtIn(String word, Fields fields) {
        return switch (word) {
            case "upload" -> new Upload(fields.word("upload", ROLLED_UP));
            case "datedValue" -> new FromDatedValue(fields.reference("datedValue"), fields.flag("rolledUp", false));
            default -> new FromIndicator(fields.reference("indicator"));
        };
    }

    private static SeriesSource facts(Fields fields) {
        String dataset = fields.reference("dataset");
        Value word = fields.require("aggregate");
        Aggregation aggregate = word == null ? null : Readings.word(word, AGGREGATIONS);
        String measure = fields.optional("measure", value -> Readings.checked(value, Codes::problemOfColumnPath));
        Formula where = fields.optionalFormula("where");
        String date = fields.optional("date", value -> Readings.checked(value, Codes::problemOfColumnPath));
        Treatment empty = fields.optional("empty", value -> Readings.word(value, EMPTY));
        if (aggregate == null) {
            return SeriesSource.NONE;
        }
        checkMeasure(aggregate, fields);
        if (empty == null && !isZeroWithoutFacts(aggregate)) {
            if (!fields.has("empty")) {
                fields.error("empty",
                        Message.of("What {0} is without facts must be said. Maybe empty: missing, or zero "
                                + "or failure.", aggregate.word()));
            }
            return SeriesSource.NONE;
        }
        return new Facts(dataset, aggregate, measure, where, date, empty == null ? Treatment.ZERO : empty);
    }

    private static void checkMeasure(Aggregation aggregate, Fields fields) {
        boolean counts = aggregate == Aggregation.COUNT;
        if (counts && fields.has("measure")) {
            fields.error("measure", Message.of("The aggregate count counts rows, whatever is in them. Maybe remove "
                    + "measure, or use countDistinct."));
        } else if (!counts && !fields.has("measure")) {
            fields.error("measure", Message.of("The aggregate {0} needs a measure. Maybe add the column or measure "
                    + "that it is of.", aggregate.word()));
        }
    }

    private static boolean isZeroWithoutFacts(Aggregation aggregate) {
        return switch (aggregate) {
            case SUM, COUNT, COUNT_DISTINCT -> true;
            case MIN, MAX, AVERAGE, FIRST, LAST -> false;
        };
    }

    private static Output write(Facts facts, Output output) {
        boolean usual = isZeroWithoutFacts(facts.aggregate()) && facts.empty().equals(Treatment.ZERO);
        return output.text("dataset", facts.dataset()).word("aggregate", facts.aggregate(), AGGREGATIONS)
                .text("measure", facts.measure()).formula("where", facts.where()).text("date", facts.date())
                .text("empty", usual ? null : EMPTY.word(facts.empty()));
    }

    private static IllegalArgumentException unsayable(String place, SeriesSource source) {
        return new IllegalArgumentException("No document can say that the " + place + " is " + source + ".");
    }
}
