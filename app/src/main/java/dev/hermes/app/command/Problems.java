package dev.hermes.app.command;

import dev.hermes.app.fault.InternalFault;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.terminal.Terminal;
import dev.hermes.local.FactAccessException;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.workspace.WorkspaceException;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong, where and what to do, and which exit code that is. Nobody sees a stack trace. */
final class Problems implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Terminal terminal;

    Problems(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        terminal.error(text(problem));
        UnmatchedArgumentException.printSuggestions(problem, terminal.err());
        terminal.note("Maybe look at '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.UNUSABLE_INPUT;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        terminal.out().flush();
        return answer(problem);
    }

    /** Tells the user of a problem and returns the exit code that it means. */
    int answer(Throwable problem) {
        switch (problem) {
            case FindingsException refused -> print(terminal, refused.findings());
            case WorkspaceException _,UnusableFileException _,ParameterException _ -> terminal.error(text(problem));
            case FactAccessException damaged -> terminal.error(text(damaged).lines().findFirst().orElse("")
                    + "\nMaybe there is no room left on the disk, or a file of facts was changed: then import it again.");
            case CancellationException _ -> {
                terminal.note("Cancelled; nothing was stored.");
                return ExitCode.CANCELLED;
            }
            default -> {
                terminal.error(new InternalFault(problem).report());
                return ExitCode.INTERNAL_ERROR;
            }
        }
        return ExitCode.UNUSABLE_INPUT;
    }

    private static String text(Throwable problem) {
        return String.valueOf(problem.getMessage());
    }

    /** Each finding in a line of its own, in the order given. */
    static void print(Terminal terminal, List<Finding> findings) {
        for (Finding finding : findings) {
            switch (finding.severity()) {
                case ERROR -> terminal.error(finding.text());
                case WARNING -> terminal.warning(finding.text());
            }
        }
    }
}
