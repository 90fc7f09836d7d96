package dev.hermes.app.command;

import dev.hermes.app.fault.ProgramVersion;
import dev.hermes.app.terminal.ProgressLine;
import dev.hermes.app.terminal.Terminal;
import java.nio.file.Path;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.WorkspaceFolder;
import dev.hermes.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/**
 * The {@code hermes} command. Without a subcommand it shows what the program is for: a demo workspace, its latest month
 * calculated, and one payout explained.
 */
@Command(name = "hermes", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
        versionProvider = HermesCommand.Version.class, sortOptions = false,
        description = "Calculates sales-compensation schemes exactly and explains every figure.",
        optionListHeading = "%nOptions:%n", commandListHeading = "%nCommands:%n",
        footer = {"", "Without a command: makes the workspace 'demo' in this folder and opens it in a window; where",
            "there is no display, calculates its latest month and explains one payout.", "",
            "Exit codes: 0 done, 1 done with failed figures or findings, 2 unusable input, 3 internal error,",
            "130 cancelled."})
public final class HermesCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final BooleanSupplier cancelled;

    @Option(names = {"-q", "--quiet"}, scope = ScopeType.INHERIT, description = "Say nothing about progress.")
    private boolean quiet;

    /** Where the tour leaves a picture of each screen where there is no display; the build's own run says so. */
    private final @Nullable String pictures = System.getProperty("hermes.pictures");

    HermesCommand(Terminal terminal, BooleanSupplier cancelled) {
        this.terminal = terminal;
        this.cancelled = cancelled;
    }

    /**
     * Executes a command line.
     *
     * @param cancelled
     *            whether long work is to end
     * @return the exit code
     */
    public static int execute(Terminal terminal, BooleanSupplier cancelled, String... arguments) {
        int code = answer(terminal, cancelled, arguments);
        if (terminal.hasLostResults()) {
            terminal.error("What stands on standard output is not complete: it took no more.\n"
                    + "Maybe there is no room left on the disk.");
            return Math.max(code, ExitCode.FINDINGS);
        }
        return code;
    }

    private static int answer(Terminal terminal, BooleanSupplier cancelled, String... arguments) {
        Problems problems = new Problems(terminal);
        try {
            return of(terminal, cancelled, problems, Subcommand.neededBy(arguments)).execute(arguments);
        } catch (RuntimeException | Error e) {
            // Too little memory, for one: the user is told of it like of any other fault.
            return problems.answer(e);
        }
    }

    private static CommandLine of(Terminal terminal, BooleanSupplier cancelled, Problems problems,
            List<Subcommand> subcommands) {
        HermesCommand hermes = new HermesCommand(terminal, cancelled);
        CommandLine commandLine = new CommandLine(hermes);
        subcommands.forEach(command -> commandLine.addSubcommand(command.name(), command.making().apply(hermes)));
        commandLine.registerConverter(Integer.TYPE, wholeNumber(Integer::valueOf))
                .registerConverter(Long.TYPE, wholeNumber(Long::valueOf))
                .registerConverter(Long.class, wholeNumber(Long::valueOf));
        return commandLine.setOut(terminal.out()).setErr(terminal.err())
                .setColorScheme(CommandLine.Help
                        .defaultColorScheme(terminal.isColoured() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Terminal.COLUMNS)
                .setParameterExceptionHandler(problems).setExecutionExceptionHandler(problems);
    }

    private static <N> ITypeConverter<N> wholeNumber(Function<String, N> reading) {
        return text -> {
            try {
                return reading.apply(text);
            } catch (NumberFormatException notANumber) {
                throw new TypeConversionException("'" + text + "' is not a whole number, or too large a one. "
                        + "Maybe write digits alone, such as 2000.");
            }
        };
    }

    /** Whether long work is to end. */
    BooleanSupplier cancelled() {
        return cancelled;
    }

    /** Opens the workspace of a folder, and says by whom else it is open. */
    Workspace open(Path folder) {
        Workspace opened = new WorkspaceFolder(folder).open();
        tellOfOthers(opened);
        return opened;
    }

    /** The session, when it has been said by whom else its workspace is open. */
    CalcSession told(CalcSession session) {
        tellOfOthers(session.workspace());
        return session;
    }

    private void tellOfOthers(Workspace opened) {
        opened.openBy().forEach(other -> terminal.note("The workspace " + opened.folder() + " is also open by " + other
                + "."));
    }

    Terminal terminal() {
        return terminal;
    }

    /** Says how far long work has come, and ends it where the user wants that; to be closed. */
    ProgressLine progress(String activity) {
        return new ProgressLine(terminal, activity, quiet, cancelled, System::nanoTime);
    }

    @Override
    public Integer call() {
        return new Tour(this).run(Path.of("demo"), pictures == null ? null : Path.of(pictures));
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"hermes " + ProgramVersion.text(),
                "Java " + Runtime.version() + ", " + System.getProperty("os.name")
                        + " " + System.getProperty("os.arch")};
        }
    }
}
