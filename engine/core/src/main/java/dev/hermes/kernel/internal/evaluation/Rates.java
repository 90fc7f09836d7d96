package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.decimal.DecimalRegister;
import dev.hermes.formula.Expression;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.RateTable.InclusiveBound;
import dev.hermes.model.RateTable.Outside;
import dev.hermes.model.RateTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads rate tables. {@code band}: the value of the band that holds the quantity. {@code flat}: that value times the
 * quantity. {@code marginal}: each slice of the quantity, counted from zero, times the value of its band; of a negative
 * quantity all by the first band. {@code interpolate}: the values of the bands passed whole, plus the current band's
 * value in proportion. {@code lookup}: the value of the row with the keys.
 */
final class Rates {

    /** Takes down the parts of one quantity's value. */
    @FunctionalInterface
    interface Steps {
        void add(String text);
    }

    private final Numbers numbers;

    Rates(Numbers numbers) {
        this.numbers = numbers;
    }

    NumberColumn read(Expression.ReadRate rate, RateBook book, @Nullable Operand quantity, Column[] keys,
            @Nullable NumberColumn scale, IntFunction<Failure> missingScale, int[] positions, Frame frame,
            @Nullable Recorder recorder) {
        RateBook.Prepared table = book.table(rate.table());
        NumberColumn result = new NumberColumn(positions.length);
        NumberColumn amount = quantity == null || rate.function() == Expression.RateFunction.BAND
                ? null
                : numbers.value(quantity);
        List<Column> arguments = new ArrayList<>();
        if (quantity != null) {
            arguments.add(amount == null ? quantity.numerator() : amount);
        }
        arguments.addAll(List.of(keys));
        for (int i = 0; i < positions.length; i++) {
            if (!takeAll(result, i, arguments, scale)
                    || scale != null && !scaleFits(result, i, scale, positions[i], missingScale, table.document())) {
                continue;
            }
            RateBook.Bands bands = table.bands(key(keys, i), frame.day(positions[i]));
            Decimal factor = scale == null ? Decimal.ONE : scale.get(i);
            int position = positions[i];
            Steps steps = recorder == null ? null : text -> recorder.step(rate, position, text);
            try {
                readOne(rate.function(), table.document(), bands, quantity, amount, keys, factor, i, result, steps);
            } catch (DecimalException doesNotFit) {
                result.setFailure(i, Failure.overflow(Message.of("rate table {0}", rate.table())));
            }
        }
        return result;
    }

    private void readOne(Expression.RateFunction function, RateTable table, RateBook.@Nullable Bands bands,
            @Nullable Operand quantity, @Nullable NumberColumn amount, Column[] keys, Decimal factor, int i,
            NumberColumn result, @Nullable Steps steps) {
        if (bands == null) {
            noKey(table, keys, i, result);
            return;
        }
        switch (function) {
            case LOOKUP -> result.set(i, bands.value(0));
            case BAND -> {
                if (quantity != null) {
                    valueOf(table, bands, quantity, i, factor, result);
                }
            }
            case FLAT -> {
                if (amount != null) {
                    valueOf(table, bands, new Operand(amount, null), i, factor, result);
                    if (result.isPresent(i)) {
                        if (steps != null) {
                            steps.add(amount.get(i) + " × " + result.get(i));
                        }
                        result.set(i, amount.get(i).times(result.get(i)));
                    }
                }
            }
            case MARGINAL -> {
                if (amount != null) {
                    marginal(table, bands, amount.get(i), factor, i, result, steps);
                }
            }
            case INTERPOLATE -> {
                if (amount != null) {
                    interpolate(table, bands, amount.get(i), factor, i, result, steps);
                }
            }
        }
    }

    /** Whether everything is there; if not, the first failure counts, and then that anything but the scale is missing. */
    private static boolean takeAll(NumberColumn result, int i, List<Column> arguments, @Nullable NumberColumn scale) {
        boolean missing = false;
        for (Column argument : arguments) {
            if (argument.isFailed(i)) {
                result.copyState(i, argument, i);
                return false;
            }
            missing |= argument.isMissing(i);
        }
        if (scale != null && scale.isFailed(i)) {
            result.copyState(i, scale, i);
            return false;
        }
        if (missing) {
            result.setMissing(i);
        }
        return !missing;
    }

