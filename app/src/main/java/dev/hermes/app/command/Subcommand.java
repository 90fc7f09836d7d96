package dev.hermes.app.command;

import java.util.List;
import java.util.function.Function;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * One of the commands behind {@code hermes}.
 *
 * @param name
 *            what it is called by
 * @param making
 *            makes it
 */
record Subcommand(String name, Function<HermesCommand, Object> making) {

    private static final Subcommand COMPLETION = new Subcommand("completion",
            _ -> new AutoComplete.GenerateCompletion());
    private static final Subcommand HELP = new Subcommand("help", _ -> new CommandLine.HelpCommand());

    /** In the order in which they are listed. */
    private static final List<Subcommand> ALL = List.of(
            new Subcommand("open", _ -> new OpenCommand()),
            new Subcommand("demo", DemoCommand::new),
            new Subcommand("apply", ApplyCommand::new),
            new Subcommand("undo", UndoCommand::new),
            new Subcommand("redo", RedoCommand::new),
            new Subcommand("history", HistoryCommand::new),
            new Subcommand("draft", DraftCommand::new),
            new Subcommand("import", ImportCommand::new),
            new Subcommand("check", CheckCommand::new),
            new Subcommand("validate", ValidateCommand::new),
            new Subcommand("calc", CalcCommand::new),
            new Subcommand("explain", ExplainCommand::new),
            new Subcommand("runs", RunsCommand::new),
            new Subcommand("close", CloseCommand::new),
            new Subcommand("reopen", ReopenCommand::new),
            new Subcommand("trust", TrustCommand::new),
            new Subcommand("tasks", TasksCommand::new),
            new Subcommand("schedule", ScheduleCommand::new),
            new Subcommand("doctor", DoctorCommand::new),
            new Subcommand("formula", FormulaCommand::new),
            new Subcommand("gallery", GalleryCommand::new),
            COMPLETION,
            HELP);

    /**
     * Those that a command line needs: to learn what each of them takes costs more time than many a command itself. All
     * of them where it names none for certain, or one that tells of the others.
     */
    static List<Subcommand> neededBy(String... arguments) {
        if (arguments.length == 0) {
            return List.of();
        }
        List<Subcommand> named = ALL.stream().filter(command -> command.name().equals(arguments[0])).toList();
        return named.isEmpty() || named.contains(COMPLETION) || named.contains(HELP) ? ALL : named;
    }
}
