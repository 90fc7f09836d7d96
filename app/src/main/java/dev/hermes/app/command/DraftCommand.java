package dev.hermes.app.command;

import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.report.DetectionReport;
import dev.hermes.document.Library;
import dev.hermes.model.Mapping.Target;
import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import dev.hermes.workspace.Workspace;
import dev.hermes.workspace.imports.Detection;
import dev.hermes.workspace.imports.Draft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hermes draft}: finds out what a file looks like and drafts a mapping for it. */
@Command(name = "draft", description = "Finds out how a CSV file is written, and drafts a mapping for it.",
        footer = {"",
            "What was found goes to standard error, each with its evidence; the mapping goes to standard output,",
            "with what somebody has to decide in comments before it. Look at it, save it beside the file, and try "
                    + "it with",
            "hermes import DIR MAPPING.yaml --preview. Where there is no such dataset, one is drafted too; apply "
                    + "it first.",
            "", "Exit code: 0 nothing is to be decided, 1 something is, 2 the file cannot be read."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class DraftCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Parameters(index = "1", paramLabel = "FILE", description = "The file, of text with a row in each line.")
    private Path file;

    @Option(names = "--into", paramLabel = "KIND", required = true,
            description = "What the rows become: facts, persons, assignments, targets and so on, as in a mapping.")
    private String into;

    @Option(names = "--of", paramLabel = "CODE",
            description = "The dataset, dated value, indicator or rate table that the rows belong to.")
    private @Nullable String of;

    @Option(names = "--code", paramLabel = "CODE", description = "The code of the mapping; that of --of unless given.")
    private @Nullable String code;

    DraftCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        Target target = target();
        if (of == null && (target == Target.FACTS || target == Target.RATES)) {
            throw UnusableFileException.of(target == Target.FACTS
                    ? Message.of("Rows that become {0} belong to a dataset. Maybe add --of with its code.",
                            target.word())
                    : Message.of("Rows that become {0} belong to a rate table. Maybe add --of with its code.",
                            target.word()));
        }
        Library library;
        try (Workspace workspace = hermes.open(folder)) {
            library = workspace.documents().library();
        }
        Detection found = detect();
        String named = Objects.requireNonNullElse(code, Objects.requireNonNullElse(of, target.word()));
        Draft draft = Draft.of(found, new Draft.Purpose(named, relative(), target, of), library);
        new DetectionReport(hermes.terminal()).print(found);
        hermes.terminal().out().print(draft.yaml());
        return draft.questions().isEmpty() ? ExitCode.DONE : ExitCode.FINDINGS;
    }

    private Target target() {
        List<String> words = Arrays.stream(Target.values()).map(Target::word).toList();
        return Arrays.stream(Target.values()).filter(target -> target.word().equals(into)).findFirst()
                .orElseThrow(
                        () -> UnusableFileException.of(Nearest.nearest(into, words)
                                .map(nearest -> Message.of("Rows do not become '{0}'. Maybe {1}.", into, nearest))
                                .orElseGet(() -> Message.of(
                                        "Rows do not become '{0}'. Maybe one of {1}.", into,
                                        String.join(", ", words)))));
    }

    private Detection detect() {
        if (!Files.isRegularFile(file)) {
            throw Files.exists(file)
                    ? UnusableFileException.of(Message.of("{0} is a folder. Maybe name a file in it.", file))
                    : UnusableFileException.missing(file);
        }
        try {
            return Detection.of(file);
        } catch (IOException e) {
            throw UnusableFileException.unreadable(file, e);
        }
    }

    /** The file as a mapping in the current folder would name it; without its folder where it is named from the root. */
    private String relative() {
        return (file.isAbsolute() ? file.getFileName() : file.normalize()).toString().replace('\\', '/');
    }
}
