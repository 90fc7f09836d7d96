package dev.hermes.app.tasks;

import dev.hermes.app.session.MappedFiles;
import dev.hermes.model.Scheme;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.workspace.Recurrence;
import dev.hermes.workspace.Schedule;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.tasks.TaskHandler;
import dev.hermes.workspace.tasks.TaskRun;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings a workspace up to the present: queues an import of the files that have changed, and after it the calculation of
 * the current period of each calendar, unless that is closed, and fills the cache for whoever calculates during the day.
 */
public final class RefreshTask implements TaskHandler {

    /** The name of the schedule that does this every day. */
    public static final String SCHEDULE = "refresh";

    private static final String KIND = "refresh";

    private final Clock clock;

    /** @param clock whose day, in its zone, is the present one */
    RefreshTask(Clock clock) {
        this.clock = clock;
    }

    /**
     * Has it done again and again.
     *
     * @param order
     *            all files that are brought in when they have changed
     */
    public static Schedule schedule(Workspace workspace, Recurrence recurrence, ImportTask.Order order) {
        return workspace.schedules().set(SCHEDULE, recurrence, KIND, "refresh", Payload.of(order));
    }

    /** The current periods of schemes, with those that are paid for them. */
    private record Current(String calendar, String period) implements Comparable<Current> {

        @Override
        public int compareTo(Current other) {
            return calendar.compareTo(other.calendar);
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean isHeavy() {
        return false;
    }

    @Override
    public Effect prepare(TaskRun run) {
        Workspace workspace = run.workspace();
        ImportTask.Order order = Payload.read(run.task(), ImportTask.Order.class);
        MappedFiles changed = order.files().changedSince(workspace);
        Map<Current, List<String>> schemes = schemes(workspace);
        return () -> {
            Task[] imports = changed.all().isEmpty()
                    ? new Task[0]
                    : new Task[] {ImportTask.queue(workspace, changed, order.only(changed.codes()))};
            schemes.forEach((current, codes) -> CalcTask.queue(workspace,
                    new CalcTask.Order(current.period(), codes, null, null, null), imports));
            CacheTask.queue(workspace, imports);
            return (imports.length == 0 ? "no file has changed" : imports[0].title()) + "; "
                    + (schemes.isEmpty() ? "no period to calculate"
                            : "calculate "
                                    + String.join(", ",
                                            schemes.keySet().stream().map(Current::period).distinct().toList()));
        };
    }

    private Map<Current, List<String>> schemes(Workspace workspace) {
        LocalDate today = LocalDate.now(clock);
        CompiledLibrary library = LibraryCompiler.compile(workspace.documents().library());
        Map<Current, List<String>> schemes = new TreeMap<>();
        for (CompiledScheme scheme : library.schemes().values()) {
            String calendar = scheme.document().calendar();
            if (holds(scheme.document(), today)) {
                scheme.calendar().containing(today)
                        .filter(period -> workspace.closings().closed(calendar, period.code()).isEmpty())
                        .ifPresent(period -> schemes
                                .computeIfAbsent(new Current(calendar, period.code()), _ -> new ArrayList<>())
                                .add(scheme.document().code()));
            }
        }
        schemes.values().forEach(codes -> codes.sort(null));
        return schemes;
    }

    private static boolean holds(Scheme scheme, LocalDate day) {
        LocalDate to = scheme.to();
        return !scheme.from().isAfter(day) && (to == null || to.isAfter(day));
    }
}
