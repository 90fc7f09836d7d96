package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.model.Correction;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Indicator;
import dev.hermes.model.Mapping;
import dev.hermes.model.Message;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Type;
import dev.hermes.model.ValueType;
import dev.hermes.spi.BadCellException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Values of persons, assignments and organisations: dated ones, and those of a period. */
final class ValueRows {

    private ValueRows() {}

    static RowMaker datedValues(MappedFields fields, Library library) {
        String code = fields.of();
        Optional<DatedValue> found = code == null ? Optional.empty() : library.datedValue(code);
        if (code == null) {
            fields.refuse("of",
                    Message.of("Which dated value the rows are of is not said. Maybe add of, with its code."));
        } else if (found.isEmpty()) {
            fields.refuse("of", Unknown.document(Message.of("dated value"), code,
                    library.datedValues().stream().map(DatedValue::code).toList()));
        }
        DatedValue declared = found.orElse(new DatedValue("", "", Type.TEXT, DatedValue.Subject.PERSON));
        Function<Row, String> subject = Subjects.ofDatedValue(fields, declared.of());
        FieldReader value = declared.type().value() == ValueType.DATE
                ? fields.requiredDate("value")
                : fields.required("value");
        Holding holding = Holding.of(fields);
        return (row, writer) -> {
            String whose = subject.apply(row);
            String text = canonical(value, row, declared.type());
            LocalDate from = holding.first(row);
            LocalDate to = holding.end(row, from);
            if (!row.isBad()) {
                writer.write(row.line(), new DatedValueRow(declared.code(), whose, text, from, to));
            }
        };
    }

    private static String canonical(FieldReader value, Row row, Type type) {
        return switch (type.value()) {
            case NUMBER -> value.number(row).toString();
            case TEXT -> value.required(row, Cells::text, "");
            case BOOLEAN -> value.required(row, Cells::truth, false).toString();
            case DATE -> value.date(row).toString();
        };
    }

    /** Actuals, targets, baselines or scores. */
    static RowMaker periodValues(MappedFields fields, Library library, Mapping.Target target) {
        Series series = switch (target) {
            case TARGETS -> Series.TARGET;
            case BASELINES -> Series.BASELINE;
            default -> Series.ACTUAL;
        };
        IndicatorField indicator = new IndicatorField(fields, library,
                candidate -> takes(candidate, series, target == Mapping.Target.SCORES), target.word());
        Function<Row, String> subject = Subjects.assignmentOrPerson(fields);
        PeriodField period = PeriodField.of(fields, library);
        FieldReader value = fields.required("value");
        return (row, writer) -> {
            Indicator of = indicator.read(row);
            String whose = subject.apply(row);
            String when = period.read(row);
            Decimal number = value.number(row);
            if (!row.isBad() && of.actual() instanceof SeriesSource.Score score && isOutside(number, score)) {
                value.refuse(row, Message.of("The score {0} is not between {1} and {2}",
                        Message.verbatim(number.toString()), score.lowest(), score.highest()),
                        Message.of("Maybe it is a percentage: 100 % is 1."));
            }
            if (!row.isBad()) {
                writer.write(row.line(), new PeriodValueRow(of.code(), series, whose, when, number));
            }
        };
    }

    private static boolean takes(Indicator indicator, Series series, boolean scores) {
        SeriesSource source = indicator.source(series);
        return scores ? source instanceof SeriesSource.Score : source instanceof SeriesSource.Upload;
    }

    private static boolean isOutside(Decimal value, SeriesSource.Score score) {
        return value.compareTo(score.lowest()) < 0 || value.compareTo(score.highest()) > 0;
    }

    static RowMaker corrections(MappedFields fields, Library library) {
        IndicatorField indicator = new IndicatorField(fields, library, _ -> true, "corrections");
        FieldReader series = fields.optional("series");
        Function<Row, String> subject = Subjects.assignmentOrPerson(fields);
        PeriodField period = PeriodField.of(fields, library);
        FieldReader value = fields.required("value");
        FieldReader reason = fields.optional("reason");
        return (row, writer) -> {
            Indicator of = indicator.read(row);
            Series corrected = series.optional(row, ValueRows::series);
            String whose = subject.apply(row);
            String when = period.read(row);
            Decimal number = value.number(row);
            String why = reason.textOrElse(row, "");
            if (!row.isBad()) {
                writer.write(row.line(), new Correction(of.code(), corrected == null ? Series.ACTUAL : corrected,
                        whose, when, number, why));
            }
        };
    }

    private static Series series(String text) throws BadCellException {
        return Arrays.stream(Series.values()).filter(series -> series.word().equals(text)).findFirst()
                .orElseThrow(() -> new BadCellException(Message.of("{0} is no series", Quote.of(text)),
                        Message.of("Maybe actual, target or baseline.")));
    }
}
