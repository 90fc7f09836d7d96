package dev.hermes.plan;

import dev.hermes.model.DatedValue;
import dev.hermes.model.Period;
import dev.hermes.model.RateTable;
import dev.hermes.model.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A calculation made ready: for one period exactly the columns that its schemes need, in an order in which each comes
 * after those it reads. Immutable.
 *
 * @param asOf
 *            what became known after this day is not read; null: everything is
 * @param bindings
 *            the columns that each scheme's formulas read, by the scheme's code
 * @param fingerprint
 *            the same exactly where documents, period and as-of day are the same
 */
public record CalcPlan(PayCalendar calendar, Period period, @Nullable LocalDate asOf, List<CompiledScheme> schemes,
        List<PlanNode> nodes, Map<String, Bindings> bindings, Map<String, RateTable> rateTables,
        Map<String, DatedValue> datedValues, Set<Window> windows, String fingerprint) {

    public CalcPlan {
        schemes = List.copyOf(schemes);
        nodes = List.copyOf(nodes);
        bindings = Map.copyOf(bindings);
        rateTables = Map.copyOf(rateTables);
        datedValues = Map.copyOf(datedValues);
        windows = Set.copyOf(windows);
    }

    /** The periods of a window, in order; none for {@code before} in the year's first period. */
    public List<Period> periods(Window window) {
        return switch (window) {
            case CURRENT -> List.of(period);
            case PREVIOUS -> calendar.before(period).map(List::of).orElse(List.of());
            case TO_DATE -> calendar.yearToDate(period);
            case BEFORE -> {
                List<Period> toDate = calendar.yearToDate(period);
                yield toDate.subList(0, toDate.size() - 1);
            }
        };
    }

    /** The first day of a window; the period's where the window has no days. */
    public LocalDate from(Window window) {
        return periods(window).isEmpty() ? period.start() : periods(window).getFirst().start();
    }

    /** The day after the last of a window; the period's first where the window has no days. */
    public LocalDate to(Window window) {
        return periods(window).isEmpty() ? period.start() : periods(window).getLast().end();
    }

    /** The first day of all windows that are read. */
    public LocalDate from() {
        return windows.stream().map(this::from).min(LocalDate::compareTo).orElse(period.start());
    }

    /** The scheme with a code. */
    public Optional<CompiledScheme> scheme(String code) {
        return schemes.stream().filter(scheme -> scheme.document().code().equals(code)).findFirst();
    }
}
