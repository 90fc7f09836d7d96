package dev.hermes.app.command;

import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.session.MappedFiles;
import dev.hermes.app.session.RejectFiles;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.tasks.ImportTask;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.ImportSummary;
import dev.hermes.workspace.imports.ImportTerms;
import java.nio.file.Path;
import java.util.List;
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
            "Exit code: 0 all is in, 1 rows were rejected, 2 nothing was changed."})
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

    @Option(names = "--rejects", paramLabel = "FOLDER",
            description = "Bring in the good rows, and write the others to files in this folder.")
    private @Nullable Path rejected;

    @Option(names = "--mended", paramLabel = "FILE.csv",
            description = "A mended file of rejected rows, instead of the file of the one mapping that is given.")
    private @Nullable Path mended;

    @Option(names = "--later", description = "Queues it as a task instead, for 'hermes tasks DIR --run'.")
    private boolean later;

    ImportCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        MappedFiles files = MappedFiles.read(paths, data);
        refuseMendedOfSeveral(files);
        if (later) {
            return queue(files);
        }
        List<ImportSummary> summaries;
        try (Workspace workspace = new WorkspaceFolder(folder).open();
                RejectFiles rejects = new RejectFiles(rejected, workspace::owns);
                ProgressLine progress = hermes.progress("Importing")) {
            summaries = files.bringInto(workspace, mapping -> terms(rejects, mapping), (mapping, rows) -> {
                progress.checkCancelled();
                progress.progress(mapping, rows, "rows");
            });
            // Only now: a file that was fed is not replaced before its good rows are stored.
            rejects.publish(summaries);
            printRejected(summaries, rejects);
        }
        print(summaries);
        boolean complete = summaries.stream().allMatch(summary -> summary.rejected() == 0);
        return complete ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private void refuseMendedOfSeveral(MappedFiles files) {
        if (mended != null && files.all().size() > 1) {
            throw UnusableFileException.of("The mended rows in " + mended + " are of one mapping, and "
                    + files.all().size() + " are given. Maybe name the file with that mapping alone.");
        }
    }

    private ImportTerms terms(RejectFiles rejects, String mapping) {
        ImportTerms terms = rejects.terms(mapping);
        return mended == null ? terms : terms.of(mended);
    }

    private int queue(MappedFiles files) {
        if (mended != null) {
            throw UnusableFileException.of("Mended rows are fed at once. Maybe leave out --later.");
        }
        try (Workspace workspace = new WorkspaceFolder(folder).open()) {
            Task task = ImportTask.queue(workspace, files, new ImportTask.Order(paths, data, rejected, List.of()));
            hermes.terminal().line("Queued task " + task.number() + ": " + task.title() + ".");
        }
        return ExitCode.DONE;
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

    private void print(List<ImportSummary> summaries) {
        TextTable table = new TextTable().text(CODE).text(CODE).number().number().number().number()
                .header("mapping", "into", "brought in", "left out", "rejected", "replaced");
        for (ImportSummary summary : summaries) {
            table.row(summary.mapping(), summary.into().word(), Figures.count(summary.accepted()),
                    Figures.count(summary.leftOut()), Figures.count(summary.rejected()),
                    Figures.count(summary.replaced()));
        }
        hermes.terminal().table(table);
    }
}
