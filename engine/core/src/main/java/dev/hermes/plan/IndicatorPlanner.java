package dev.hermes.plan;

import dev.hermes.model.Calendar;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.model.Period;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drills down from indicators to everything that they need. What is wrong with one of them keeps those that need it
 * from being planned, and no others.
 */
public final class IndicatorPlanner {

    private final CompiledLibrary library;
    private final ColumnPlanner columns;
    private final Bindings.Builder bindings = new Bindings.Builder(Window.CURRENT);
    private final SequencedMap<String, Set<Series>> planned = new LinkedHashMap<>();
    private final SequencedMap<String, List<Finding>> left = new LinkedHashMap<>();

    private IndicatorPlanner(CompiledLibrary library) {
        this.library = library;
        columns = new ColumnPlanner(library);
    }

    /**
     * The plan of indicators for a period.
     *
     * @param indicators
     *            their codes; those that are not known or have errors are left out, with the reason
     * @param calendar
     *            the code of the calendar that has the period
     * @param asOf
     *            null: everything that is known
     * @throws FindingsException
     *             where the calendar or the period is not known
     */
    public static IndicatorPlan plan(CompiledLibrary library, Collection<String> indicators, String calendar,
            String period, @Nullable LocalDate asOf) {
        Calendar document = library.library().calendar(calendar).orElseThrow(() -> new FindingsException(
                List.of(Finding.error("calendar " + calendar, "", null, LibraryCompiler.unknown("calendar", calendar,
                        library.library().calendars().stream().map(Calendar::code).toList())))));
        PayCalendar periods = new PayCalendar(document);
        Period found = Planner.period(periods, calendar, period);
        IndicatorPlanner planner = new IndicatorPlanner(library);
        new LinkedHashSet<>(indicators).forEach(planner::add);
        ColumnPlanner columns = planner.columns;
        columns.reach(document);
        CalcPlan plan = new CalcPlan(periods, found, asOf, List.of(), columns.nodes(), Map.of(), columns.rateTables(),
                columns.datedValues(), columns.windows(), Fingerprint.of(columns.documents(), found, asOf));
        return new IndicatorPlan(plan, planner.bindings.build(), planner.planned, planner.left);
    }

    private void add(String code) {
        CompiledIndicator indicator = library.indicators().get(code);
        if (indicator == null) {
            left.put(code, errors(code));
        } else if (indicator.document().eachDay()) {
            left.put(code,
                    List.of(Finding.warning("indicator " + code, "", null, Message.of(
                            "holds day by day and has no one value for the period. Maybe read it with daily({0}).",
                            code))));
        } else {
            // On its own first, since what is wrong with it must not end up among the columns of the others.
            ColumnPlanner alone = new ColumnPlanner(library);
            alone.series(indicator, new Bindings.Builder(Window.CURRENT));
            if (alone.findings().isEmpty()) {
                planned.put(code, columns.series(indicator, bindings));
            } else {
                left.put(code, alone.findings().stream().distinct().toList());
            }
        }
    }

    /** Why an indicator was not compiled. */
    private List<Finding> errors(String code) {
        String subject = "indicator " + code;
        Indicator document = library.library().indicator(code).orElse(null);
        if (document == null) {
            return List.of(Finding.error(subject, "", null, LibraryCompiler.unknown("indicator", code,
                    library.library().indicators().stream().map(Indicator::code).toList())));
        }
        List<Finding> own = library.findings().stream().filter(finding -> finding.subject().equals(subject)
                && finding.severity() == Finding.Severity.ERROR).toList();
        // A circle is told of by one of those in it.
        return own.isEmpty()
                ? List.of(Finding.error(subject, "", library.library().location(document, ""), Message
                        .of("takes part in a circle of references that is told of elsewhere. Take one of them out.")))
                : own;
    }
}
