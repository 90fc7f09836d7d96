package dev.hermes.app.command;

import dev.hermes.app.tasks.WorkspaceTasks;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Task.State;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.tasks.TaskHandler;
import dev.hermes.workspace.tasks.TaskRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hermes tasks}: what a workspace is to do, and does it. */
@Command(name = "tasks", description = "Lists what a workspace is to do and has done, and does it.",
        footer = {"",
            "'import --later', 'calc --later' and 'schedule' queue tasks. What stands in the way for a while is",
            "tried again, at growing intervals; a task that cannot be done is given up with a reason, and --again has",
            "it run again when that is mended. A program that is killed loses nothing and does nothing twice.", "",
            "Exit code: 0 nothing is left over, 1 tasks were given up or wait for something, 2 the workspace cannot be",
            "used."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class TasksCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int TITLE = 40;
    private static final int OUTCOME = 60;
    private static final int OVER = 20;
    private static final long BETWEEN_LOOKS = 200_000_000;

    private final HermesCommand hermes;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @ArgGroup
    private @Nullable Action action;

    @Option(names = "--all", description = "Lists all that are kept, not only the last " + OVER + " that are over.")
    private boolean all;

    @Option(names = "--threads", paramLabel = "N",
            description = "How many threads work; one for each core unless given.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** What is to happen besides. */
    private static final class Action {

        @Option(names = "--run", description = "Does the tasks until none is due.")
        private boolean run;

        @Option(names = "--watch", description = "Does the tasks whenever they are due, until Ctrl+C.")
        private boolean watch;

        @Option(names = "--again", paramLabel = "NUMBER",
                description = "Has a task run again that was given up or cancelled, or now that is to run later.")
        private @Nullable Long again;

        @Option(names = "--cancel", paramLabel = "NUMBER",
                description = "Cancels a task and those that wait for it.")
        private @Nullable Long cancel;
    }

    TasksCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be 1 or more, not " + threads + ".");
        }
        List<TaskHandler> handlers = WorkspaceTasks.handlers(threads, Clock.system(ZoneId.systemDefault()));
        try (Workspace workspace = hermes.open(folder)) {
            Action wanted = Objects.requireNonNullElseGet(action, Action::new);
            if (wanted.run || wanted.watch) {
                work(workspace, handlers, wanted.watch);
            }
            if (wanted.again != null) {
                workspace.tasks().again(wanted.again);
            }
            if (wanted.cancel != null) {
                workspace.tasks().cancel(wanted.cancel);
            }
            Set<String> kinds = handlers.stream().map(TaskHandler::kind).collect(Collectors.toUnmodifiableSet());
            return report(workspace.tasks().all(), kinds);
        }
    }

    private void work(Workspace workspace, List<TaskHandler> handlers, boolean watch) {
        try (ProgressLine progress = hermes.progress("Working");
                TaskRunner runner = new TaskRunner(workspace, handlers,
                        TaskRunner.Terms.standard().withThreads(threads),
                        hermes.cancelled(), new TaskReporter(hermes.terminal(), progress))) {
            if (watch) {
                runner.start();
                while (!hermes.cancelled().getAsBoolean()) {
                    LockSupport.parkNanos(BETWEEN_LOOKS);
                }
            } else {
                runner.run();
                if (hermes.cancelled().getAsBoolean()) {
                    throw new CancellationException("The tasks were asked to end.");
                }
            }
        }
    }

    private int report(List<Task> tasks, Set<String> kinds) {
        List<Task> over = tasks.stream().filter(task -> task.state().isOver()).toList();
        long passedOver = all ? 0 : Math.max(0, over.size() - OVER);
        Set<Long> left = over.stream().limit(passedOver).map(Task::number).collect(Collectors.toUnmodifiableSet());
        TextTable table = new TextTable().number().text(TITLE).text(TITLE).text(TITLE).number().text(OUTCOME)
                .header("", "state", "what", "when", "tried", "");
        for (Task task : tasks) {
            if (!left.contains(task.number())) {
                table.row(String.valueOf(task.number()), task.state().word(), task.title(), when(task),
                        String.valueOf(task.attempts()), why(task, kinds).lines().findFirst().orElse(""));
            }
        }
        if (!table.isEmpty()) {
            hermes.terminal().table(table);
        }
        if (passedOver > 0) {
            hermes.terminal().note(passedOver + " more are over; --all lists them.");
        }
        hermes.terminal().flush();
        tasks.stream().filter(task -> task.state() == State.FAILED).forEach(task -> hermes.terminal()
                .error("task " + task.number() + " (" + task.title() + ") was given up: " + task.outcome()));
        return tasks.stream().allMatch(task -> task.state().isOver() || isWellUnderWay(task, tasks, kinds))
                ? ExitCode.DONE
                : ExitCode.FINDINGS;
    }

    /** Whether a task will be done by itself, as far as anybody knows. */
    private static boolean isWellUnderWay(Task task, List<Task> tasks, Set<String> kinds) {
        return task.state() == State.RUNNING
                || task.state() == State.WAITING && task.attempts() == 0 && kinds.contains(task.kind())
                        && tasks.stream().filter(other -> task.after().contains(other.number()))
                                .allMatch(other -> other.state() == State.DONE || isWellUnderWay(other, tasks, kinds));
    }

    private static String when(Task task) {
        Instant when = task.state() == State.WAITING ? task.due() : task.changed();
        return TIME.format(when.atZone(ZoneId.systemDefault()));
    }

    private static String why(Task task, Set<String> kinds) {
        if (task.state() == State.WAITING && !kinds.contains(task.kind())) {
            return "waits for a program that knows the kind " + task.kind();
        }
        return task.outcome().isEmpty() && task.state() == State.WAITING && !task.after().isEmpty()
                ? "after " + task.after().stream().map(String::valueOf).collect(Collectors.joining(", "))
                : task.outcome();
    }
}
