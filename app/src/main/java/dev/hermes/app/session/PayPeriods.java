package dev.hermes.app.session;

import dev.hermes.document.Library;
import dev.hermes.local.DuckFacts;
import dev.hermes.local.FactFiles;
import dev.hermes.local.Limits;
import dev.hermes.model.Calendar;
import dev.hermes.model.Dataset;
import dev.hermes.model.Period;
import dev.hermes.plan.PayCalendar;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.cache.CachedLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The periods for which a workspace knows anything.
 *
 * @param all
 *            the latest first
 * @param usual
 *            the latest for which anything was uploaded (a target, a score or the like), or else the latest; null where
 *            there is none
 */
public record PayPeriods(List<PayPeriod> all, @Nullable PayPeriod usual) {

    public static final PayPeriods NONE = new PayPeriods(List.of(), null);

    /** Of facts, no more periods than anybody looks back. */
    private static final int MOST_OF_FACTS = 60;

    private static final Comparator<PayPeriod> LATEST_FIRST = Comparator
            .comparing((PayPeriod period) -> period.period().end()).reversed()
            .thenComparing(PayPeriod::calendar);

    public PayPeriods {
        all = List.copyOf(all);
    }

    /** Reads uploads and the days of facts. */
    public static PayPeriods of(Workspace workspace) {
        Library library = workspace.documents().library();
        Set<String> uploaded = workspace.imports().periods();
        List<Span> spans = spans(workspace, library);
        Set<PayPeriod> found = new TreeSet<>(LATEST_FIRST);
        PayPeriod usual = null;
        for (Calendar calendar : library.calendars()) {
            PayCalendar periods = new PayCalendar(calendar);
            for (String code : uploaded) {
                PayPeriod period = periods.find(code).map(known -> period(workspace, calendar, known)).orElse(null);
                if (period != null) {
                    found.add(period);
                    usual = usual == null || LATEST_FIRST.compare(period, usual) < 0 ? period : usual;
                }
            }
            spans.stream().flatMap(span -> span.periods(periods))
                    .forEach(period -> found.add(period(workspace, calendar, period)));
        }
        List<PayPeriod> all = List.copyOf(found);
        return new PayPeriods(all, usual == null && !all.isEmpty() ? all.getFirst() : usual);
    }

    private static PayPeriod period(Workspace workspace, Calendar calendar, Period period) {
        return new PayPeriod(calendar.code(), period,
                workspace.closings().closed(calendar.code(), period.code()).isPresent());
    }

    /** From the first to the last day of a dataset's facts. */
    private record Span(LocalDate first, LocalDate last) {

        Stream<Period> periods(PayCalendar calendar) {
            return Stream.iterate(calendar.containing(last), Optional::isPresent,
                    period -> period.flatMap(calendar::before)).flatMap(Optional::stream)
                    .takeWhile(period -> period.end().isAfter(first)).limit(MOST_OF_FACTS);
        }
    }

    private static List<Span> spans(Workspace workspace, Library library) {
        FactFiles files = workspace.facts().current();
        List<Span> spans = new ArrayList<>();
        try (DuckFacts facts = DuckFacts.open(files, library.datasets(), Limits.standard().withThreads(1))) {
            CachedLists lists = new CachedLists(facts, files, workspace.cache());
            for (Dataset dataset : library.datasets()) {
                String date = dataset.date();
                if (date != null && !files.of(dataset.code()).isEmpty()) {
                    List<String> row = lists.of("SELECT count(*) AS key, min(\"" + date + "\") AS first, max(\"" + date
                            + "\") AS last FROM \"" + dataset.code() + '"', dataset).rows().getFirst();
                    if (!row.get(1).isEmpty()) {
                        spans.add(new Span(LocalDate.parse(row.get(1)), LocalDate.parse(row.get(2))));
                    }
                }
            }
        }
        return spans;
    }
}
