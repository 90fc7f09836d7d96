package dev.hermes.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** A table of what was measured beside what it may be. Medians over iterations, since other work disturbs single ones. */
final class Summary {

    private static final String ROW = "%-64s %12s   %s%n";

    private final StringBuilder table = new StringBuilder();

    private Summary() {
        table.append(String.format(Locale.ROOT, ROW, "Median of what was measured", "", "may be"));
    }

    static String of(Collection<RunResult> results) {
        Summary summary = new Summary();
        for (RunResult result : results) {
            summary.add(result.getParams(), iterations(result));
        }
        return summary.table.toString();
    }

    private static List<IterationResult> iterations(RunResult result) {
        List<IterationResult> iterations = new ArrayList<>();
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            iterations.addAll(fork.getIterationResults());
        }
        return iterations;
    }

    private void add(BenchmarkParams benchmark, List<IterationResult> iterations) {
        String name = benchmark.getBenchmark().replaceFirst("^.*\\.(\\w+\\.\\w+)$", "$1");
        switch (name) {
            case "Aggregation.engineAndByHand" -> {
                row("aggregation by the engine", "ms", "", iterations, of("engine"));
                row("the same groups by hand", "ms", "", iterations, of("sameGroups"));
                row("by hand as if nobody moved", "ms", "", iterations, of("withoutMoves"));
                row("aggregation: engine ÷ same groups by hand", "", "at most 1.3", iterations,
                        ratio("engine", "sameGroups"));
                row("aggregation: engine ÷ by hand as if nobody moved", "", "at most 1.3", iterations,
                        ratio("engine", "withoutMoves"));
            }
            case "Import.hermesAndDuckDb" -> {
                row("ten million rows of CSV brought in", "ms", "", iterations, of("hermes"));
                row("read and written by DuckDB", "ms", "", iterations, of("duckdb"));
                row("import ÷ DuckDB", "", "at most 2", iterations, ratio("hermes", "duckdb"));
                row("  peak memory of the process", "MiB", "below 1024", iterations, of("peakMebibytes"));
            }
            case "AfterAggregation.calculate" -> {
                row("everything after aggregation", "ms", "at most 2000", iterations, Summary::primary);
                for (String stage : List.of("organisation", "facts", "indicators", "schemes")) {
                    row("  of which " + stage, "ms", "", iterations, of(stage));
                }
            }
            case "Month.first", "Month.again" -> {
                String what = name.equals("Month.first") ? "a month's run, first in a new process"
                        : "a month's run, again";
                row(what, "ms", "", iterations, Summary::primary);
                row("  of which aggregation", "ms", "", iterations, of("aggregation"));
                row("  peak memory of the process", "MiB", "below 2048", iterations, of("peakMebibytes"));
            }
            default -> row(name, iterations.isEmpty() ? "" : iterations.getFirst().getScoreUnit(), "", iterations,
                    Summary::primary);
        }
    }

    private static double primary(IterationResult iteration) {
        return iteration.getPrimaryResult().getScore();
    }

    private static ToDoubleFunction<IterationResult> ratio(String counter, String to) {
        return iteration -> of(counter).applyAsDouble(iteration) / of(to).applyAsDouble(iteration);
    }

    private static ToDoubleFunction<IterationResult> of(String counter) {
        return iteration -> {
            Result<?> result = iteration.getSecondaryResults().get(counter);
            if (result == null) {
                throw new IllegalArgumentException("The counter " + counter + " was not measured.");
            }
            return result.getScore();
        };
    }

    private void row(String what, String unit, String bound, List<IterationResult> iterations,
            ToDoubleFunction<IterationResult> figure) {
        double[] figures = iterations.stream().mapToDouble(figure).sorted().toArray();
        String median = figures.length == 0
                ? "-"
                : String.format(Locale.ROOT, figures[figures.length / 2] < 100 ? "%.2f" : "%.0f",
                        figures[figures.length / 2]);
        table.append(String.format(Locale.ROOT, ROW, what, (median + " " + unit).strip(), bound));
    }
}
