package dev.hermes.app.command;

import java.util.Locale;
import dev.hermes.app.terminal.Moments;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.workspace.DocumentChange;
import dev.hermes.workspace.DocumentChange.Outcome;
import dev.hermes.workspace.Operation;
import dev.hermes.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes history}: who did what to the documents, and when. */
@Command(name = "history", description = "Tells who did what to the documents, the last first.")
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class HistoryCommand implements Callable<Integer> {

    private static final int CELL = 24;
    private static final int NAMED = 2;
    private static final int CHANGES = 80;

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Option(names = "--document", paramLabel = "CODE", defaultValue = "",
            description = "Only what was done to documents with this code.")
    private String document;

    HistoryCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        List<Operation> operations;
        try (Workspace workspace = hermes.open(folder)) {
            operations = workspace.documents().history();
        }
        TextTable table = new TextTable().number().text(CELL).text(CELL).text(CELL).text(CHANGES)
                .header("", "when", "who", "what", "documents");
        for (Operation operation : operations.reversed()) {
            List<DocumentChange> changes = operation.changes().stream()
                    .filter(change -> document.isEmpty() || change.code().equals(document)).toList();
            if (!changes.isEmpty()) {
                table.row(String.valueOf(operation.number()),
                        Moments.text(operation.at()), operation.author(),
                        what(operation), text(changes));
            }
        }
        hermes.terminal().table(table);
        return ExitCode.DONE;
    }

    private static String what(Operation operation) {
        return operation.edit() == null ? operation.kind().word() : operation.kind().word() + " of " + operation.edit();
    }

    private static String text(List<DocumentChange> changes) {
        String named = changes.stream().limit(NAMED).map(HistoryCommand::text).collect(Collectors.joining(", "));
        return changes.size() > NAMED ? named + " and " + Figures.count(changes.size() - NAMED) + " more" : named;
    }

    private static String text(DocumentChange change) {
        String code = change.kind().word() + " " + change.code();
        return change.outcome() == Outcome.CHANGED
                ? code + " (revision " + change.revision() + ")"
                : code + " " + change.outcome().name().toLowerCase(Locale.ROOT);
    }
}
