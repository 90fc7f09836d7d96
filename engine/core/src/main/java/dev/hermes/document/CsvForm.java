package dev.hermes.document;

import dev.hermes.document.internal.Content;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Mapping.Format.Csv;
import dev.hermes.model.Message;
import dev.hermes.model.NumberStyle;
import dev.hermes.model.NumberStyle.Negative;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that say how a CSV file is written. */
final class CsvForm {

    static final Csv COMMAS = new Csv(',');

    private static final String NONE = "none";
    private static final Words<String> ENCODINGS = encodings("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030",
            "GBK",
            "Big5", "Shift_JIS", "windows-31j", "EUC-JP", "EUC-KR", "windows-1250", "windows-1251", "windows-1252",
            "windows-1253", "windows-1254", "windows-1255", "windows-1256", "windows-1257", "windows-1258",
            "windows-874", "ISO-8859-1", "ISO-8859-2", "ISO-8859-5", "ISO-8859-7", "ISO-8859-9", "ISO-8859-15",
            "KOI8-R", "US-ASCII");
    private static final String DECIMALS = ".,";
    /** A document shows people one space and one apostrophe; files have several of each. */
    private static final String GROUPINGS = ",.' ";
    private static final Words<Negative> NEGATIVES = Words.of(Negative.class);

    private CsvForm() {}

    private static Words<String> encodings(String first, String... others) {
        Words<String> words = Words.of(first, first);
        for (String other : List.of(others)) {
            words = words.and(other, other);
        }
        return words;
    }

    static @Nullable Csv read(Value value) {
        return value.fields(fields -> {
            char separator = fields.optional("separator", CsvForm::separator, COMMAS.separator());
            char quote = fields.optional("quote", CsvForm::quote, Csv.QUOTE);
            if (separator == quote) {
                fields.error("quote",
                        Message.of("{0} cannot both separate columns and stand around cells. Maybe remove quote.",
                                Quotation.of(String.valueOf(quote))));
            }
            String encoding = fields.optional("encoding", word -> Readings.word(word, ENCODINGS));
            boolean header = fields.flag("header", true);
            return new Csv(separator, quote, encoding, header, numbers(fields),
                    fields.optional("dates", MappingForm::dateFormat));
        });
    }

    private static NumberStyle numbers(Fields fields) {
        char decimal = fields.optional("decimal", value -> character(value, DECIMALS,
                text -> Message.of("{0} does not separate fractional digits. Maybe '.' or ','.", text)),
                NumberStyle.PLAIN.decimal());
        Character grouping = fields.optional("grouping", value -> character(value, GROUPINGS,
                text -> Message.of("{0} does not group thousands. Maybe ',' or '.' or \"'\" or ' '.", text)));
        if (grouping != null && grouping == decimal) {
            fields.error("grouping", Message.of("{0} cannot stand both between thousands and before the fractional "
                    + "digits. Maybe decimal: {1}.", Quotation.of(grouping.toString()),
                    decimal == '.' ? "','" : "'.'"));
            grouping = null;
        }
        return new NumberStyle(decimal, grouping, fields.word("negative", NEGATIVES, Negative.LEADING),
                fields.flag("percent", false));
    }

    private static @Nullable Character character(Value value, String known, Function<String, Message> problem) {
        String text = Readings.anyText(value);
        if (text == null) {
            return null;
        }
        if (text.length() != 1 || known.indexOf(text.charAt(0)) < 0) {
            value.error(problem.apply(Quotation.of(text)));
            return null;
        }
        return text.charAt(0);
    }

    private static @Nullable Character separator(Value value) {
        String text = Readings.anyText(value);
        if (text == null) {
            return null;
        }
        if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || "\"\n. -".contains(text)) {
            value.error(Message.of("{0} cannot separate columns. Maybe ',' or ';' or '|' or \"\\t\".",
                    Quotation.of(text)));
            return null;
        }
        return text.charAt(0);
    }

    private static @Nullable Character quote(Value value) {
        String text = Readings.anyText(value);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case NONE -> Csv.NO_QUOTE;
            case "\"", "'" -> text.charAt(0);
            default -> {
                value.error(
                        Message.of("{0} cannot stand around cells. Maybe '\"' or \"'\", or none.", Quotation.of(text)));
                yield null;
            }
        };
    }

    /** The text of a format; null where it is what a reader takes when nothing is said. */
    static @Nullable Content content(Csv csv) {
        if (csv.equals(COMMAS)) {
            return null;
        }
        String quote = csv.quote() == Csv.NO_QUOTE ? NONE : String.valueOf(csv.quote());
        NumberStyle numbers = csv.numbers();
        Output output = new Output().text("separator", String.valueOf(csv.separator()), ",").text("quote", quote, "\"")
                .text("encoding", csv.encoding()).flag("header", csv.header(), true)
                .text("decimal", String.valueOf(numbers.decimal()), String.valueOf(NumberStyle.PLAIN.decimal()))
                .text("grouping", numbers.grouping() == null ? null : numbers.grouping().toString())
                .word("negative", numbers.negative(), NEGATIVES, Negative.LEADING)
                .flag("percent", numbers.percent(), false).text("dates", csv.dates());
        return new Output().put("csv", output.fields()).fields();
    }
}