    private static boolean scaleFits(NumberColumn result, int i, NumberColumn scale, int position,
            IntFunction<Failure> missingScale, RateTable table) {
        if (scale.isMissing(i)) {
            result.setFailure(i, missingScale.apply(position));
            return false;
        }
        if (DecimalRegister.signum(scale.high(i), scale.low(i)) < 0) {
            result.setFailure(i,
                    Functions.bad(Message.of("The scale ({0}) of rate table {1} must not be negative", scale.text(i),
                            table.code())));
            return false;
        }
        return true;
    }

    private static List<String> key(Column[] keys, int i) {
        List<String> key = new ArrayList<>(keys.length);
        for (Column column : keys) {
            key.add(column.text(i));
        }
        return key;
    }

    private static void noKey(RateTable table, Column[] keys, int i, NumberColumn result) {
        if (table.gap() == Outside.ZERO) {
            result.set(i, Decimal.ZERO);
        } else {
            result.setFailure(i, Failure.of(FailureCode.NO_RATE, Message.of("Rate table {0} has no row for {1}",
                    table.code(), keys.length == 0 ? Message.of("this day") : String.join(", ", key(keys, i)))));
        }
    }

    private static Decimal bound(Decimal bound, Decimal factor) {
        return factor.equals(Decimal.ONE) ? bound : bound.times(factor);
    }

    /** The value of the band that holds a quantity, or what is declared for a quantity outside all bands. */
    private static void valueOf(RateTable table, RateBook.Bands bands, Operand quantity, int i, Decimal factor,
            NumberColumn result) {
        boolean lowerIncluded = table.inclusive() == InclusiveBound.LOWER;
        for (int band = 0; band < bands.size(); band++) {
            Decimal lower = bands.lower(band);
            Decimal upper = bands.upper(band);
            if (lower != null) {
                int sign = compare(quantity, i, bound(lower, factor));
                if (sign < 0 || sign == 0 && !lowerIncluded) {
                    outside(table, bands, band, quantity, i, factor, result);
                    return;
                }
            }
            int sign = upper == null ? -1 : compare(quantity, i, bound(upper, factor));
            if (sign < 0 || sign == 0 && !lowerIncluded) {
                result.set(i, bands.value(band));
                return;
            }
        }
        outside(table, bands, bands.size(), quantity, i, factor, result);
    }

    private static int compare(Operand quantity, int i, Decimal bound) {
        return quantity.compare(i, bound.high(), bound.low());
    }

    /** A quantity before a band, or after the last one. */
    private static void outside(RateTable table, RateBook.Bands bands, int next, Operand quantity, int i,
            Decimal factor, NumberColumn result) {
        Outside outside = next == 0 ? table.below() : next == bands.size() ? table.above() : table.gap();
        switch (outside) {
            case FAILURE -> result.setFailure(i, noRate(table, new Numbers().value(one(quantity, i)).text(0)));
            case ZERO -> result.set(i, Decimal.ZERO);
            case NEAREST -> result.set(i, bands.value(nearest(bands, next, quantity, i, factor)));
        }
    }

    private static Operand one(Operand quantity, int i) {
        int[] only = {i};
        NumberColumn denominator = quantity.denominator();
        return new Operand((NumberColumn) quantity.numerator().gather(only),
                denominator == null ? null : (NumberColumn) denominator.gather(only));
    }

    private static int nearest(RateBook.Bands bands, int next, Operand quantity, int i, Decimal factor) {
        if (next == 0 || next == bands.size()) {
            return next == 0 ? 0 : next - 1;
        }
        Decimal upper = bands.upper(next - 1);
        Decimal lower = bands.lower(next);
        if (upper == null || lower == null) {
            return next - 1;
        }
        Decimal sum = bound(upper, factor).plus(bound(lower, factor));
        Decimal middle = sum.dividedBy(Decimal.of(2));
        return compare(quantity, i, middle) <= 0 ? next - 1 : next;
    }

    private static Failure noRate(RateTable table, Object quantity) {
        return Failure.of(FailureCode.NO_RATE,
                Message.of("Rate table {0} has no rate for {1}", table.code(), quantity));
    }

