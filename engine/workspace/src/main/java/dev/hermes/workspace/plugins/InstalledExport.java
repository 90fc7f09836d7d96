package dev.hermes.workspace.plugins;

import dev.hermes.spi.WorkbookExport;
import dev.hermes.spi.WorkbookWriter;
import java.io.IOException;
import java.io.OutputStream;

/** An export of a plugin that was loaded. Thread-safe as the export is. */
public final class InstalledExport {

    private final String ending;
    private final WorkbookExport export;
    private final PluginCalls calls;

    InstalledExport(String ending, WorkbookExport export, PluginCalls calls) {
        this.ending = ending;
        this.export = export;
        this.calls = calls;
    }

    /** How names of files of the format end, without the dot. */
    public String ending() {
        return ending;
    }

    /**
     * Begins a workbook.
     *
     * @throws PluginFailure
     *             where the plugin throws what it may not throw; the writer's methods throw it as the cause of an
     *             {@link IOException}
     */
    public WorkbookWriter open(OutputStream target) throws PluginFailure, IOException {
        return new InstalledWriter(calls.writing(() -> export.open(target)), calls);
    }
}
