package dev.hermes.app.command;

import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.report.PreviewReport;
import dev.hermes.app.session.MappedFiles;
import dev.hermes.app.session.RejectFiles;
import dev.hermes.app.tasks.ImportTask;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.Moments;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.model.Message;
import dev.hermes.workspace.Imports;
import dev.hermes.workspace.Task;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Clipboard;
import dev.hermes.workspace.imports.ImportSummary;
import dev.hermes.workspace.imports.ImportTerms;
import dev.hermes.workspace.imports.Importer;
import dev.hermes.workspace.imports.Preview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            "Mend the cells there and feed the file again with --mended: its rows join what the mapping has "
                    + "brought in.",
            "A cell that begins with = + - @ and is no number has an apostrophe before it, lest a spreadsheet takes it",
            "for a formula; it is taken away again when the file is fed.", "",
            "With --preview nothing is stored: the first rows are shown as they would be brought in, and what would be",
            "rejected. With --paste a table is read from standard input as a spreadsheet copies it, with tabs.", "",
            "With --take-back the last import of each mapping is taken back, all or none: its rows go, with mended "
                    + "ones",
            "that have joined them, and what they have taken the place of is there again.", "",
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
            description = "Read a copied table from standard input, instead of the file of the one mapping that is "
                    + "given.")
    private boolean paste;

    @Option(names = "--again",
            description = "Bring a file in also where it is the one that was brought in last, and has not changed.")
    private boolean again;

    @Option(names = "--take-back",
            description = "Bring nothing in: take back what each mapping has brought in last.")
    private boolean takeBack;

    @Option(names = "--later", description = "Queues it as a task instead, for 'hermes tasks DIR --run'.")
    private boolean later;

    ImportCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        refuseContradictions();
        MappedFiles files = MappedFiles.read(paths, data);
        refuseOneOfSeveral(files);
        if (takeBack) {
            return takeBack(files);
        }
        if (later) {
            return queue(files);
        }
        copied = paste ? clipboard() : null;
        if (preview != null) {
            return preview(files, preview);
        }
        List<ImportSummary> summaries;
        try (Workspace workspace = hermes.open(folder);
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
        printUnchanged(summaries);
        boolean complete = summaries.stream().allMatch(summary -> summary.rejected() == 0);
        return complete ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private void refuseContradictions() {
        if (paste && mended != null) {
            throw UnusableFileException
                    .of(Message.of("Rows come from --paste or from --mended, not from both. Maybe leave one out."));
        }
        if (takeBack && (paste || mended != null || rejected != null || preview != null || again || later)) {
            throw UnusableFileException
                    .of(Message.of("Where an import is taken back nothing is brought in. Maybe leave the other "
                            + "options out."));
        }
        if (preview != null && (preview < 1 || preview > MOST_PREVIEWED)) {
            throw UnusableFileException.of(Message.of("The rows ({0}) of a preview must be from 1 to {1}. Maybe "
                    + "--preview 20.", preview, MOST_PREVIEWED));
        }
    }

    private Clipboard clipboard() {
        try {
            return new Clipboard(hermes.terminal().in().readAllBytes());
        } catch (IOException e) {
            throw UnusableFileException.of(Message.of("Standard input cannot be read: {0}. Maybe put '< FILE' "
                    + "behind the command.", e.getMessage()));
        }
    }

    private int preview(MappedFiles files, int rows) {
        boolean isClean = true;
        try (Workspace workspace = hermes.open(folder)) {
            for (MappedFiles.Mapped mapped : files.all()) {
                ImportTerms terms = copied == null ? ImportTerms.WHOLE : ImportTerms.WHOLE.of(copied);
                Preview shown = Importer.preview(workspace, mapped.mapping(), mapped.folder(),
                        mended == null ? terms : terms.of(mended), rows);
                new PreviewReport(hermes.terminal()).print(shown);
                shown.rows().forEach(row -> Problems.print(hermes.terminal(),
                        row.refusals().stream().map(Preview.Refusal::finding).toList()));
                isClean &= shown.rejected() == 0;
            }
        }
        return isClean ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private void refuseOneOfSeveral(MappedFiles files) {
        if (paste && files.all().size() > 1) {
            throw UnusableFileException.of(Message.of("What is pasted is of one mapping, and {0} are given. Maybe "
                    + "name the file with that mapping alone.", files.all().size()));
        }
        if (mended != null && files.all().size() > 1) {
            throw UnusableFileException.of(Message.of("The mended rows in {0} are of one mapping, and {1} are "
                    + "given. Maybe name the file with that mapping alone.", mended, files.all().size()));
        }
    }

    private ImportTerms terms(RejectFiles rejects, String mapping) {
        ImportTerms ofFile = again ? rejects.terms(mapping).evenIfUnchanged() : rejects.terms(mapping);
        ImportTerms terms = copied == null ? ofFile : ofFile.of(copied);
        return mended == null ? terms : terms.of(mended);
    }

    private int takeBack(MappedFiles files) {
        Map<String, Imports.TakenBack> taken = new LinkedHashMap<>();
        try (Workspace workspace = hermes.open(folder)) {
            workspace.together(() -> {
                // Those that came last first: others may have come after them because they were there.
                files.codes().reversed()
                        .forEach(code -> taken.put(code, workspace.imports().takeBackLast(code)));
                return taken;
            });
        }
        TextTable table = new TextTable().text(CODE).number().number().header("mapping", "taken back", "there again");
        taken.forEach((code, rows) -> table.row(code, Figures.count(rows.gone()), Figures.count(rows.back())));
        hermes.terminal().table(table);
        return ExitCode.DONE;
    }

    private int queue(MappedFiles files) {
        if (mended != null || paste || preview != null || again) {
            throw UnusableFileException
                    .of(Message.of("Mended and pasted rows, previews and files that have not changed are not for "
                            + "later. Maybe leave out --later."));
        }
        try (Workspace workspace = hermes.open(folder)) {
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
