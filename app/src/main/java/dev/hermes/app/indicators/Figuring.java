package dev.hermes.app.indicators;

import dev.hermes.app.background.Job;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.kernel.IndicatorValues;
import dev.hermes.kernel.IndicatorValues.Reading;
import dev.hermes.kernel.RunMonitor;
import dev.hermes.model.Finding;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
            return session.ofValues(Figures.class, codes, period.calendar(), code, monitor(job),
                    values -> figures(code, values));
        }
    }

    private static Figures figures(String period, IndicatorValues values) {
        Map<String, Figures.Summary> summaries = new HashMap<>();
        for (String indicator : values.indicators()) {
            if (values.has(indicator, Reading.ACTUAL)) {
                summaries.put(indicator, summary(values, indicator));
            }
        }
        Map<String, Message> left = new HashMap<>();
        values.left().forEach((indicator, findings) -> left.put(indicator,
                findings.stream().map(Finding::message).findFirst().orElse(Message.EMPTY)));
        return new Figures(period, Freshness.FRESH, people(values), summaries, left,
                values.warnings().stream().map(Finding::said).toList());
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

    private static Figures.People people(IndicatorValues values) {
        List<String> assignments = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> organisations = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            assignments.add(values.assignment(i));
            names.add(values.name(i));
            organisations.add(values.organisation(i));
        }
        return new Figures.People(assignments, names, organisations);
    }

    private static Figures.Summary summary(IndicatorValues values, String indicator) {
        NumberColumn column = values.column(indicator, Reading.ACTUAL);
        Decimal[] sorted = sorted(column);
        boolean addsUp = values.hasTotal(indicator, Reading.ACTUAL);
        Figures.Spread spread = spread(sorted);
        Decimal total = addsUp
                ? values.total(indicator, Reading.ACTUAL, null).map(IndicatorValues.Total::value).orElse(null)
                : spread == null ? null : spread.median();
        NumberColumn target = column(values, indicator, Reading.TARGET);
        Figures.Spread targets = target == null ? null : spread(sorted(target));
        return new Figures.Summary(total, !addsUp, spread, shape(sorted), column, target,
                targets == null ? null : targets.median(), column(values, indicator, Reading.ATTAINMENT));
    }

    private static @Nullable NumberColumn column(IndicatorValues values, String indicator, Reading reading) {
        return values.has(indicator, reading) ? values.column(indicator, reading) : null;
    }

    /** The values that are there, the least first. */
    static Decimal[] sorted(NumberColumn column) {
        return IntStream.range(0, column.size()).filter(column::isPresent).mapToObj(column::get).sorted()
                .toArray(Decimal[]::new);
    }

    /** The median is the one in the middle, the lower of two. */
    static Figures.@Nullable Spread spread(Decimal[] sorted) {
        return sorted.length == 0
                ? null
                : new Figures.Spread(sorted[0], sorted[(sorted.length - 1) / 2], sorted[sorted.length - 1]);
    }

    /** How many of the amounts lie in each step; none where all are alike. */
    static List<Double> shape(Decimal[] sorted) {
        double[] amounts = Arrays.stream(sorted).mapToDouble(amount -> amount.toBigDecimal().doubleValue()).toArray();
        if (amounts.length == 0 || amounts[0] >= amounts[amounts.length - 1]) {
            return List.of();
        }
        double least = amounts[0];
        double wide = amounts[amounts.length - 1] - least;
        double[] counts = new double[STEPS];
        for (double amount : amounts) {
            counts[Math.min(STEPS - 1, (int) ((amount - least) / wide * STEPS))]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }
}
