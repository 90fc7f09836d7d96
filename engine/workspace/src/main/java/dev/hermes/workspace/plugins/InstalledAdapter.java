package dev.hermes.workspace.plugins;

import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableAdapter;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;

/** An adapter of a plugin that was loaded. Thread-safe as the adapter is. */
public final class InstalledAdapter {

    private final String format;
    private final List<AdapterOption> options;
    private final TableAdapter adapter;
    private final PluginCalls calls;

    InstalledAdapter(String format, List<AdapterOption> options, TableAdapter adapter, PluginCalls calls) {
        this.format = format;
        this.options = options;
        this.adapter = adapter;
        this.calls = calls;
    }

    /** The word that mappings use. */
    public String format() {
        return format;
    }

    /** The name of the plugin: that of its folder. */
    public String plugin() {
        return calls.plugin();
    }

    /** What a mapping may say about the format. */
    public List<AdapterOption> options() {
        return options;
    }

    /**
     * Opens a file.
     *
     * @throws PluginFailure
     *             where the plugin throws what it may not throw
     */
    public InstalledReader open(TableSource source, SequencedMap<String, String> given)
            throws PluginFailure, AdapterOptionException, UnreadableTableException, IOException {
        TableReader reader = calls.reading(() -> adapter.open(source, given));
        try {
            return new InstalledReader(reader, calls);
        } catch (PluginFailure | AdapterOptionException | UnreadableTableException | IOException e) {
            InstalledReader.closeAfter(e, reader, calls);
            throw e;
        }
    }
}
