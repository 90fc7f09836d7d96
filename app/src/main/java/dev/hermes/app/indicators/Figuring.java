package dev.hermes.app.indicators;

import dev.hermes.app.background.Job;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.IndicatorValues;
import dev.hermes.kernel.IndicatorValues.Reading;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.model.Failure;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calculates what indicators come to. Not for the screen's thread. */
final class Figuring {

    private static final int STEPS = 24;
    static final int THREADS = 2;

    private Figuring() {}

    /** Those of a period. */
    static Figures of(Workspace workspace, PayPeriod period, Job job) {
        try (CalcSession session = CalcSession.within(workspace, THREADS)) {
            List<String> codes = session.library().library().indicators().stream().map(Indicator::code).toList();
            String code = period.period().code();
            IndicatorValues values = session.values(codes, period.calendar(), code, monitor(job));
            Map<String, Figures.Summary> summaries = new HashMap<>();
            for (String indicator : values.indicators()) {
                if (values.has(indicator, Reading.ACTUAL)) {
                    summaries.put(indicator, summary(values, indicator));
                }
            }
            return new Figures(code, summaries);
        }
    }

    static RunMonitor monitor(Job job) {
        return new RunMonitor() {

            @Override
            public void progress(String stage, long done, long total) {
                job.report(done, total);
            }

            @Override
            public boolean isCancelled() {
                return job.isCancelled();
            }
        };
    }

    private static Figures.Summary summary(IndicatorValues values, String indicator) {
        NumberColumn column = values.column(indicator, Reading.ACTUAL);
        double[] amounts = new double[column.size()];
        int missing = 0;
        int failed = 0;
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = column.isPresent(i) ? column.get(i).toBigDecimal().doubleValue() : Double.NaN;
            missing += column.isMissing(i) ? 1 : 0;
            failed += column.failure(i) == null ? 0 : 1;
        }
        Integer[] order = present(column);
        boolean addsUp = values.hasTotal(indicator, Reading.ACTUAL);
        Decimal total = addsUp
                ? values.total(indicator, Reading.ACTUAL, null).map(IndicatorValues.Total::value).orElse(null)
                : median(column, order);
        return new Figures.Summary(total, !addsUp, missing, failed, shape(amounts),
                rows(values, column, amounts, order));
    }

    /** The places of the values that are there, the least first. */
    private static Integer[] present(NumberColumn column) {
        List<Integer> present = new ArrayList<>();
        for (int i = 0; i < column.size(); i++) {
            if (column.isPresent(i)) {
                present.add(i);
            }
        }
        present.sort(Comparator.comparing(column::get));
        return present.toArray(Integer[]::new);
    }

    /** The one in the middle, the lower of two. */
    private static @Nullable Decimal median(NumberColumn column, Integer[] order) {
        return order.length == 0 ? null : column.get(order[(order.length - 1) / 2]);
    }

    /** How many of the amounts that are numbers lie in each step. */
    static List<Double> shape(double[] amounts) {
        double least = Arrays.stream(amounts).filter(Double::isFinite).min().orElse(0);
        double most = Arrays.stream(amounts).filter(Double::isFinite).max().orElse(0);
        if (least >= most) {
            return List.of();
        }
        double[] counts = new double[STEPS];
        for (double amount : amounts) {
            if (Double.isFinite(amount)) {
                counts[Math.min(STEPS - 1, (int) ((amount - least) / (most - least) * STEPS))]++;
            }
        }
        return Arrays.stream(counts).boxed().toList();
    }

    private static List<Figures.Row> rows(IndicatorValues values, NumberColumn column, double[] amounts,
            Integer[] order) {
        List<Figures.Row> rows = new ArrayList<>(amounts.length);
        for (int rank = order.length; rank > 0; rank--) {
            rows.add(row(values, column, amounts, order[rank - 1], (double) rank / order.length));
        }
        for (int i = 0; i < amounts.length; i++) {
            if (!column.isPresent(i)) {
                rows.add(row(values, column, amounts, i, 0));
            }
        }
        return rows;
    }

    private static Figures.Row row(IndicatorValues values, NumberColumn column, double[] amounts, int index,
            double rank) {
        Failure failure = column.failure(index);
        return new Figures.Row(values.assignment(index), values.name(index), values.organisation(index),
                column.isPresent(index) ? Optional.of(column.get(index)) : Optional.empty(), amounts[index], rank,
                failure == null ? Message.EMPTY : failure.said());
    }
}
