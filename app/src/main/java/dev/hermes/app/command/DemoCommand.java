package dev.hermes.app.command;

import dev.hermes.app.demo.Demo;
import dev.hermes.app.demo.DemoOptions;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.model.Message;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hermes demo}: makes a workspace with invented people and facts. */
@Command(name = "demo", description = "Makes a workspace with a travel company that exists only here.",
        footer = {"", "The same numbers give the same company on every machine."})
@SuppressWarnings("NullAway.Init") // picocli sets the parameters before it calls
final class DemoCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR",
            description = "The folder of the workspace, which must not exist or be empty.")
    private Path folder;

    @Option(names = "--people", paramLabel = "N", description = "How many people; ${DEFAULT-VALUE} unless given.")
    private int people = DemoOptions.DEFAULT.people();

    @Option(names = "--facts", paramLabel = "N",
            description = "How many orders, visits and complaints; 200 for each of the people unless given.")
    private @Nullable Long facts;

    @Option(names = "--months", paramLabel = "M", description = "How many months; ${DEFAULT-VALUE} unless given.")
    private int months = DemoOptions.DEFAULT.months();

    @Option(names = "--seed", paramLabel = "S", description = "What chance begins with; ${DEFAULT-VALUE} unless given.")
    private long seed = DemoOptions.DEFAULT.seed();

    DemoCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        if (!new WorkspaceFolder(folder).isFree()) {
            throw UnusableFileException.of(Message.of("{0} exists already and is not empty. Maybe name another "
                    + "folder.", folder));
        }
        DemoOptions options = options();
        make(hermes, folder, options);
        hermes.terminal().line("The workspace " + folder + " has " + Figures.count(options.people()) + " people and "
                + Figures.count(options.facts()) + " facts of "
                + Figures.counted(options.months(), "month", "months") + ".");
        return ExitCode.DONE;
    }

    /** Makes a demo and says how far that has come. */
    static void make(HermesCommand hermes, Path folder, DemoOptions options) {
        try (ProgressLine progress = hermes.progress("Making the demo")) {
            Demo.create(folder, options, (stage, done, total) -> {
                progress.checkCancelled();
                progress.progress(stage, done, total);
            });
        }
    }

    private DemoOptions options() {
        long perPerson = DemoOptions.DEFAULT.facts() / DemoOptions.DEFAULT.people();
        try {
            return new DemoOptions(people, facts == null ? people * perPerson : facts, months, seed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }
}
