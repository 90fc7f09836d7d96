package dev.hermes.testkit.reference;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression.RateFunction;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.model.RateTable;
import dev.hermes.model.RateTable.InclusiveBound;
import dev.hermes.model.RateTable.Outside;
import dev.hermes.testkit.ReferenceDecimal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of a rate table: the bands of a key on a day, their bounds scaled. */
final class Rates {

    /** What does not fit 38 digits, anywhere in a reading. */
    private static final class DoesNotFit extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final RateTable table;
    private final List<String> keys;
    private final BigDecimal scale;
    private final LocalDate day;

    Rates(RateTable table, List<String> keys, BigDecimal scale, LocalDate day) {
        this.table = table;
        this.keys = keys;
        this.scale = scale;
        this.day = day;
    }

    /** Reads the table; only {@code lookup} needs no quantity. */
    Figure read(RateFunction function, @Nullable Fraction quantity) {
        if (scale.signum() < 0) {
            return Calls.bad(Message.of("The scale ({0}) of rate table {1} must not be negative",
                    Arithmetic.text(scale), table.code()));
        }
        try {
            List<Band> bands = bands();
            if (bands.isEmpty()) {
                return noKey();
            }
            if (quantity == null) {
                return Figure.of(bands.getFirst().value());
            }
            return switch (function) {
                case LOOKUP -> Figure.of(bands.getFirst().value());
                case BAND -> band(bands, quantity);
                case FLAT -> {
                    Figure rate = band(bands, quantity);
                    yield rate.isPresent() ? Figure.of(times(quantity.dividend().number(), rate.number())) : rate;
                }
                case MARGINAL -> marginal(bands, quantity.dividend().number());
                case INTERPOLATE -> interpolate(bands, quantity.dividend().number());
            };
        } catch (DoesNotFit overflow) {
            return Figure.failed(Failure.overflow("rate table " + table.code()));
        }
    }

    private static BigDecimal fitting(Optional<BigDecimal> result) {
        return result.orElseThrow(DoesNotFit::new);
    }

    private static BigDecimal times(BigDecimal a, BigDecimal b) {
        return fitting(ReferenceDecimal.times(a, b));
    }

    private static BigDecimal plus(BigDecimal a, BigDecimal b) {
        return fitting(ReferenceDecimal.plus(a, b));
    }

