package dev.hermes.app.tasks;

import dev.hermes.app.session.CalcSession;
import dev.hermes.app.terminal.Figures;
import dev.hermes.model.Period;
import dev.hermes.model.Scheme;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.cache.CacheFigures;
import dev.hermes.workspace.tasks.TaskHandler;
import dev.hermes.workspace.tasks.TaskRun;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Fills the cache ahead: people, organisation and pre-aggregated base indicators of the current period of each calendar,
 * and of the one before as long as that is open. It calculates, and keeps no result.
 */
public final class CacheTask implements TaskHandler {

    static final String KIND = "cache";

    private final int threads;
    private final Clock clock;

    /** It needs to know nothing. */
    record Order() {}

    /** Schemes that are calculated together. */
    private record Part(String calendar, String period) implements Comparable<Part> {

        @Override
        public int compareTo(Part other) {
            int byCalendar = calendar.compareTo(other.calendar);
            return byCalendar == 0 ? period.compareTo(other.period) : byCalendar;
        }
    }

    /** @param clock whose day, in its zone, is the present one */
    CacheTask(int threads, Clock clock) {
        this.threads = threads;
        this.clock = clock;
    }

    /** Queues it, maybe after other tasks. */
    public static Task queue(Workspace workspace, Task... after) {
        return workspace.tasks().add(KIND, "fill the cache", Payload.of(new Order()), after);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isHeavy() {
        return true;
    }

    @Override
    public Effect prepare(TaskRun run) {
        Payload.read(run.task(), Order.class);
        CacheFigures before = run.workspace().cache().figures();
        try (CalcSession session = CalcSession.within(run.workspace(), threads)) {
            parts(session).forEach((part, schemes) -> session.run(schemes, part.period(), null, run));
        }
        CacheFigures after = run.workspace().cache().figures();
        long computed = after.misses() - before.misses();
        return () -> computed == 0
                ? "everything was known"
                : Figures.counted(computed, "value", "values") + " computed";
    }

    private Map<Part, List<String>> parts(CalcSession session) {
        LocalDate today = LocalDate.now(clock);
        Map<Part, List<String>> parts = new TreeMap<>();
        for (CompiledScheme scheme : session.library().schemes().values()) {
            Scheme document = scheme.document();
            Optional<Period> current = scheme.calendar().containing(today);
            Stream.concat(current.stream(), current.flatMap(scheme.calendar()::before).stream())
                    .filter(period -> holds(document, period) && session.workspace().closings()
                            .closed(document.calendar(), period.code()).isEmpty())
                    .forEach(period -> parts
                            .computeIfAbsent(new Part(document.calendar(), period.code()), _ -> new ArrayList<>())
                            .add(document.code()));
        }
        parts.values().forEach(codes -> codes.sort(null));
        return parts;
    }

    private static boolean holds(Scheme scheme, Period period) {
        LocalDate to = scheme.to();
        return scheme.from().isBefore(period.end()) && (to == null || to.isAfter(period.start()));
    }
}
