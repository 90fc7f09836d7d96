package dev.hermes.workspace.plugins;

import dev.hermes.spi.TableAdapter;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plugin that was looked for in a folder: what it offers, or why it could not be loaded. Thread-safe. */
final class Plugin {

    private final List<InstalledAdapter> adapters;
    private final @Nullable PluginFailure failure;

    private Plugin(List<InstalledAdapter> adapters, @Nullable PluginFailure failure) {
        this.adapters = List.copyOf(adapters);
        this.failure = failure;
    }

    /** Loads what a folder holds. Its classes stay loaded for as long as the process runs. */
    static Plugin load(Path folder, SharedClasses shared) {
        String name = String.valueOf(folder.getFileName());
        List<InstalledAdapter> adapters = new ArrayList<>();
        try {
            PluginCalls calls = new PluginCalls(name, folder, loader(name, folder, shared));
            calls.run(() -> {
                for (TableAdapter adapter : ServiceLoader.load(TableAdapter.class, calls.classes())) {
                    adapters.add(
                            new InstalledAdapter(adapter.format(), List.copyOf(adapter.options()), adapter, calls));
                }
                if (adapters.isEmpty()) {
                    throw new IllegalStateException("no jar of it offers an adapter");
                }
            });
            return new Plugin(adapters, null);
        } catch (PluginFailure broken) {
            return new Plugin(List.of(), broken);
        } catch (IOException e) {
            return new Plugin(List.of(), new PluginFailure(name, folder, e));
        }
    }

    private static URLClassLoader loader(String name, Path folder, SharedClasses shared) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            URL[] jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().map(Plugin::address)
                    .toArray(URL[]::new);
            return new URLClassLoader("plugin " + name, jars, shared);
        }
    }

    private static URL address(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("The file " + jar + " has no address.", e);
        }
    }

    List<InstalledAdapter> adapters() {
        return adapters;
    }

    /** Why nothing of the plugin can be used; null where it was loaded. */
    @Nullable
    PluginFailure failure() {
        return failure;
    }
}