    private List<Band> bands() {
        return table.rows().stream().filter(row -> row.keys().equals(keys))
                .filter(row -> row.from() == null || !day.isBefore(row.from()))
                .filter(row -> row.to() == null || day.isBefore(row.to()))
                .sorted(Comparator.comparing(RateTable.Row::lower, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(Band::new).toList();
    }

    /** A band; its bounds are scaled where they are read. */
    private final class Band {

        private final RateTable.Row row;

        Band(RateTable.Row row) {
            this.row = row;
        }

        BigDecimal value() {
            return row.value().toBigDecimal();
        }

        /** Null: none. */
        @Nullable
        BigDecimal lower() {
            return bound(row.lower());
        }

        /** Null: none. */
        @Nullable
        BigDecimal upper() {
            return bound(row.upper());
        }

        BigDecimal start() {
            BigDecimal lower = lower();
            return lower == null ? BigDecimal.ZERO : lower;
        }

        private @Nullable BigDecimal bound(@Nullable Decimal bound) {
            return bound == null ? null : times(bound.toBigDecimal(), scale);
        }
    }

    private Figure noKey() {
        return table.gap() == Outside.ZERO
                ? Figure.of(0)
                : Figure.failed(Failure.of(FailureCode.NO_RATE, Message.of("Rate table {0} has no row for {1}",
                        table.code(), keys.isEmpty() ? Message.of("this day") : String.join(", ", keys))));
    }

    private Figure noRate(String quantity) {
        return Figure.failed(Failure.of(FailureCode.NO_RATE,
                Message.of("Rate table {0} has no rate for {1}", table.code(), quantity)));
    }

    private boolean isAbove(Fraction quantity, @Nullable BigDecimal lower) {
        int sign = lower == null ? 1 : quantity.compareTo(Fraction.whole(Figure.of(lower)));
        return sign > 0 || sign == 0 && table.inclusive() == InclusiveBound.LOWER;
    }

    private boolean isBelow(Fraction quantity, @Nullable BigDecimal upper) {
        int sign = upper == null ? -1 : quantity.compareTo(Fraction.whole(Figure.of(upper)));
        return sign < 0 || sign == 0 && table.inclusive() == InclusiveBound.UPPER;
    }

    /** The value of the band that holds a quantity. */
    private Figure band(List<Band> bands, Fraction quantity) {
        int next = 0;
        while (next < bands.size() && isAbove(quantity, bands.get(next).lower())) {
            if (isBelow(quantity, bands.get(next).upper())) {
                return Figure.of(bands.get(next).value());
            }
            next++;
        }
        return switch (outside(bands, next)) {
            case FAILURE -> noRate(quantity.rounded().text());
            case ZERO -> Figure.of(0);
            case NEAREST -> Figure.of(nearest(bands, next, quantity).value());
        };
    }

    /** What is declared for a quantity that comes before the band {@code next} and after the one before that. */
    private Outside outside(List<Band> bands, int next) {
        if (next == 0) {
            return table.below();
        }
        return next == bands.size() ? table.above() : table.gap();
    }

    /** The nearer of the two bands around a gap; the lower one if both are as near. */
    private static Band nearest(List<Band> bands, int next, Fraction quantity) {
        if (next == 0) {
            return bands.getFirst();
        }
        Band before = bands.get(next - 1);
        BigDecimal end = before.upper();
        BigDecimal start = next == bands.size() ? null : bands.get(next).lower();
        if (end == null || start == null) {
            return before;
        }
        Fraction middle = new Fraction(Figure.of(end.add(start)), BigDecimal.TWO);
        return quantity.compareTo(middle) <= 0 ? before : bands.get(next);
    }

    /** Each slice of an amount times the rate of its band. */
    private Figure marginal(List<Band> bands, BigDecimal amount) {
        if (amount.signum() < 0) {
            return Figure.of(times(amount, bands.getFirst().value()));
        }
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal reached = BigDecimal.ZERO;
        for (int i = 0; i <= bands.size(); i++) {
            BigDecimal start = (i < bands.size() ? bands.get(i).start() : amount).min(amount);
            if (start.compareTo(reached) > 0) {
                BigDecimal rate = switch (outside(bands, i)) {
                    case FAILURE -> null;
                    case ZERO -> BigDecimal.ZERO;
                    case NEAREST -> bands.get(Math.max(0, i - 1)).value();
                };
                if (rate == null) {
                    return noRate("the part from " + Arithmetic.text(reached) + " to " + Arithmetic.text(start));
                }
                total = plus(total, times(start.subtract(reached), rate));
                reached = start;
            }
            if (i < bands.size()) {
                BigDecimal upper = bands.get(i).upper();
                BigDecimal end = upper == null ? amount : upper.min(amount);
                if (end.compareTo(reached) > 0) {
                    total = plus(total, times(end.subtract(reached), bands.get(i).value()));
                    reached = end;
                }
            }
        }
        return Figure.of(total);
    }

    /** The values of the bands that an amount has passed, and the part of the one that it is in. */
    private Figure interpolate(List<Band> bands, BigDecimal amount) {
        BigDecimal reached = bands.getFirst().start();
        if (amount.compareTo(reached) < 0 && table.below() == Outside.FAILURE) {
            return noRate(Arithmetic.text(amount));
        }
        BigDecimal total = BigDecimal.ZERO;
        for (Band band : bands) {
            if (amount.compareTo(reached) <= 0) {
                break;
            }
            if (band.start().compareTo(reached) > 0 && table.gap() == Outside.FAILURE) {
                return noRate("the part from " + Arithmetic.text(reached) + " to "
                        + Arithmetic.text(band.start().min(amount)));
            }
            if (amount.compareTo(band.start()) > 0) {
                BigDecimal upper = band.upper();
                if (upper == null) {
                    return noRate(Arithmetic.text(amount)
                            + ": its last band has no upper bound to interpolate to");
                }
                BigDecimal inBand = amount.min(upper).subtract(band.start());
                total = plus(total, amount.compareTo(upper) >= 0
                        ? band.value()
                        : fitting(ReferenceDecimal.timesDividedBy(band.value(), inBand,
                                upper.subtract(band.start()))));
            }
            reached = band.upper() == null ? band.start() : band.upper();
        }
        return amount.compareTo(reached) > 0 && table.above() == Outside.FAILURE
                ? noRate(Arithmetic.text(amount))
                : Figure.of(total);
    }
}
