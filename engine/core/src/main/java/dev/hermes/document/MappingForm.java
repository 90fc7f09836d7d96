package dev.hermes.document;

import dev.hermes.document.Value.Placed;
import dev.hermes.document.internal.Content;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Formula;
import dev.hermes.model.Mapping;
import dev.hermes.model.Mapping.Field;
import dev.hermes.model.Mapping.Format;
import dev.hermes.model.Mapping.Origin;
import dev.hermes.model.Mapping.Replaces;
import dev.hermes.model.Mapping.Target;
import dev.hermes.model.Message;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a mapping. */
final class MappingForm {

    private static final Words<Format> FORMATS = Words.<Format>of("csv", CsvForm.COMMAS).and("parquet",
            new Format.Parquet());
    private static final String PERIODS = "periods";
    private static final Replaces EVERYTHING = new Replaces.Everything();
    private static final Words<Replaces> REPLACES = Words.<Replaces>of("everything", EVERYTHING)
            .and("keys", new Replaces.Keys()).and(PERIODS, new Replaces.Periods(null));
    /** What may name a format or an option of one; which there are depends on the plugins. */
    private static final Pattern FORMAT = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final int MOST_OPTIONS = 100;
    private static final Words<Target> TARGETS = Words.of(Target.class, Target::word);
    /** A path from the root of a disk, or an address. */
    private static final Pattern ABSOLUTE = Pattern.compile("/.*|[A-Za-z]:.*|[A-Za-z][A-Za-z0-9+.-]*://.*");
    private static final int MOST_DAYS = 366;
    private static final int MOST_LOOKUPS = 10_000;
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 1, 31, 0, 0, 0, 0, ZoneOffset.UTC);

    private MappingForm() {}

    static Mapping read(String code, String name, Fields fields) {
        String file = fields.required("file", value -> Readings.checked(value, MappingForm::problemOfFile), "");
        Format format = fields.optional("format", MappingForm::format, CsvForm.COMMAS);
        Value into = fields.require("into");
        Target target = into == null ? null : Readings.word(into, TARGETS);
        String of = fields.optional("of", Readings::reference);
        if (target != null) {
            checkOf(target, of, fields);
        }
        Replaces replaces = fields.optional("replaces", MappingForm::replaces, EVERYTHING);
        checkReplaces(target, replaces, fields);
        Formula where = fields.optionalFormula("where");
        SequencedMap<String, Field> read = new LinkedHashMap<>();
        for (Placed<String> field : fields.someRows("fields")) {
            Message problem = Codes.problemOfColumn(field.read());
            if (problem != null) {
                field.value().errorOfName(problem);
            }
            Field origin = field(field.value());
            if (origin != null) {
                read.put(field.read(), origin);
            }
        }
        return new Mapping(code, name, file, format, target == null ? Target.FACTS : target, of, replaces, where, read);
    }

    static void write(Mapping mapping, Output output) {
        output.text("file", mapping.file()).put("format", content(mapping.format()))
                .word("into", mapping.into(), TARGETS).text("of", mapping.of())
                .put("replaces", content(mapping.replaces())).formula("where", mapping.where())
                .table("fields", mapping.fields().sequencedEntrySet(), Map.Entry::getKey,
                        field -> content(field.getValue()));
    }

    private static @Nullable Message problemOfFile(String path) {
        if (path.indexOf('\\') >= 0) {
            return Message.of("The file {0} has a backslash. Maybe write / between folders, as on all systems.",
                    Quotation.of(path));
        }
        return ABSOLUTE.matcher(path).matches()
                ? Message.of("The file {0} must be relative to the folder of the mapping. Maybe ../data/{1}.",
                        Quotation.of(path), lastPart(path))
                : null;
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void checkOf(Target target, @Nullable String of, Fields fields) {
        boolean needed = target == Target.FACTS || target == Target.RATES;
        boolean useless = switch (target) {
            case ORGANISATIONS, LEADERS, SUPERIORS, PERSONS, ASSIGNMENTS, ADJUSTMENTS, BALANCES -> true;
            case FACTS, DATED_VALUES, ACTUALS, TARGETS, BASELINES, SCORES, RATES, CORRECTIONS -> false;
        };
        if (needed && of == null && !fields.has("of")) {
            fields.error("of", target == Target.FACTS
                    ? Message
                            .of("The field 'of' is missing. Maybe add the code of the dataset that the rows belong to.")
                    : Message.of(
                            "The field 'of' is missing. Maybe add the code of the rate table that the rows belong to."));
        }
        if (useless && fields.has("of")) {
            fields.error("of", Message.of("Rows that become {0} belong to no other document. Maybe remove of.",
                    target.word()));
        }
    }

    private static @Nullable Replaces replaces(Value value) {
        return value.isScalar()
                ? Readings.word(value, REPLACES)
                : value.fields(fields -> new Replaces.Periods(fields.required(PERIODS, Readings::reference, "")));
    }

    private static void checkReplaces(@Nullable Target target, Replaces replaces, Fields fields) {
        if (target == null || !(replaces instanceof Replaces.Periods periods)) {
            return;
        }
        switch (target) {
            case FACTS -> {
                if (periods.calendar() == null) {
                    fields.error("replaces",
                            Message.of("Facts have days, not periods. Maybe replaces: {periods: CODE}, "
                                    + "with the code of the calendar whose periods they are in."));
                }
            }
            case ACTUALS, TARGETS, BASELINES, SCORES, CORRECTIONS, ADJUSTMENTS, BALANCES -> {
                if (periods.calendar() != null) {
                    fields.error("replaces", Message.of("Rows that become {0} say of which period they are. Maybe "
                            + "replaces: periods.", target.word()));
                }
            }
            case ORGANISATIONS, LEADERS, SUPERIORS, PERSONS, ASSIGNMENTS, DATED_VALUES, RATES -> fields.error(
                    "replaces",
                    Message.of("Rows that become {0} are of no period. Maybe replaces: keys.", target.word()));
        }
    }

    private static @Nullable Content content(Replaces replaces) {
        return switch (replaces) {
            case Replaces.Everything _ -> null;
            case Replaces.Keys _ -> Content.text("keys");
            case Replaces.Periods(String calendar) when calendar != null -> new Output().text(PERIODS, calendar)
                    .fields();
            case Replaces.Periods _ -> Content.text(PERIODS);
        };
    }

    private static @Nullable Format format(Value value) {
        if (value.isScalar()) {
            String word = Readings.checked(value, MappingForm::problemOfFormat);
            return word == null ? null : formatOf(word);
        }
        if (value.isEmpty()) {
            value.error(Message.of("There is nothing in it. Maybe remove the field if the file is CSV with commas."));
        }
        List<Placed<String>> formats = value.table(MOST_OPTIONS);
        if (formats.size() > 1) {
            value.error(Message.of("A file is of one format, and {0} stand here. Maybe remove all but one.",
                    formats.size()));
        }
        return formats.size() == 1 ? format(formats.getFirst().read(), formats.getFirst().value()) : null;
    }

    private static Format formatOf(String word) {
        Format known = FORMATS.meaning(word);
        return known == null ? new Format.Adapter(word, new LinkedHashMap<>()) : known;
    }

    private static @Nullable Format format(String word, Value value) {
        Message problem = problemOfFormat(word);
        if (problem != null) {
            value.errorOfName(problem);
            return null;
        }
        return switch (formatOf(word)) {
            case Format.Csv _ -> CsvForm.read(value);
            case Format.Parquet _ -> {
                value.errorOfName(Message.of("A Parquet file is read in one way only. Maybe format: parquet."));
                yield null;
            }
            case Format.Adapter _ -> adapter(word, value);
        };
    }

    private static Format adapter(String word, Value value) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        for (Placed<String> option : value.table(MOST_OPTIONS)) {
            if (!FORMAT.matcher(option.read()).matches()) {
                option.value().errorOfName(Message.of("The option {0} must be a small letter and then letters and "
                        + "digits, 64 at most. Maybe it is misspelt.", Quotation.of(option.read())));
            }
            String text = Readings.anyText(option.value());
            options.put(option.read(), text == null ? "" : text);
        }
        return new Format.Adapter(word, options);
    }

    private static @Nullable Message problemOfFormat(String word) {
        return FORMAT.matcher(word).matches()
                ? null
                : Message.of("The format {0} must be a small letter and then letters and digits. Maybe csv, parquet or "
                        + "excel.", Quotation.of(word));
    }

    private static @Nullable Field field(Value value) {
        if (value.isScalar()) {
            String column = Readings.text(value);
            return column == null ? null : new Field(new Origin.Column(column), null, 0, Map.of());
        }
        return value.fields(MappingForm::field);
    }

    private static Field field(Fields fields) {
        String word = fields.oneOf("column", "value", "formula");
        Origin origin = switch (word) {
            case "column" -> new Origin.Column(fields.text("column"));
            case "formula" -> new Origin.Computed(fields.formula("formula"));
            case "value" -> new Origin.Constant(fields.required("value", Readings::anyText, ""));
            case null, default -> new Origin.Constant("");
        };
        if ("value".equals(word)) {
            fields.notHere(Message.of("A constant is written as it is to be."), "format", "plusDays", "lookup");
            return new Field(origin, null, 0, Map.of());
        }
        if ("formula".equals(word)) {
            fields.notHere(Message.of("Only a column has a format."), "format");
        }
        String format = "formula".equals(word) ? null : fields.optional("format", MappingForm::dateFormat);
        int plusDays = fields.integer("plusDays", -MOST_DAYS, MOST_DAYS, 0);
        Map<String, String> lookup = new HashMap<>();
        for (Placed<String> from : fields.table("lookup", MOST_LOOKUPS)) {
            String to = Readings.anyText(from.value());
            lookup.put(from.read(), to == null ? "" : to);
        }
        return new Field(origin, format, plusDays, lookup);
    }

    static @Nullable String dateFormat(Value value) {
        return Readings.checked(value, pattern -> readsDates(pattern)
                ? null
                : Message.of("The date format {0} does not give a day, month and year. Maybe dd.MM.yyyy; MM is the "
                        + "month, mm the minute.", Quotation.of(pattern)));
    }

    /** Whether a date that is written by the pattern is found again: {@code mm/dd/yyyy}, with minutes, has no month. */
    private static boolean readsDates(String pattern) {
        try {
            DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
            return LocalDate.parse(format.format(SAMPLE), format).equals(SAMPLE.toLocalDate());
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    private static @Nullable Content content(Format format) {
        return switch (format) {
            case Format.Csv csv -> CsvForm.content(csv);
            case Format.Parquet parquet -> Content.text(FORMATS.word(parquet));
            case Format.Adapter adapter when adapter.options().isEmpty() -> Content.text(adapter.word());
            case Format.Adapter adapter -> {
                Output options = new Output();
                adapter.options().forEach(options::text);
                yield new Output().put(adapter.word(), options.fields()).fields();
            }
        };
    }

    private static Content content(Field field) {
        boolean plain = field.dateFormat() == null && field.plusDays() == 0 && field.lookup().isEmpty();
        if (plain && field.origin() instanceof Origin.Column column) {
            return Content.text(column.name());
        }
        Output output = switch (field.origin()) {
            case Origin.Column column -> new Output().text("column", column.name());
            case Origin.Constant constant -> new Output().text("value", constant.text());
            case Origin.Computed computed -> new Output().formula("formula", computed.formula());
        };
        output.text("format", field.dateFormat()).integer("plusDays", field.plusDays(), 0);
        if (!field.lookup().isEmpty()) {
            // The model keeps no order of a lookup; sorted, the same mapping gives the same text.
            Output lookup = new Output();
            new TreeMap<>(field.lookup()).forEach(lookup::text);
            output.put("lookup", lookup.fields());
        }
        return output.fields();
    }
}
