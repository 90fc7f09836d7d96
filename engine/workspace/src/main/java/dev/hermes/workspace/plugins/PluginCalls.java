package dev.hermes.workspace.plugins;

import dev.hermes.spi.AdapterOptionException;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Calls into a plugin: the thread's context class loader is the plugin's own meanwhile, and whatever the plugin throws
 * besides the exceptions of the interfaces becomes a {@link PluginFailure}. Only an {@link OutOfMemoryError} goes
 * through, for it may be the program's own. Thread-safe.
 */
final class PluginCalls {

    private final String plugin;
    private final Path folder;
    private final ClassLoader classes;

    PluginCalls(String plugin, Path folder, ClassLoader classes) {
        this.plugin = plugin;
        this.folder = folder;
        this.classes = classes;
    }

    /** What is called. */
    @FunctionalInterface
    interface Call<T extends @Nullable Object> {
        T call() throws AdapterOptionException, UnreadableTableException, IOException;
    }

    String plugin() {
        return plugin;
    }

    ClassLoader classes() {
        return classes;
    }

    /** Calls what declares no exceptions. */
    void run(Runnable call) throws PluginFailure {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            call.run();
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            throw new PluginFailure(plugin, folder, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What is called. */
    @FunctionalInterface
    interface Writing<T> {
        T call() throws IOException;
    }

    /** Calls what writes a workbook. */
    <T> T writing(Writing<T> call) throws PluginFailure, IOException {
        try {
            return reading(call::call);
        } catch (AdapterOptionException | UnreadableTableException e) {
            throw new PluginFailure(plugin, folder, e);
        }
    }

    /** Calls what reads a table. */
    <T extends @Nullable Object> T reading(Call<T> call)
            throws PluginFailure, AdapterOptionException, UnreadableTableException, IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            return call.call();
        } catch (AdapterOptionException | UnreadableTableException | IOException | OutOfMemoryError e) {
            throw e;
        } catch (Throwable e) {
            throw new PluginFailure(plugin, folder, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
