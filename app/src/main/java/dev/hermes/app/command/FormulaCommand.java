package dev.hermes.app.command;

import dev.hermes.app.files.TextFile;
import dev.hermes.app.terminal.Printable;
import dev.hermes.formula.FormulaFile;
import dev.hermes.formula.FormulaFile.Outcome;
import dev.hermes.formula.FormulaFile.Refused;
import dev.hermes.formula.NameList;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hermes formula}: says of each formula in a file whether it is one. */
@Command(name = "formula", description = "Checks formulas against names, one line of answer for each.",
        footer = {"", "Lines that hold only '%%%%' separate the formulas. The answers are 'accepted TYPE' and",
            "'refused LINE:COLUMN MESSAGE', counted within the formula."})
@SuppressWarnings("NullAway.Init") // picocli sets the options before it calls
final class FormulaCommand implements Callable<Integer> {

    private final HermesCommand hermes;

    @Spec
    private CommandSpec spec;

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The file with the formulas.")
    private Path file;

    @Option(names = "--names", paramLabel = "NAME:TYPE,…", defaultValue = "",
            description = "What formulas may name, such as sales:money,region:text,vip:boolean,since:date. "
                    + "A type is text, boolean, date, number, ratio, money, a currency, or what is counted.")
    private String names;

    FormulaCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        List<Outcome> outcomes = FormulaFile.parse(TextFile.read(file)).check(names());
        outcomes.forEach(outcome -> hermes.terminal().line(Printable.line(outcome.line())));
        return outcomes.stream().anyMatch(Refused.class::isInstance) ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private NameList names() {
        try {
            return NameList.parse(names);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), "--names: " + wrong.getMessage(), wrong);
        }
    }
}