    private static void marginal(RateTable table, RateBook.Bands bands, Decimal amount, Decimal factor, int i,
            NumberColumn result, @Nullable Steps steps) {
        if (amount.signum() < 0) {
            if (steps != null) {
                steps.add(amount + " × " + bands.value(0) + ", the first rate");
            }
            result.set(i, amount.times(bands.value(0)));
            return;
        }
        Decimal total = Decimal.ZERO;
        Decimal covered = Decimal.ZERO;
        for (int band = 0; band <= bands.size() && covered.compareTo(amount) < 0; band++) {
            Decimal lower = band == bands.size() ? amount : from(bands, band, factor);
            Decimal start = lower.min(amount);
            if (start.compareTo(covered) > 0) {
                Decimal rate = rateBetween(table, bands, band);
                if (rate == null) {
                    result.setFailure(i, noRate(table, Message.of("the part from {0} to {1}", covered, start)));
                    return;
                }
                if (steps != null) {
                    steps.add(slice(covered, start, rate));
                }
                total = total.plus(start.minus(covered).times(rate));
                covered = start;
            }
            if (band < bands.size()) {
                Decimal upper = bands.upper(band);
                Decimal end = upper == null ? amount : bound(upper, factor).min(amount);
                if (end.compareTo(covered) > 0) {
                    if (steps != null) {
                        steps.add(slice(covered, end, bands.value(band)));
                    }
                    total = total.plus(end.minus(covered).times(bands.value(band)));
                    covered = end;
                }
            }
        }
        result.set(i, total);
    }

    private static String slice(Decimal from, Decimal to, Decimal rate) {
        return from + " to " + to + ": " + to.minus(from) + " × " + rate;
    }

    /** The rate of the part before a band (or after the last) that no band covers; null: a failure. */
    private static @Nullable Decimal rateBetween(RateTable table, RateBook.Bands bands, int next) {
        Outside outside = next == 0 ? table.below() : next == bands.size() ? table.above() : table.gap();
        return switch (outside) {
            case FAILURE -> null;
            case ZERO -> Decimal.ZERO;
            case NEAREST -> bands.value(Math.max(0, next - 1));
        };
    }

    private static Decimal from(RateBook.Bands bands, int band, Decimal factor) {
        Decimal lower = bands.lower(band);
        return lower == null ? Decimal.ZERO : bound(lower, factor);
    }

    private static void interpolate(RateTable table, RateBook.Bands bands, Decimal amount, Decimal factor, int i,
            NumberColumn result, @Nullable Steps steps) {
        Decimal covered = from(bands, 0, factor);
        if (amount.compareTo(covered) < 0 && table.below() == Outside.FAILURE) {
            result.setFailure(i, noRate(table, amount));
            return;
        }
        Decimal total = Decimal.ZERO;
        for (int band = 0; band < bands.size() && amount.compareTo(covered) > 0; band++) {
            Decimal start = from(bands, band, factor);
            if (start.compareTo(covered) > 0 && table.gap() == Outside.FAILURE) {
                result.setFailure(i, noRate(table, Message.of("the part from {0} to {1}", covered, start.min(amount))));
                return;
            }
            Decimal upper = bands.upper(band);
            if (upper == null && amount.compareTo(start) > 0) {
                result.setFailure(i, noRate(table,
                        Message.of("{0}: its last band has no upper bound to interpolate to", amount)));
                return;
            }
            Decimal end = upper == null ? start : bound(upper, factor);
            if (amount.compareTo(end) >= 0) {
                if (steps != null) {
                    steps.add(start + " to " + end + " passed whole: " + bands.value(band));
                }
                total = total.plus(bands.value(band));
            } else if (amount.compareTo(start) > 0) {
                if (steps != null) {
                    steps.add(bands.value(band) + " × " + amount.minus(start) + " ÷ " + end.minus(start));
                }
                total = total.plus(bands.value(band).timesDividedBy(amount.minus(start), end.minus(start)));
            }
            covered = end;
        }
        if (amount.compareTo(covered) > 0 && table.above() == Outside.FAILURE) {
            result.setFailure(i, noRate(table, amount));
        } else {
            result.set(i, total);
        }
    }
}
