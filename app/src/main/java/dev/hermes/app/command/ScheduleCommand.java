package dev.hermes.app.command;

import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.session.MappedFiles;
import dev.hermes.app.tasks.ImportTask;
import dev.hermes.app.tasks.RefreshTask;
import dev.hermes.app.tasks.ScanTask;
import dev.hermes.model.Message;
import dev.hermes.workspace.Recurrence;
import dev.hermes.workspace.Schedule;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes schedule}: has a workspace refreshed every day, and whenever something has changed. */
@Command(name = "schedule", description = "Has a workspace refreshed every day, and says when.",
        footer = {"",
            "A refresh brings in the files that have changed since they were brought in, by their size or time,",
            "and calculates the current period; a scan does so only where a file or a document has changed since the",
            "last calculation. It is done by whatever program has the workspace open with",
            "'tasks DIR --watch', or the next 'tasks DIR --run'; however many were missed, once."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class ScheduleCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "MAPPING.yaml", arity = "0..*",
            description = "A file with mappings, or a folder with such files.")
    private List<Path> paths = List.of();

    @Option(names = "--daily", paramLabel = "TIME", description = "When to refresh, such as 05:30.")
    private @Nullable LocalTime daily;

    @Option(names = "--every", paramLabel = "MINUTES", description = "How often to scan for changes, such as 10.")
    private @Nullable Integer every;

    @Option(names = "--zone", paramLabel = "ZONE",
            description = "By the clocks of which place, such as Asia/Shanghai; of this one unless given.")
    private ZoneId zone = ZoneId.systemDefault();

    @Option(names = "--data", paramLabel = "FOLDER",
            description = "The folder with the data; that of the mapping's file unless given.")
    private @Nullable Path data;

    @Option(names = "--rejects", paramLabel = "FOLDER",
            description = "Bring in the good rows, and write the others to files in this folder.")
    private @Nullable Path rejected;

    @Option(names = "--off", description = "Refreshes and scans no more.")
    private boolean off;

    ScheduleCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        boolean isSet = daily != null || every != null;
        if (isSet == paths.isEmpty() || off && isSet) {
            throw UnusableFileException.of(Message.of("A schedule has a time and mappings, or is off. Maybe "
                    + "'hermes schedule DIR MAPPING.yaml --daily 05:30 --every 10'."));
        }
        if (every != null && every < 1) {
            throw UnusableFileException.of(Message.of("--every must be 1 minute or more, not {0}.", every));
        }
        try (Workspace workspace = hermes.open(folder)) {
            if (off) {
                workspace.schedules().remove(RefreshTask.SCHEDULE);
                workspace.schedules().remove(ScanTask.SCHEDULE);
            }
            if (isSet) {
                MappedFiles.read(paths, data);
            }
            ImportTask.Order order = new ImportTask.Order(paths, data, rejected, List.of());
            if (daily != null) {
                RefreshTask.schedule(workspace, new Recurrence.Daily(daily, zone), order);
            }
            if (every != null) {
                ScanTask.schedule(workspace, new Recurrence.Every(every), order);
            }
            workspace.schedules().all().forEach(this::print);
        }
        return ExitCode.DONE;
    }

    private void print(Schedule schedule) {
        hermes.terminal().line(schedule.title() + " " + schedule.recurrence().text() + ", next at "
                + TIME.format(schedule.next().atZone(ZoneId.systemDefault())));
    }
}
