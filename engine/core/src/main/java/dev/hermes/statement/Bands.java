package dev.hermes.statement;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.RateTable;
import dev.hermes.model.RateTable.InclusiveBound;
import dev.hermes.model.RateTable.Outside;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bands of a rate table, whose bounds and values lie in cells, and the formulas that read them: the same steps in
 * the same order as the engine's.
 *
 * @param factor
 *            what the bounds are multiplied by, as it is now
 * @param lower
 *            for each band the cell of its lower bound; null where it has none
 * @param upper
 *            likewise
 * @param values
 *            for each band the cell of its value
 */
record Bands(RateTable table, List<RateTable.Row> rows, BigDecimal factor, List<@Nullable String> lower,
        List<@Nullable String> upper, List<String> values) {

    private static final String ZERO = "0";

    /** The rows of a table for keys on a day, in order. */
    static List<RateTable.Row> rows(RateTable table, List<String> keys, LocalDate day) {
        return table.rows().stream().filter(row -> row.keys().equals(keys))
                .filter(row -> (row.from() == null || !day.isBefore(row.from()))
                        && (row.to() == null || day.isBefore(row.to())))
                .sorted(Comparator.comparing(RateTable.Row::lower, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    /**
     * A part of a quantity, and its rate.
     *
     * @param from
     *            where it begins
     * @param to
     *            where it ends; null: nowhere
     */
    record Slice(String from, @Nullable String to, String rate, BigDecimal begins, @Nullable BigDecimal ends,
            BigDecimal value) {

        /** How much of a quantity lies in it. */
        BigDecimal part(BigDecimal quantity) {
            BigDecimal end = ends == null ? quantity : quantity.min(ends);
            return end.subtract(begins).max(BigDecimal.ZERO);
        }

        /** The same as a formula. */
        String part(String quantity) {
            return "MAX(0," + (to == null ? quantity : "MIN(" + quantity + "," + to + ")") + "-" + from + ")";
        }
    }

    private boolean lowerIncluded() {
        return table.inclusive() == InclusiveBound.LOWER;
    }

    /** The value of the band that holds a quantity. */
    String value(String quantity) {
        StringBuilder text = new StringBuilder();
        int open = 0;
        boolean unbounded = false;
        for (int band = 0; band < rows.size() && !unbounded; band++) {
            String from = lower.get(band);
            if (from != null && !touches(band)) {
                text.append("IF(").append(quantity).append(lowerIncluded() ? "<" : "<=").append(from).append(',')
                        .append(outside(band, quantity)).append(',');
                open++;
            }
            String to = upper.get(band);
            if (to == null) {
                text.append(values.get(band));
                unbounded = true;
            } else {
                text.append("IF(").append(quantity).append(lowerIncluded() ? "<" : "<=").append(to).append(',')
                        .append(values.get(band)).append(',');
                open++;
            }
        }
        return text.append(unbounded ? "" : outside(rows.size(), quantity)).append(")".repeat(open)).toString();
    }

    /** Whether a band begins where the one before it ends. */
    private boolean touches(int band) {
        Decimal from = rows.get(band).lower();
        return band > 0 && from != null && from.equals(rows.get(band - 1).upper());
    }

    private String outside(int next, String quantity) {
        return switch (treatment(next)) {
            case FAILURE -> FormulaText.FAILURE;
            case ZERO -> ZERO;
            case NEAREST -> nearest(next, quantity);
        };
    }

    private Outside treatment(int next) {
        return next == 0 ? table.below() : next == rows.size() ? table.above() : table.gap();
    }

    private String nearest(int next, String quantity) {
        if (next == 0 || next == rows.size()) {
            return values.get(next == 0 ? 0 : next - 1);
        }
        return "IF(" + quantity + "<=(" + upper.get(next - 1) + "+" + lower.get(next) + ")/2," + values.get(next - 1)
                + "," + values.get(next) + ")";
    }

    /** Every part that has a rate: what bands cover, and what lies outside them at the nearest rate. */
    List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        for (int next = 0; next <= rows.size(); next++) {
            if (isUncovered(next) && treatment(next) == Outside.NEAREST) {
                slices.add(new Slice(end(next - 1), next == rows.size() ? null : lower.get(next),
                        values.get(Math.max(0, next - 1)), scaled(next == 0 ? null : rows.get(next - 1).upper()),
                        next == rows.size() ? null : scaled(rows.get(next).lower()),
                        rows.get(Math.max(0, next - 1)).value().toBigDecimal()));
            }
            if (next < rows.size() && !isBelowZero(rows.get(next).upper())) {
                Decimal end = rows.get(next).upper();
                slices.add(new Slice(start(next), upper.get(next), values.get(next), scaled(rows.get(next).lower()),
                        end == null ? null : scaled(end), rows.get(next).value().toBigDecimal()));
            }
        }
        return slices;
    }

    /** A bound of what is counted from zero, as it is now. */
    private BigDecimal scaled(@Nullable Decimal bound) {
        return bound == null || bound.signum() < 0 ? BigDecimal.ZERO : bound.toBigDecimal().multiply(factor);
    }

    /** Whether there is something between the band before and this one. */
    private boolean isUncovered(int next) {
        if (next == rows.size()) {
            return rows.get(next - 1).upper() != null;
        }
        Decimal from = rows.get(next).lower();
        return from != null && from.signum() > 0 && !touches(next);
    }

    private static boolean isBelowZero(@Nullable Decimal bound) {
        return bound != null && bound.signum() <= 0;
    }

    private String start(int band) {
        String cell = lower.get(band);
        return cell == null || isBelowZero(rows.get(band).lower()) ? ZERO : cell;
    }

    private String end(int band) {
        String cell = band < 0 ? null : upper.get(band);
        return cell == null || isBelowZero(rows.get(band).upper()) ? ZERO : cell;
    }

    /** The slices of a quantity, summed by {@code sum}; of a negative one all at the first rate. */
    String marginal(String quantity, String sum) {
        String text = "IF(" + quantity + "<0," + quantity + "*" + values.getFirst() + "," + sum + ")";
        for (int next = rows.size(); next >= 0; next--) {
            if (isUncovered(next) && treatment(next) == Outside.FAILURE) {
                text = "IF(" + quantity + ">" + end(next - 1) + "," + FormulaText.FAILURE + "," + text + ")";
            }
        }
        return text;
    }

    /** What a band adds where its value is reached in proportion. */
    String interpolated(int band, String quantity) {
        String from = from(band);
        String to = upper.get(band);
        String value = values.get(band);
        return to == null
                ? ZERO
                : "IF(" + quantity + ">=" + to + "," + value + ",IF(" + quantity + ">" + from + "," + value + "*("
                        + quantity + "-" + from + ")/(" + to + "-" + from + "),0))";
    }

    private String from(int band) {
        String cell = lower.get(band);
        return cell == null ? ZERO : cell;
    }

    /** What the bands add, summed by {@code sum}. */
    String interpolate(String quantity, String sum) {
        String text = sum;
        int last = rows.size() - 1;
        String end = upper.get(last);
        if (end == null || table.above() == Outside.FAILURE) {
            text = "IF(" + quantity + ">" + (end == null ? from(last) : end) + "," + FormulaText.FAILURE + "," + text
                    + ")";
        }
        for (int band = last; band > 0; band--) {
            if (!touches(band) && table.gap() == Outside.FAILURE) {
                text = "IF(" + quantity + ">" + upper.get(band - 1) + "," + FormulaText.FAILURE + "," + text + ")";
            }
        }
        return table.below() == Outside.FAILURE
                ? "IF(" + quantity + "<" + from(0) + "," + FormulaText.FAILURE + "," + text + ")"
                : text;
    }
}
