package dev.hermes.local;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.Dataset;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.model.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a row's values are what the columns declare. Nothing is rounded, cut off or guessed. Not thread-safe. */
final class RowCheck {

    private static final int LONGEST_QUOTATION = 60;

    private final Dataset dataset;
    private final List<Dataset.Column> columns;
    private final ValueType[] types;
    private final int[] scales;
    private final long[] limits;
    private final int key;

    RowCheck(Dataset dataset) {
        this.dataset = dataset;
        columns = dataset.columns();
        types = columns.stream().map(column -> column.type().value()).toArray(ValueType[]::new);
        scales = columns.stream().mapToInt(Dataset.Column::scale).toArray();
        limits = columns.stream().mapToLong(column -> Units.limit(column.digits() - column.scale())).toArray();
        key = columns.stream().map(Dataset.Column::name).toList().indexOf(dataset.key());
        if (key < 0) {
            throw new IllegalArgumentException("The dataset " + dataset.code() + " has no column " + dataset.key()
                    + ", which it declares as its key.");
        }
    }

    /**
     * Whether the values may be stored as the columns declare, numbers with exactly the declared fractional digits.
     *
     * @throws FindingsException
     *             naming each value that does not fit its column
     */
    void require(@Nullable Object[] values) {
        if (values.length != types.length) {
            throw new IllegalArgumentException("A row of the dataset " + dataset.code() + " has " + types.length
                    + " values, not " + values.length + ".");
        }
        boolean fits = values[key] != null;
        for (int i = 0; i < types.length && fits; i++) {
            Object value = values[i];
            fits = value == null || problem(i, value) == null;
        }
        if (!fits) {
            throw new FindingsException(findings(values));
        }
    }

    private List<Finding> findings(@Nullable Object[] values) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            Message problem = value == null ? null : problem(i, value);
            if (problem != null) {
                findings.add(finding(columns.get(i), problem));
            }
        }
        if (values[key] == null) {
            findings.add(finding(columns.get(key), Message.of("is missing, but it is the key. Give each row one.")));
        }
        return findings;
    }

    private Finding finding(Dataset.Column column, Message problem) {
        return Finding.error("dataset " + dataset.code(), column.name(), null,
                Message.of("The value of {0} {1}", column.name(), problem));
    }

    private @Nullable Message problem(int column, Object value) {
        return switch (types[column]) {
            case TEXT -> value instanceof String text ? textProblem(text) : typeProblem(column, value);
            case BOOLEAN -> value instanceof Boolean ? null : typeProblem(column, value);
            case DATE -> value instanceof LocalDate day ? dayProblem(day) : typeProblem(column, value);
            case NUMBER -> switch (value) {
                case Decimal number when fits(column, number) -> null;
                case Decimal number -> numberProblem(columns.get(column), number.toBigDecimal(scales[column]));
                case BigDecimal number -> numberProblem(columns.get(column), number);
                default -> typeProblem(column, value);
            };
        };
    }

    /** Whether the number certainly fits, as nearly all do. */
    private boolean fits(int column, Decimal number) {
        return Units.isShort(number) && Units.isWithin(number, limits[column])
                && Units.fitsScale(number, scales[column]);
    }

    private Message typeProblem(int column, Object value) {
        return Message.of("must be a {0}, not {1}. Correct it, or declare the column otherwise.",
                types[column].said(), quote(value));
    }

    private static @Nullable Message textProblem(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < Character.MIN_SURROGATE) {
                continue;
            }
            if (Character.isHighSurrogate(unit) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return Message.of("has half a character, at {0} of {1}. Maybe it was cut off; give it whole.", i + 1,
                        quote(text));
            }
        }
        return null;
    }

    private static @Nullable Message dayProblem(LocalDate day) {
        return day.getYear() >= 1 && day.getYear() <= 9999
                ? null
                : Message.of("is {0}. A day lies between the years 1 and 9999; correct it.", day);
    }

    private static @Nullable Message numberProblem(Dataset.Column column, BigDecimal number) {
        int scale = number.scale() > column.scale() ? number.stripTrailingZeros().scale() : number.scale();
        if (scale > column.scale()) {
            return Message.of("is {0} with {1} fractional digits, and the column has {2}. It is not rounded: correct "
                    + "it, or declare more digits.", quote(number), scale, column.scale());
        }
        int before = column.digits() - column.scale();
        if (number.signum() != 0 && (long) number.precision() - number.scale() > before) {
            return Message.of("is {0}, and the column has {1} digits before the point. Correct it, or declare more "
                    + "digits.", quote(number), before);
        }
        return null;
    }

    private static String quote(Object value) {
        String text = String.valueOf(value);
        return "'" + (text.length() <= LONGEST_QUOTATION ? text : text.substring(0, LONGEST_QUOTATION) + "…") + "'";
    }
}
