package dev.hermes.workspace.imports;

import dev.hermes.document.LoadedDocument;
import dev.hermes.model.FindingsException;
import dev.hermes.model.Mapping.Format;
import dev.hermes.model.Nearest;
import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import dev.hermes.workspace.plugins.InstalledAdapter;
import dev.hermes.workspace.plugins.PluginFailure;
import dev.hermes.workspace.plugins.Plugins;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    private record FileSource(Path file) implements TableSource {

        @Override
        public String name() {
            return String.valueOf(file.getFileName());
        }

        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    /**
     * Opens a file.
     *
     * @throws FindingsException
     *             where no plugin reads the format, or not with these options
     */
    RowSource open(Path file) throws IOException, SourceProblem {
        InstalledAdapter adapter = adapter();
        refuseUnknownOptions(adapter);
        try {
            return new AdapterSource(adapter.open(new FileSource(file), format.options()));
        } catch (AdapterOptionException e) {
            throw refused("format." + format.word() + "." + e.option(), e.text());
        } catch (UnreadableTableException e) {
            throw new SourceProblem(Math.min(e.row(), Integer.MAX_VALUE), e.text());
        } catch (PluginFailure e) {
            throw new SourceProblem(1, e.text());
        }
    }

    private InstalledAdapter adapter() {
        List<InstalledAdapter> adapters = plugins.adapters(format.word());
        if (adapters.size() > 1) {
            throw refused("format", "The plugins "
                    + String.join(" and ", adapters.stream().map(InstalledAdapter::plugin).toList())
                    + " both read the format " + format.word() + ". Maybe remove one; they were looked for "
                    + plugins.whereLooked() + ".");
        }
        if (adapters.isEmpty()) {
            throw refused("format", unknown());
        }
        return adapters.getFirst();
    }

    private String unknown() {
        List<String> known = new ArrayList<>(List.of("csv", "parquet"));
        known.addAll(plugins.formats());
        String problems = plugins.problems().isEmpty() ? "" : " " + String.join(" ", plugins.problems());
        return "No plugin reads the format " + format.word() + "; plugins were looked for " + plugins.whereLooked()
                + ". Maybe " + Nearest.nearest(format.word(), known).orElse("one of " + String.join(", ", known)) + "."
                + problems;
    }

    private void refuseUnknownOptions(InstalledAdapter adapter) {
        List<String> known = adapter.options().stream().map(AdapterOption::name).toList();
        boolean right = true;
        for (String given : format.options().sequencedKeySet()) {
            if (!known.contains(given)) {
                right = false;
                refuse("format." + format.word() + "." + given, "The format " + format.word() + " has no option "
                        + given + ". Maybe " + Nearest.nearest(given, known).orElseGet(() -> known.isEmpty()
                                ? "remove it"
                                : "one of " + String.join(", ", known))
                        + ".");
            }
        }
        if (!right) {
            throw findings.exception();
        }
    }

    private FindingsException refused(String path, String message) {
        refuse(path, message);
        return findings.exception();
    }

    private void refuse(String path, String message) {
        findings.add(mapping.subject(), path, mapping.locate(path), message);
    }
}
