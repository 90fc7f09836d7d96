package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.model.Nearest;
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
            Function<T, @Nullable String> problem) {
        return text -> {
            T value = type.cast(reading.read(text));
            String found = problem.apply(value);
            if (found != null) {
                throw new CellProblem(Quote.of(value.toString()) + " " + found);
            }
            return value;
        };
    }

    private static Function<String, @Nullable String> oneOf(ColumnRule.OneOf rule, Dataset.Column column) {
        Set<String> texts = Set.copyOf(rule.texts());
        return text -> texts.contains(text)
                ? null
                : "is none of the texts that the column " + column.name() + " takes (in). Maybe "
                        + among(text, rule.texts()) + ".";
    }

    private Function<String, @Nullable String> known(ColumnRule.Names rule, Dataset.Column column) {
        return text -> asked.computeIfAbsent(rule.subject(), known).contains(text)
                ? null
                : "is no " + word(rule.subject()) + " that the workspace knows, and the column " + column.name()
                        + " refers to one (refersTo). Maybe bring in " + word(rule.subject()) + "s first.";
    }

    private static <T extends Comparable<? super T>> @Nullable String outside(T value, @Nullable T min,
            @Nullable T max) {
        if (min != null && value.compareTo(min) < 0) {
            return "is below " + min + ", the min of its column. Maybe a digit is missing, or the min is too high.";
        }
        if (max != null && value.compareTo(max) > 0) {
            return "is above " + max + ", the max of its column. Maybe a digit is too many, or the max is too low.";
        }
        return null;
    }

    private static String among(String text, List<String> texts) {
        return Nearest.nearest(text, texts).orElseGet(() -> texts.size() > MOST_NAMED
                ? "the dataset should list it"
                : "one of " + String.join(", ", texts));
    }

    private static String word(Subject subject) {
        return switch (subject) {
            case PERSON -> "person";
            case ASSIGNMENT -> "assignment";
            case ORGANISATION -> "organisation";
        };
    }
}
