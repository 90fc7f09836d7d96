package dev.hermes.workspace.imports;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.ColumnRule;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue.Subject;
import dev.hermes.model.Nearest;
import java.time.LocalDate;
import java.util.Comparator;
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
                default -> text -> held(before.read(text), rule, column);
            };
        }
        return all;
    }

    private Object held(Object value, ColumnRule rule, Dataset.Column column) throws CellProblem {
        String problem = switch (rule) {
            case ColumnRule.NumberRange range -> outside((Decimal) value, range.min(), range.max());
            case ColumnRule.DateRange range -> outside((LocalDate) value, range.min(), range.max());
            case ColumnRule.OneOf one -> one.texts().contains((String) value)
                    ? null
                    : "is none of the texts that the column " + column.name() + " takes (in). Maybe "
                            + among((String) value, one.texts()) + ".";
            case ColumnRule.Names names -> asked.computeIfAbsent(names.subject(), known).contains((String) value)
                    ? null
                    : "is no " + word(names.subject()) + " that the workspace knows, and the column " + column.name()
                            + " refers to one (refersTo). Maybe bring in " + word(names.subject()) + "s first.";
            case ColumnRule.Required _,ColumnRule.Unique _,ColumnRule.KeyOf _ -> null;
        };
        if (problem != null) {
            throw new CellProblem(Quote.of(value.toString()) + " " + problem);
        }
        return value;
    }

    private static <T extends Comparable<? super T>> @Nullable String outside(T value, @Nullable T min,
            @Nullable T max) {
        Comparator<T> order = Comparator.naturalOrder();
        if (min != null && order.compare(value, min) < 0) {
            return "is below " + min + ", the min of its column. Maybe a digit is missing, or the min is too high.";
        }
        if (max != null && order.compare(value, max) > 0) {
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
