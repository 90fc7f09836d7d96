package dev.hermes.app.command;

import dev.hermes.app.coverage.MissingUpload;
import dev.hermes.app.coverage.MissingUploads;
import dev.hermes.app.files.DocumentFiles;
import dev.hermes.app.report.CoverageReport;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.CalcSession.Run;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.kernel.Coverage;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.workspace.imports.FormatCheck;
import dev.hermes.workspace.plugins.Plugins;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hermes check}: finds what is wrong or doubtful, and changes nothing. */
@Command(name = "check", description = "Finds what is wrong or doubtful in documents or a workspace; changes nothing.",
        footer = {"",
            "Documents are checked together with those of the workspace where one is named: as 'apply' would.",
            "With --period also who has several schemes on a pay line, who has none, and whose uploads",
            "are missing."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class CheckCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR|FILE", arity = "1..*",
            description = "The folder of a workspace, files with documents, or folders with such files.")
    private List<Path> paths;

    @Option(names = "--period", paramLabel = "PERIOD", description = "Checks who is covered in this period as well.")
    private @Nullable String period;

    @Option(names = "--all", description = "Lists everybody, not only the first ten.")
    private boolean all;

    CheckCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        List<Path> workspaces = paths.stream().filter(path -> new WorkspaceFolder(path).isWorkspace()).toList();
        List<Path> files = paths.stream().filter(path -> !workspaces.contains(path)).toList();
        List<LoadedDocument> documents = files.isEmpty() ? List.of() : DocumentFiles.read(files).documents();
        if (workspaces.size() > 1) {
            throw new ParameterException(spec.commandLine(), "One workspace at a time can be checked, not "
                    + workspaces.size() + ".");
        }
        if (!workspaces.isEmpty()) {
            return checkWorkspace(workspaces.getFirst(), documents);
        }
        if (period != null) {
            throw new ParameterException(spec.commandLine(), "--period needs the folder of a workspace.");
        }
        return checkDocuments(LibraryCompiler.compile(Library.of(documents)));
    }

    private int checkWorkspace(Path folder, List<LoadedDocument> documents) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (CalcSession session = hermes.told(CalcSession.open(folder, documents, threads))) {
            int code = checkDocuments(session.library());
            return period == null ? code : Math.max(code, checkCoverage(session, period));
        }
    }

    /** Says that the documents fit together, and what is doubtful about them. */
    private int checkDocuments(CompiledLibrary library) {
        List<Finding> findings = library.findings();
        if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        findings = new ArrayList<>(findings);
        findings.addAll(FormatCheck.warnings(library.library().documents(), Plugins.installed()));
        hermes.terminal().line(Figures.counted(library.library().documents().size(), "document", "documents")
                + (findings.isEmpty() ? ", nothing wrong" : ", nothing wrong but doubtful"));
        hermes.terminal().flush();
        Problems.print(hermes.terminal(), findings);
        return findings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private int checkCoverage(CalcSession session, String code) {
        List<Coverage.Overlap> overlaps = new ArrayList<>();
        Set<Coverage.Payee> uncovered = null;
        List<MissingUpload> uploads = new ArrayList<>();
        try (ProgressLine progress = hermes.progress("Calculating")) {
            for (List<String> schemes : session.schemesByCalendar(code)) {
                Run run = session.run(schemes, code, null, progress);
                Coverage coverage = Coverage.of(run.result());
                overlaps.addAll(coverage.overlaps());
                if (uncovered == null) {
                    uncovered = new LinkedHashSet<>(coverage.uncovered());
                }
                uncovered.retainAll(coverage.uncovered());
                uploads.addAll(MissingUploads.of(run));
            }
        }
        Coverage coverage = new Coverage(overlaps, uncovered == null ? List.of() : List.copyOf(uncovered));
        CoverageReport.print(coverage, uploads, all, hermes.terminal());
        return overlaps.isEmpty() && coverage.uncovered().isEmpty() && uploads.isEmpty()
                ? ExitCode.DONE
                : ExitCode.FINDINGS;
    }
}
