package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.document.internal.Node.Scalar;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a single value of a document can be read as. Each gives null where it has reported why it cannot. */
final class Readings {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

    private Readings() {}

    /** A text of one line that is not empty and has no spaces around it. Numbers are read as they are written. */
    static @Nullable String text(Value value) {
        Scalar scalar = value.scalar(Message.of("a text"));
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            value.error(Message.of("The text {0} must be of one line without tabs. Maybe write it in one.",
                    Quotation.of(text)));
            return null;
        }
        if (text.isBlank()) {
            value.error(Message.of("The text is empty. Maybe remove the field."));
            return null;
        }
        if (!text.equals(text.strip())) {
            value.error(
                    Message.of("The text {0} has a space at its start or end. Maybe remove it.", Quotation.of(text)));
            return null;
        }
        return text;
    }

    /** Any text, be it empty. */
    static @Nullable String anyText(Value value) {
        Scalar scalar = value.scalar(Message.of("a text"));
        return scalar == null ? null : scalar.text();
    }

    /** Text of one or more lines, without white space around it. */
    static @Nullable String lines(Value value) {
        Scalar scalar = value.scalar(Message.of("a text"));
        if (scalar == null) {
            return null;
        }
        String text = scalar.text().strip();
        if (text.isEmpty()) {
            value.error(Message.of("The text is empty. Maybe remove the field."));
            return null;
        }
        return text;
    }

    static @Nullable Formula formula(Value value) {
        String text = lines(value);
        return text == null ? null : new Formula(text);
    }

    /** A decimal from its source text, be it plain or quoted: never by way of a binary number. */
    static @Nullable Decimal decimal(Value value) {
        Scalar scalar = value.scalar(Message.of("a number such as 0.05"));
        if (scalar == null) {
            return null;
        }
        try {
            return Decimal.parse(scalar.text());
        } catch (DecimalException e) {
            value.error(problemOfDecimal(scalar.text(), e.kind()));
            return null;
        }
    }

    private static Message problemOfDecimal(String text, DecimalException.Kind kind) {
        String quoted = Quotation.of(text);
        if (kind == DecimalException.Kind.OVERFLOW) {
            return Message.of("The number {0} does not fit: a number has at most 26 digits before the decimal point. "
                    + "Maybe an amount or a rate was given in the wrong unit.", quoted);
        }
        return PLAIN_DECIMAL.matcher(text).matches()
                ? Message.of("The number {0} has more than 12 fractional digits. Maybe round it to 12 fractional "
                        + "digits at its source.", quoted)
                : Message.of("The number {0} is not a plain decimal. Maybe write it with digits and a point alone, "
                        + "such as -1234.56: no spaces, grouping, currency, percent sign or exponent.", quoted);
    }

    static @Nullable Integer integer(Value value, int lowest, int highest) {
        Message range = Message.of("a whole number from {0} to {1}", lowest, highest);
        Scalar scalar = value.scalar(range);
        if (scalar == null) {
            return null;
        }
        if (scalar.quoted() || !INTEGER.matcher(scalar.text()).matches()) {
            value.error(Message.of("{0} is not {1}. Maybe write it without quotes and point.",
                    Quotation.of(scalar.text()), range));
            return null;
        }
        int number = Integer.parseInt(scalar.text());
        if (number < lowest || number > highest) {
            value.error(Message.of("The number {0} must be from {1} to {2}. Maybe {3}.", number, lowest, highest,
                    Math.clamp(number, lowest, highest)));
            return null;
        }
        return number;
    }

    static @Nullable Boolean flag(Value value) {
        Scalar scalar = value.scalar(Message.of("true or false"));
        if (scalar == null) {
            return null;
        }
        if (scalar.isTrue() || scalar.isFalse()) {
            return scalar.isTrue();
        }
        value.error(Message.of("{0} is neither true nor false. Maybe write true or false without quotes.",
                Quotation.of(scalar.text())));
        return null;
    }

    static @Nullable LocalDate date(Value value) {
        Scalar scalar = value.scalar(Message.of("a date such as 2026-01-31"));
        if (scalar == null) {
            return null;
        }
        if (!DATE.matcher(scalar.text()).matches()) {
            value.error(Message.of("{0} is not a date. Maybe write year-month-day, such as 2026-01-31.",
                    Quotation.of(scalar.text())));
            return null;
        }
        try {
            return LocalDate.parse(scalar.text());
        } catch (DateTimeException e) {
            value.error(Message.of("The day {0} does not exist. Maybe the month is shorter.",
                    Quotation.of(scalar.text())));
            return null;
        }
    }

    static <E> @Nullable E word(Value value, Words<E> words) {
        Scalar scalar = value.scalar(Message.of("one of {0}", String.join(", ", words.all())));
        if (scalar == null) {
            return null;
        }
        E meaning = words.meaning(scalar.text());
        if (meaning == null) {
            value.error(Message.of("The word {0} is not known here. {1}", Quotation.of(scalar.text()),
                    Words.suggestion(scalar.text(), words.all())));
        }
        return meaning;
    }

    static @Nullable Unit unit(Value value) {
        String word = checked(value, Units::problemOfUnit);
        return word == null ? null : Unit.parse(word);
    }

    static @Nullable Type type(Value value) {
        String word = checked(value, Units::problemOfType);
        return word == null ? null : Type.parse(word);
    }

    /** The code of another document. */
    static @Nullable String reference(Value value) {
        return checked(value, Codes::problemOfReference);
    }

    /** A text that the given check finds nothing wrong with. */
    static @Nullable String checked(Value value, Function<String, @Nullable Message> problem) {
        String text = text(value);
        if (text == null) {
            return null;
        }
        Message message = problem.apply(text);
        if (message != null) {
            value.error(message);
            return null;
        }
        return text;
    }
}
