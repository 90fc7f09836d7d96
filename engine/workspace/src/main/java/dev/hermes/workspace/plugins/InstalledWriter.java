package dev.hermes.workspace.plugins;

import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import dev.hermes.spi.WorkbookWriter;
import java.io.IOException;
import java.util.List;

/** A workbook that a plugin writes. Of one thread. */
final class InstalledWriter implements WorkbookWriter {

    private final WorkbookWriter writer;
    private final PluginCalls calls;

    InstalledWriter(WorkbookWriter writer, PluginCalls calls) {
        this.writer = writer;
        this.calls = calls;
    }

    /** What is called. */
    @FunctionalInterface
    private interface Call {
        void call() throws IOException;
    }

    private void call(Call call) throws IOException {
        try {
            calls.writing(() -> {
                call.call();
                return true;
            });
        } catch (PluginFailure e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void sheet(Sheet sheet) throws IOException {
        call(() -> writer.sheet(sheet));
    }

    @Override
    public void row(List<Cell> cells) throws IOException {
        call(() -> writer.row(cells));
    }

    @Override
    public void finish() throws IOException {
        call(writer::finish);
    }

    @Override
    public void close() throws IOException {
        call(writer::close);
    }
}
