package dev.hermes.workspace.plugins;

import dev.hermes.spi.AdapterOption;
import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.TableAdapter;
import dev.hermes.spi.TableSource;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicBoolean;

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
     * Whether a file of the format is a program, which is opened only where the user has trusted it.
     *
     * @throws PluginFailure
     *             where the plugin throws what it may not throw
     */
    public boolean runsItsFile() throws PluginFailure {
        AtomicBoolean runs = new AtomicBoolean();
        calls.run(() -> runs.set(adapter.runsItsFile()));
        return runs.get();
    }

    /**
     * Whether the same bytes of a file always give the same rows.
     *
     * @throws PluginFailure
     *             where the plugin throws what it may not throw
     */
    public boolean isSelfContained() throws PluginFailure {
        AtomicBoolean contained = new AtomicBoolean();
        calls.run(() -> contained.set(adapter.isSelfContained()));
        return contained.get();
    }

    /**
     * Opens a file.
     *
     * @param meanwhile
     *            called now and then on this thread while the plugin opens or reads; where it throws, the plugin is
     *            interrupted, and what was thrown is thrown on
     * @throws PluginFailure
     *             where the plugin throws what it may not throw
     */
    public InstalledReader open(TableSource source, SequencedMap<String, String> given, Runnable meanwhile)
            throws PluginFailure, AdapterOptionException, UnreadableTableException, IOException {
        PluginThread thread = new PluginThread(calls, meanwhile);
        try {
            return InstalledReader.of(thread.reading(() -> adapter.open(source, given)), thread);
        } catch (PluginFailure | AdapterOptionException | UnreadableTableException | IOException | RuntimeException
                | Error e) {
            thread.close();
            throw e;
        }
    }
}
