package dev.hermes.app.command;

import dev.hermes.app.files.StagedFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.report.ListedRowsReport;
import dev.hermes.document.Library;
import dev.hermes.local.DuckFacts;
import dev.hermes.local.Limits;
import dev.hermes.local.ListedRows;
import dev.hermes.model.Dataset;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Message;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes validate}: lists the facts that the validations of datasets are about. */
@Command(name = "validate",
        description = "Lists facts that somebody should look at, as the validations of datasets say.",
        footer = {"", "Nothing is refused or changed: these facts count in calculations like all others.",
            "Exit code: 0 nothing is listed, 1 something is."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class ValidateCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Option(names = "--out", paramLabel = "FOLDER",
            description = "Writes all rows to files there, DATASET.VALIDATION.csv, not only the first ten to the "
                    + "terminal.")
    private @Nullable Path out;

    ValidateCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        try (Workspace workspace = hermes.open(folder)) {
            Library library = workspace.documents().library();
            refuseOwn(workspace);
            long listed = 0;
            try (DuckFacts facts = DuckFacts.open(workspace.facts().current(), library.datasets(), Limits.standard())) {
                for (Dataset dataset : library.datasets()) {
                    for (Dataset.Validation validation : dataset.validations()) {
                        listed += list(dataset, validation, facts);
                    }
                }
            }
            if (library.datasets().stream().allMatch(dataset -> dataset.validations().isEmpty())) {
                hermes.terminal().note("No dataset has validations. Maybe add some under validations.");
            }
            return listed == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
        }
    }

    private void refuseOwn(Workspace workspace) {
        if (out != null && workspace.owns(out)) {
            throw UnusableFileException.of(Message.of("The folder {0} is the workspace's own. Maybe name another "
                    + "one.", out));
        }
    }

    private long list(Dataset dataset, Dataset.Validation validation, DuckFacts facts) {
        ListedRows rows = rows(dataset, validation, facts);
        new ListedRowsReport(hermes.terminal()).print(dataset, validation, rows);
        if (out != null) {
            try (StagedFile file = StagedFile
                    .of(made(out).resolve(dataset.code() + "." + validation.name() + ".csv"))) {
                ListedRowsReport.write(rows, file);
                file.publish();
            }
        }
        return rows.rows().size();
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw UnusableFileException.of(
                    Message.of("The folder {0} cannot be made: {1}. Maybe name another one.", folder, e.getMessage()));
        }
    }

    /** What is wrong with a query is said where it stands in the document. */
    private static ListedRows rows(Dataset dataset, Dataset.Validation validation, DuckFacts facts) {
        try {
            return facts.list(validation.query());
        } catch (FindingsException refused) {
            List<Finding> findings = new ArrayList<>();
            for (Finding finding : refused.findings()) {
                findings.add(Finding.error("dataset " + dataset.code(), "validations." + validation.name() + ".query",
                        finding.location(), finding.message()));
            }
            throw new FindingsException(findings);
        }
    }
}
