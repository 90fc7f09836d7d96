package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Advice;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds cells against the rules of their columns, as far as no other row of the file matters. Of one thread. */
final class CellRules {

    private static final int MOST_NAMED = 10;

    private final Function<Subject, Set<String>> known;
    private final Map<Subject, Set<String>> asked = new EnumMap<>(Subject.class);

    /** @param known those that the workspace knows; asked for once if at all */
    CellRules(Function<Subject, Set<String>> known) {
        this.known = known;
    }

    /** A reading that refuses what the rules of the column do not take. */
    Cells.Reading<?> with(Cells.Reading<?> reading, Dataset.Column column) {
        Cells.Reading<?> all = reading;
        for (ColumnRule rule : column.rules()) {
            Cells.Reading<?> before = all;
            all = switch (rule) {
                // Of the row as a whole, or of other rows.
                case ColumnRule.Required _,ColumnRule.Unique _,ColumnRule.KeyOf _ -> before;
                case ColumnRule.NumberRange range -> held(before, Decimal.class,
                        number -> outside(number, range.min(), range.max()));
                case ColumnRule.DateRange range -> held(before, LocalDate.class,
                        day -> outside(day, range.min(), range.max()));
                case ColumnRule.OneOf one -> held(before, String.class, oneOf(one, column));
                case ColumnRule.Names names -> held(before, String.class, known(names, column));
            };
        }
        return all;
    }

    /** @param problem what is wrong with a value; null where nothing is */
    private static <T> Cells.Reading<T> held(Cells.Reading<?> reading, Class<T> type,
            Function<T, @Nullable Message> problem) {
        return text -> {
            T value = type.cast(reading.read(text));
            Message found = problem.apply(value);
            if (found != null) {
                throw new BadCellException(found);
            }
            return value;
        };
    }

    private static Function<String, @Nullable Message> oneOf(ColumnRule.OneOf rule, Dataset.Column column) {
        Set<String> texts = Set.copyOf(rule.texts());
        return text -> texts.contains(text)
                ? null
                : Advice.of(Message.of("{0} is none of the texts that the column {1} takes (in)", Quote.of(text),
                        column.name()), among(text, rule.texts()));
    }

    private Function<String, @Nullable Message> known(ColumnRule.Names rule, Dataset.Column column) {
        return text -> asked.computeIfAbsent(rule.subject(), known).contains(text)
                ? null
                : switch (rule.subject()) {
                    case PERSON -> Advice.of(
                            Message.of("{0} is no person that the workspace knows, and the column {1} refers to one "
                                    + "(refersTo)", Quote.of(text), column.name()),
                            Message.of("Maybe bring in persons first."));
                    case ASSIGNMENT -> Advice.of(
                            Message.of("{0} is no assignment that the workspace knows, and the column {1} refers to "
                                    + "one (refersTo)", Quote.of(text), column.name()),
                            Message.of("Maybe bring in assignments first."));
                    case ORGANISATION -> Advice.of(
                            Message.of("{0} is no organisation that the workspace knows, and the column {1} refers to "
                                    + "one (refersTo)", Quote.of(text), column.name()),
                            Message.of("Maybe bring in organisations first."));
                };
    }

    private static <T extends Comparable<? super T>> @Nullable Message outside(T value, @Nullable T min,
            @Nullable T max) {
        if (min != null && value.compareTo(min) < 0) {
            return Advice.of(Message.of("{0} is below {1}, the min of its column", Quote.of(value.toString()), min),
                    Message.of("Maybe a digit is missing, or the min is too high."));
        }
        if (max != null && value.compareTo(max) > 0) {
            return Advice.of(Message.of("{0} is above {1}, the max of its column", Quote.of(value.toString()), max),
                    Message.of("Maybe a digit is too many, or the max is too low."));
        }
        return null;
    }

    private static Message among(String text, List<String> texts) {
        return Suggestion.of(text, texts, texts.size() > MOST_NAMED
                ? Message.of("Maybe the dataset should list it.")
                : Suggestion.among(texts));
    }
}
