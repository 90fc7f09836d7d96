package dev.hermes.trace;

import dev.hermes.decimal.Decimal;
import dev.hermes.model.PeriodValueRow;
import dev.hermes.model.RateTable;
import dev.hermes.model.Series;
import java.time.LocalDate;

/**
 * The row that a figure was brought in with, by what tells it from the others of its kind. Where it came from is for
 * those to say who keep the rows.
 */
public sealed interface SourceRow {

    /**
     * A fact.
     *
     * @param key
     *            in canonical text
     */
    record Fact(String dataset, String key) implements SourceRow {}

    /** A target, baseline, score or uploaded actual. */
    record PeriodValue(String indicator, Series series, String subject, String period) implements SourceRow {

        public static PeriodValue of(PeriodValueRow row) {
            return new PeriodValue(row.indicator(), row.series(), row.subject(), row.period());
        }
    }

    /** A correction of one series. */
    record Correction(String indicator, Series series, String subject, String period) implements SourceRow {

        public static Correction of(dev.hermes.model.Correction correction) {
            return new Correction(correction.indicator(), correction.series(), correction.subject(),
                    correction.period());
        }
    }

    /**
     * A dated value.
     *
     * @param from
     *            the first day on which it holds
     */
    record DatedValue(String code, String subject, LocalDate from) implements SourceRow {}

    /**
     * A plus or minus on pay.
     *
     * @param number
     *            counts those that are alike in everything else, from 1
     */
    record Adjustment(String scheme, String payee, String period, Decimal amount, String reason,
            int number) implements SourceRow {

        public static Adjustment of(dev.hermes.model.Adjustment adjustment, int number) {
            return new Adjustment(adjustment.scheme(), adjustment.payee(), adjustment.period(), adjustment.amount(),
                    adjustment.reason(), number);
        }
    }

    /** A balance that was brought in for the period, if any was: else it is the one carried or declared. */
    record OpeningBalance(String lineage, String balance, String payee, String period) implements SourceRow {}

    /** A row of a rate table, if the table's rows were brought in. */
    record Rate(String table, RateTable.Row row) implements SourceRow {}
}
