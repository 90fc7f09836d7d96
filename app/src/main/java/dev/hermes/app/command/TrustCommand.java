package dev.hermes.app.command;

import dev.hermes.app.files.TextFile;
import dev.hermes.app.files.UnusableFileException;
import dev.hermes.app.terminal.Figures;
import dev.hermes.app.terminal.TextTable;
import dev.hermes.model.Message;
import dev.hermes.workspace.trust.TrustedProgram;
import dev.hermes.workspace.trust.TrustedPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code hermes trust}: lets Hermes run a script, tells which it may run, or takes that back. */
@Command(name = "trust", description = "Lets Hermes run a script, as a mapping with format: script asks for.",
        footer = {"", "A script may do whatever you may do: read it first. What is trusted are its bytes; when one of",
            "them changes, it is not run until it is trusted anew. Workspaces know nothing of this."})
@SuppressWarnings("NullAway.Init") // picocli sets the specification before it calls
final class TrustCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final int HASH = 64;
    private static final int FILE = 200;
    private static final int ENOUGH_OF_A_HASH = 12;

    private final HermesCommand hermes;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The script that Hermes may run.")
    private @Nullable Path file;

    @Option(names = "--list", description = "Tells which scripts Hermes may run.")
    private boolean list;

    @Option(names = "--revoke", paramLabel = "FILE|HASH",
            description = "Lets Hermes run a script no longer: named by its file, or the beginning of its SHA-256.")
    private @Nullable String revoked;

    TrustCommand(HermesCommand hermes) {
        this.hermes = hermes;
    }

    @Override
    public Integer call() {
        if ((file == null ? 0 : 1) + (list ? 1 : 0) + (revoked == null ? 0 : 1) != 1) {
            throw new ParameterException(spec.commandLine(), "One of FILE, --list and --revoke is needed.");
        }
        TrustedPrograms programs = TrustedPrograms.ofUser();
        if (file != null) {
            trust(file, programs);
        } else if (revoked != null) {
            revoke(revoked, programs);
        } else {
            print(programs.all());
        }
        return ExitCode.DONE;
    }

    private void trust(Path script, TrustedPrograms programs) {
        String text = TextFile.read(script);
        byte[] bytes = bytes(script);
        if (bytes.length > TrustedPrograms.LARGEST) {
            throw UnusableFileException.of(Message.of("The file {0} has more than 1 MiB, too much for a script "
                    + "that people write and read. Maybe it is data.", script));
        }
        if (script.toString().chars().anyMatch(Character::isISOControl)) {
            throw UnusableFileException.of(Message.of("The name of the file holds a character that cannot be seen. "
                    + "Maybe give the file another name."));
        }
        TrustedProgram trusted = programs.add(script, bytes, Instant.now());
        hermes.terminal().line("Hermes may now run " + trusted.file());
        hermes.terminal().line("  lines    " + Figures.count(text.lines().count()) + ", "
                + Figures.counted(bytes.length, "byte", "bytes"));
        hermes.terminal().line("  SHA-256  " + trusted.hash());
        hermes.terminal().line("  kept in  " + programs.file());
    }

    private static byte[] bytes(Path script) {
        try (InputStream stream = Files.newInputStream(script)) {
            return stream.readNBytes(TrustedPrograms.LARGEST + 1);
        } catch (IOException e) {
            throw UnusableFileException.unreadable(script, e);
        }
    }

    private void revoke(String named, TrustedPrograms programs) {
        Path place = Path.of(named).toAbsolutePath().normalize();
        List<TrustedProgram> found = programs.all().stream().filter(program -> program.file().equals(place)
                || named.length() >= ENOUGH_OF_A_HASH && program.hash().startsWith(named.toLowerCase(Locale.ROOT)))
                .toList();
        if (found.isEmpty()) {
            throw UnusableFileException.of(Message.of("Nothing that Hermes may run is {0}. Maybe look at 'hermes "
                    + "trust --list'; of a SHA-256 at least 12 digits are needed.", named));
        }
        programs.remove(found);
        found.forEach(program -> hermes.terminal()
                .line("Hermes no longer runs " + program.file() + ", SHA-256 " + program.hash()));
    }

    private void print(List<TrustedProgram> programs) {
        if (programs.isEmpty()) {
            hermes.terminal().line("Hermes may run no script.");
            return;
        }
        TextTable table = new TextTable().text(HASH).text(HASH).text(FILE).header("trusted", "SHA-256", "file");
        for (TrustedProgram program : programs) {
            table.row(TIME.format(program.since().atZone(ZoneId.systemDefault())), program.hash(),
                    program.file().toString());
        }
        hermes.terminal().table(table);
    }
}
