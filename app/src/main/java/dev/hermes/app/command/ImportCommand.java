package dev.hermes.app.command;

import dev.hermes.app.files.DocumentFiles;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportSummary;
import dev.hermes.workspace.imports.Importer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes import}: brings data in as mappings say. */
@Command(name = "import", description = "Brings files of data into a workspace, as mappings say.",
        footer = {"", "What a mapping brings in takes the place of what it brought in before. Nothing is stored where",
            "anything is wrong with any row of any file."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class ImportCommand implements Callable<Integer> {

    private static final int CODE = 40;

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "MAPPING.yaml", arity = "1..*",
            description = "A file with mappings, or a folder with such files; other documents in them are passed over.")
    private List<Path> paths;

    @Option(names = "--data", paramLabel = "FOLDER",
            description = "The folder with the data; that of the mapping's file unless given.")
    private @Nullable Path data;

    ImportCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    /** A mapping, and the folder that its file is relative to. */
    private record Task(LoadedDocument mapping, Path folder) {}

    @Override
    public Integer call() {
        List<Task> tasks = tasks(DocumentFiles.read(paths));
        List<ImportSummary> summaries;
        try (Workspace workspace = new WorkspaceFolder(folder).open();
                ProgressLine progress = hermes.progress("Importing")) {
            summaries = workspace.together(() -> bring(workspace, tasks, progress));
        }
        print(summaries);
        return ExitCode.DONE;
    }

    private List<Task> tasks(DocumentFiles files) {
        List<Task> tasks = new ArrayList<>();
        for (DocumentFiles.Named named : files.files()) {
            Path around = Objects.requireNonNullElse(named.path().getParent(), Path.of(""));
            for (LoadedDocument loaded : named.file().documents()) {
                if (loaded.document() instanceof Mapping) {
                    tasks.add(new Task(loaded, data == null ? around : data));
                }
            }
        }
        if (tasks.isEmpty()) {
            throw UnusableFileException.of("No mapping is in " + paths.getFirst()
                    + (paths.size() == 1 ? "" : " or the other files")
                    + ". Maybe name the file whose documents say 'kind: mapping'.");
        }
        refuseRepeated(tasks);
        return tasks;
    }

    /** The second of two mappings with one code would take back what the first one has just brought in. */
    private static void refuseRepeated(List<Task> tasks) {
        Library.of(tasks.stream().map(Task::mapping).toList());
    }

    /** Brings in all that can be, and says at the end all that is wrong: then nothing stays. */
    private static List<ImportSummary> bring(Workspace workspace, List<Task> tasks, ProgressLine progress) {
        List<ImportSummary> summaries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Task task : tasks) {
            try {
                summaries.add(bring(workspace, task, progress));
            } catch (FindingsException refused) {
                findings.addAll(refused.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return summaries;
    }

    private static ImportSummary bring(Workspace workspace, Task task, ProgressLine progress) {
        return Importer.run(workspace, task.mapping(), task.folder(), rows -> {
            progress.checkCancelled();
            progress.progress(task.mapping().document().code(), rows, "rows");
        });
    }

    private void print(List<ImportSummary> summaries) {
        TextTable table = new TextTable().text(CODE).text(CODE).number().number().number()
                .header("mapping", "into", "brought in", "left out", "replaced");
        for (ImportSummary summary : summaries) {
            table.row(summary.mapping(), summary.into().word(), Figures.count(summary.accepted()),
                    Figures.count(summary.leftOut()), Figures.count(summary.replaced()));
        }
        hermes.terminal().table(table);
    }
}
