package dev.hermes.model;

import dev.hermes.decimal.Decimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a dataset asks of the rows that are brought in. Rows without a value in the column keep every rule
 * but {@link Required}.
 */
public sealed interface ColumnRule {

    /** Every row has a value. */
    record Required() implements ColumnRule {}

    /** The number lies between these, both inclusive; null where there is no bound. */
    record NumberRange(@Nullable Decimal min, @Nullable Decimal max) implements ColumnRule {}

    /** The date lies between these, both inclusive; null where there is no bound. */
    record DateRange(@Nullable LocalDate min, @Nullable LocalDate max) implements ColumnRule {}

    /** The text is one of these. */
    record OneOf(List<String> texts) implements ColumnRule {

        public OneOf {
            texts = List.copyOf(texts);
        }
    }

    /** No two rows have the same value. */
    record Unique() implements ColumnRule {}

    /** The text names somebody or something that the workspace knows. */
    record Names(DatedValue.Subject subject) implements ColumnRule {}

    /** The text is the key of a row of a dataset. */
    record KeyOf(String dataset) implements ColumnRule {}
}
