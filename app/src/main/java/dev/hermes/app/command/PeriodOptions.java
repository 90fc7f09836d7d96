package dev.hermes.app.command;

import dev.hermes.app.session.CalcSession;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What commands that calculate a period have in common. */
@SuppressWarnings("NullAway.Init") // picocli sets the options before the command is called
final class PeriodOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder of the workspace.")
    private Path folder;

    @Option(names = "--period", required = true, paramLabel = "PERIOD",
            description = "The period, as its calendar calls it: 2026-01, 2026-Q1, 2026.")
    private String period;

    @Option(names = "--as-of", paramLabel = "DATE", converter = Day.class,
            description = "Leaves out facts that became known after this day, such as 2026-01-31.")
    private @Nullable LocalDate asOf;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads calculate; one for each core "
            + "unless given. The result is the same.")
    private int threads = Runtime.getRuntime().availableProcessors();

    /** Reads a day as people write it here. */
    static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException notADay) {
                throw new TypeConversionException("'" + text + "' is not a day of the calendar. Maybe 2026-01-31.");
            }
        }
    }

    /** Opens the workspace. */
    CalcSession open() {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be 1 or more, not " + threads + ".");
        }
        return CalcSession.open(folder, List.of(), threads);
    }

    String period() {
        return period;
    }

    @Nullable
    LocalDate asOf() {
        return asOf;
    }
}
