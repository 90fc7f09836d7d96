package dev.hermes.app.command;

import dev.hermes.app.files.DocumentFiles;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.report.PreviewReport;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.Moments;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Clipboard;
import dev.hermes.workspace.imports.ImportSummary;
import dev.hermes.workspace.imports.ImportTerms;
import dev.hermes.workspace.imports.Importer;
import dev.hermes.workspace.imports.Preview;
import java.io.IOException;
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
            "anything is wrong with any row of any file, unless such rows are rejected: then they are written to",
            "FOLDER/MAPPING.rejects.csv, with the line, column, value and reason before the cells of the row.", "",
            "Mend the cells there and feed the file again with --mended: its rows join what the mapping has brought in.",
            "A cell that begins with = + - @ and is no number has an apostrophe before it, lest a spreadsheet takes it",
            "for a formula; it is taken away again when the file is fed.", "",
            "With --preview nothing is stored: the first rows are shown as they would be brought in, and what would be",
            "rejected. With --paste a table is read from standard input as a spreadsheet copies it, with tabs.", "",
            "Exit code: 0 all is in, 1 rows were rejected, 2 nothing was changed."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class ImportCommand implements Callable<Integer> {

    private static final int CODE = 40;

    private static final int MOST_PREVIEWED = 10_000;

    private final HermesCommand hermes;
    /** What is brought in instead of a file; null where nothing was pasted. */
    private @Nullable Clipboard copied;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "MAPPING.yaml", arity = "1..*",
            description = "A file with mappings, or a folder with such files; other documents in them are passed over.")
    private List<Path> paths;

    @Option(names = "--data", paramLabel = "FOLDER",
            description = "The folder with the data; that of the mapping's file unless given.")
    private @Nullable Path data;

    @Option(names = "--rejects", paramLabel = "FOLDER",
            description = "Bring in the good rows, and write the others to files in this folder.")
    private @Nullable Path rejected;

    @Option(names = "--mended", paramLabel = "FILE.csv",
            description = "A mended file of rejected rows, instead of the file of the one mapping that is given.")
    private @Nullable Path mended;

    @Option(names = "--preview", paramLabel = "N", arity = "0..1", fallbackValue = "20",
            description = "Show what the first N rows (20 unless given) would become, and change nothing.")
    private @Nullable Integer preview;

    @Option(names = "--paste",
            description = "Read a copied table from standard input, instead of the file of the one mapping that is given.")
    private boolean paste;

    @Option(names = "--again",
            description = "Bring a file in also where it is the one that was brought in last, and has not changed.")
    private boolean again;

    ImportCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    /** A mapping, and the folder that its file is relative to. */
    private record Task(LoadedDocument mapping, Path folder) {}

    @Override
    public Integer call() {
        refuseContradictions();
        List<Task> tasks = tasks(DocumentFiles.read(paths));
        copied = paste ? clipboard() : null;
        if (preview != null) {
            return preview(tasks, preview);
        }
        List<ImportSummary> summaries;
        try (Workspace workspace = new WorkspaceFolder(folder).open();
                RejectFiles rejects = new RejectFiles(rejected, workspace::owns);
                ProgressLine progress = hermes.progress("Importing")) {
            summaries = workspace.together(() -> bring(workspace, tasks, rejects, progress));
            // Only now: a file that was fed is not replaced before its good rows are stored.
            rejects.publish(summaries);
            printRejected(summaries, rejects);
        }
        print(summaries);
        printUnchanged(summaries);
        boolean complete = summaries.stream().allMatch(summary -> summary.rejected() == 0);
        return complete ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private void refuseContradictions() {
        if (paste && mended != null) {
            throw UnusableFileException
                    .of("Rows come from --paste or from --mended, not from both. Maybe leave one out.");
        }
        if (preview != null && (preview < 1 || preview > MOST_PREVIEWED)) {
            throw UnusableFileException.of("The rows (" + preview + ") of a preview must be from 1 to " + MOST_PREVIEWED
                    + ". Maybe --preview 20.");
        }
    }

    private Clipboard clipboard() {
        try {
            return new Clipboard(hermes.terminal().in().readAllBytes());
        } catch (IOException e) {
            throw UnusableFileException.of("Standard input cannot be read: " + e.getMessage()
                    + ". Maybe put '< FILE' behind the command.");
        }
    }

    private int preview(List<Task> tasks, int rows) {
        boolean isClean = true;
        try (Workspace workspace = new WorkspaceFolder(folder).open()) {
            for (Task task : tasks) {
                ImportTerms terms = copied == null ? ImportTerms.WHOLE : ImportTerms.WHOLE.of(copied);
                Preview shown = Importer.preview(workspace, task.mapping(), task.folder(),
                        mended == null ? terms : terms.of(mended), rows);
                new PreviewReport(hermes.terminal()).print(shown);
                shown.rows().forEach(row -> Problems.print(hermes.terminal(),
                        row.refusals().stream().map(Preview.Refusal::finding).toList()));
                isClean &= shown.rejected() == 0;
            }
        }
        return isClean ? ExitCode.DONE : ExitCode.FINDINGS;
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
        if (mended != null && tasks.size() > 1) {
            throw UnusableFileException.of("The mended rows in " + mended + " are of one mapping, and " + tasks.size()
                    + " are given. Maybe name the file with that mapping alone.");
        }
        if (paste && tasks.size() > 1) {
            throw UnusableFileException.of("What is pasted is of one mapping, and " + tasks.size()
                    + " are given. Maybe name the file with that mapping alone.");
        }
        refuseRepeated(tasks);
        return tasks;
    }

    /** The second of two mappings with one code would take back what the first one has just brought in. */
    private static void refuseRepeated(List<Task> tasks) {
        Library.of(tasks.stream().map(Task::mapping).toList());
    }

    /** Brings in all that can be, and says at the end all that is wrong: then nothing stays. */
    private List<ImportSummary> bring(Workspace workspace, List<Task> tasks, RejectFiles rejects,
            ProgressLine progress) {
        List<ImportSummary> summaries = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (Task task : tasks) {
            try {
                ImportTerms fileTerms = rejects.terms(task.mapping().document().code());
                ImportTerms terms = copied == null ? fileTerms : fileTerms.of(copied);
                ImportTerms wanted = again ? terms.evenIfUnchanged() : terms;
                summaries.add(bring(workspace, task, mended == null ? wanted : wanted.of(mended), progress));
            } catch (FindingsException refused) {
                findings.addAll(refused.findings());
            }
        }
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return summaries;
    }

    private static ImportSummary bring(Workspace workspace, Task task, ImportTerms terms, ProgressLine progress) {
        return Importer.run(workspace, task.mapping(), task.folder(), terms, rows -> {
            progress.checkCancelled();
            progress.progress(task.mapping().document().code(), rows, "rows");
        });
    }

    private void printRejected(List<ImportSummary> summaries, RejectFiles rejects) {
        for (ImportSummary summary : summaries) {
            if (summary.rejected() > 0) {
                Problems.print(hermes.terminal(), summary.findings());
                hermes.terminal().note(Figures.count(summary.rejected()) + " of the rows of " + summary.mapping()
                        + " were rejected: they are in " + rejects.target(summary.mapping()) + ".");
            }
        }
    }

    private void printUnchanged(List<ImportSummary> summaries) {
        for (ImportSummary summary : summaries) {
            if (summary.since() != null) {
                hermes.terminal().note("Nothing has changed for " + summary.mapping()
                        + ": the same file was brought in on " + Moments.text(summary.since()) + ".");
            }
        }
    }

    private void print(List<ImportSummary> summaries) {
        TextTable table = new TextTable().text(CODE).text(CODE).number().number().number().number()
                .header("mapping", "into", "brought in", "left out", "rejected", "replaced");
        for (ImportSummary summary : summaries) {
            table.row(summary.mapping(), summary.into().word(),
                    summary.since() == null ? Figures.count(summary.accepted()) : "unchanged",
                    Figures.count(summary.leftOut()), Figures.count(summary.rejected()),
                    Figures.count(summary.replaced()));
        }
        hermes.terminal().table(table);
    }
}
