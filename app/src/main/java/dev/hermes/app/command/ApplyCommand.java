package dev.hermes.app.command;

import dev.hermes.app.files.DocumentFiles;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.document.Library;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.plan.LibraryCompiler;
import dev.hermes.workspace.DocumentChange;
import dev.hermes.workspace.DocumentChange.Outcome;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hermes apply}: takes documents into a workspace, all or none. */
@Command(name = "apply", description = "Takes documents into a workspace, all or none.",
        footer = {"",
            "The workspace is made where DIR does not exist or is empty. Nothing is stored unless all documents,",
            "those that are there already included, fit together."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class ApplyCommand implements Callable<Integer> {

    private static final int KIND = 11;

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Parameters(index = "1..*", paramLabel = "FILE", arity = "1..*",
            description = "A file with documents, or a folder with such files.")
    private List<Path> paths;

    ApplyCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        DocumentFiles files = DocumentFiles.read(paths);
        WorkspaceFolder place = new WorkspaceFolder(folder);
        List<Finding> warnings;
        List<DocumentChange> changes;
        if (place.isFree()) {
            warnings = checked(Library.of(files.documents()));
            refuseCancelled();
            try (Workspace workspace = Workspace.create(folder)) {
                changes = workspace.documents().apply(files.contents());
            }
        } else {
            try (Workspace workspace = place.open()) {
                warnings = checked(workspace.documents().library().with(files.documents()));
                refuseCancelled();
                changes = workspace.documents().apply(files.contents());
            }
        }
        print(changes);
        Problems.print(hermes.terminal(), warnings);
        return warnings.isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    /** The last moment to: what follows is done in one go. */
    private void refuseCancelled() {
        try (ProgressLine progress = hermes.progress("Applying")) {
            progress.checkCancelled();
        }
    }

    /** What is doubtful about documents that fit together. */
    private static List<Finding> checked(Library library) {
        List<Finding> findings = LibraryCompiler.compile(library).findings();
        if (findings.stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return findings;
    }

    private void print(List<DocumentChange> changes) {
        Terminal terminal = hermes.terminal();
        Map<Outcome, List<DocumentChange>> byOutcome = changes.stream()
                .collect(Collectors.groupingBy(DocumentChange::outcome, () -> new EnumMap<>(Outcome.class),
                        Collectors.toList()));
        List<String> counts = new ArrayList<>();
        byOutcome.forEach((outcome, some) -> {
            counts.add(Figures.count(some.size()) + " " + word(outcome));
            if (outcome != Outcome.UNCHANGED) {
                print(outcome, some);
            }
        });
        terminal.line(Figures.counted(changes.size(), "document", "documents") + " applied to " + folder + ": "
                + String.join(", ", counts));
    }

    private void print(Outcome outcome, List<DocumentChange> changes) {
        Map<DocumentKind, List<String>> codes = new TreeMap<>();
        for (DocumentChange change : changes) {
            codes.computeIfAbsent(change.kind(), _ -> new ArrayList<>()).add(
                    outcome == Outcome.CHANGED ? change.code() + " (revision " + change.revision() + ")"
                            : change.code());
        }
        codes.forEach((kind, some) -> hermes.terminal().wrapped(
                "  " + word(outcome) + "  " + kind.word() + " ".repeat(Math.max(0, KIND - kind.word().length())) + "  ",
                String.join(", ", some)));
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
