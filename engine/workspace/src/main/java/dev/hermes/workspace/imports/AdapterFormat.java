package dev.hermes.workspace.imports;

import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping.Format;
import dev.hermes.model.Message;
import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import dev.hermes.workspace.plugins.InstalledAdapter;
import dev.hermes.workspace.plugins.PluginFailure;
import dev.hermes.workspace.plugins.Plugins;
import dev.hermes.workspace.trust.TrustedProgram;
import dev.hermes.workspace.trust.TrustedPrograms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The format of a mapping that a plugin reads. What is wrong with it is added to the findings at its place in the
 * mapping. Of one thread.
 */
final class AdapterFormat {

    private final LoadedDocument mapping;
    private final Format.Adapter format;
    private final Plugins plugins;
    private final Findings findings;

    AdapterFormat(LoadedDocument mapping, Format.Adapter format, Plugins plugins, Findings findings) {
        this.mapping = mapping;
        this.format = format;
        this.plugins = plugins;
        this.findings = findings;
    }

    /**
     * A file for a plugin.
     *
     * @param read
     *            what was read of it and is to be relied on; null: it is read where and when it is asked for
     */
    private record FileSource(Path file, byte @Nullable [] read) implements TableSource {

        @Override
        public String path() {
            return file.toAbsolutePath().normalize().toString();
        }

        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public long size() throws IOException {
            return read == null ? Files.size(file) : read.length;
        }

        @Override
        public InputStream open() throws IOException {
            return read == null ? Files.newInputStream(file) : new ByteArrayInputStream(read);
        }
    }

    /**
     * Opens a file.
     *
     * @param listener
     *            is also asked while the plugin opens or reads; where it throws, the plugin is interrupted
     * @throws FindingsException
     *             where no plugin reads the format, or not with these options
     */
    RowSource open(Path file, ImportListener listener) throws IOException, SourceProblem {
        InstalledAdapter adapter = adapter();
        refuseUnknownOptions(adapter);
        try {
            FileSource source = new FileSource(file, adapter.runsItsFile() ? trusted(file) : null);
            ReadRows rows = new ReadRows(listener);
            return new AdapterSource(adapter.open(source, format.options(), rows), rows);
        } catch (AdapterOptionException e) {
            throw refused("format." + format.word() + "." + e.option(), e.said());
        } catch (UnreadableTableException e) {
            throw new SourceProblem(Math.min(e.row(), Integer.MAX_VALUE), e.said());
        } catch (PluginFailure e) {
            throw new SourceProblem(1, e.said());
        }
    }

    /** Whether the same bytes of a file of the format always give the same rows, as far as its plugin says so. */
    static boolean isSelfContained(Format.Adapter format, Plugins plugins) {
        try {
            List<InstalledAdapter> adapters = plugins.adapters(format.word());
            return adapters.size() == 1 && adapters.getFirst().isSelfContained();
        } catch (PluginFailure e) {
            // Told when the file is opened, which this lets happen.
            return false;
        }
    }

    /** What is wrong with the format, whatever the file holds; empty for nothing. */
    List<Finding> problems() {
        try {
            refuseUnknownOptions(adapter());
            return List.of();
        } catch (FindingsException wrong) {
            return wrong.findings();
        }
    }

    /** The bytes of a program that the user lets Hermes run. */
    private byte[] trusted(Path file) throws IOException {
        byte[] program;
        try (InputStream bytes = Files.newInputStream(file)) {
            program = bytes.readNBytes(TrustedPrograms.LARGEST + 1);
        }
        if (program.length > TrustedPrograms.LARGEST) {
            throw refused("file", Message.of(
                    "The file {0} has more than 1 MiB, too much for a program that people write and read. Maybe it "
                            + "is the data: name that in an option of the format.",
                    file));
        }
        String hash = TrustedProgram.hash(program);
        List<TrustedProgram> known = TrustedPrograms.ofUser().all();
        if (known.stream().noneMatch(one -> one.hash().equals(hash))) {
            Path place = file.toAbsolutePath().normalize();
            boolean changed = known.stream().anyMatch(one -> one.file().equals(place));
            throw refused("file", Message.of(
                    "The file {0} is a program that {1}, so it was not run. Its SHA-256 is {2}. Maybe read it, for it "
                            + "may do whatever you may do, and then: hermes trust {0}",
                    file, changed
                            ? Message.of("was changed since you trusted it")
                            : Message.of("you have not trusted"),
                    hash));
        }
        return program;
    }

    private InstalledAdapter adapter() {
        List<InstalledAdapter> adapters = plugins.adapters(format.word());
        if (adapters.size() > 1) {
            throw refused("format",
                    Message.of("The plugins {0} both read the format {1}. Maybe remove one; they were looked for {2}.",
                            adapters.stream().map(InstalledAdapter::plugin).<Object>map(Message::verbatim)
                                    .reduce((one, other) -> Message.of("{0} and {1}", one, other)).orElseThrow(),
                            format.word(), plugins.whereLooked()));
        }
        if (adapters.isEmpty()) {
            throw refused("format", unknown());
        }
        return adapters.getFirst();
    }

    private Message unknown() {
        List<String> known = new ArrayList<>(List.of("csv", "parquet"));
        known.addAll(plugins.formats());
        Message problem = Message.of("No plugin reads the format {0}; plugins were looked for {1}. {2}", format.word(),
                plugins.whereLooked(), Suggestion.of(format.word(), known));
        return plugins.problems().stream().reduce(problem, Message::then);
    }

    private void refuseUnknownOptions(InstalledAdapter adapter) {
        List<String> known = adapter.options().stream().map(AdapterOption::name).toList();
        boolean right = true;
        for (String given : format.options().sequencedKeySet()) {
            if (!known.contains(given)) {
                right = false;
                refuse("format." + format.word() + "." + given,
                        Message.of("The format {0} has no option {1}. {2}", format.word(), given,
                                known.isEmpty() ? Message.of("Maybe remove it.") : Suggestion.of(given, known)));
            }
        }
        if (!right) {
            throw findings.exception();
        }
    }

    private FindingsException refused(String path, Message message) {
        refuse(path, message);
        return findings.exception();
    }

    private void refuse(String path, Message message) {
        findings.add(mapping.subject(), path, mapping.locate(path), message);
    }
}
