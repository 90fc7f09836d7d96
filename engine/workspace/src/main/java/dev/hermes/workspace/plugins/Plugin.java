package dev.hermes.workspace.plugins;

import dev.hermes.spi.TableAdapter;
import dev.hermes.spi.WorkbookExport;
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
    private final List<InstalledExport> exports;
    private final @Nullable PluginFailure failure;

    private Plugin(List<InstalledAdapter> adapters, List<InstalledExport> exports, @Nullable PluginFailure failure) {
        this.adapters = List.copyOf(adapters);
        this.exports = List.copyOf(exports);
        this.failure = failure;
    }

    /** Loads what a folder holds. Its classes stay loaded for as long as the process runs. */
    static Plugin load(Path folder, SharedClasses shared) {
        String name = String.valueOf(folder.getFileName());
        List<InstalledAdapter> adapters = new ArrayList<>();
        List<InstalledExport> exports = new ArrayList<>();
        try {
            PluginCalls calls = new PluginCalls(name, folder, loader(name, folder, shared));
            calls.run(() -> {
                for (TableAdapter adapter : ServiceLoader.load(TableAdapter.class, calls.classes())) {
                    adapters.add(
                            new InstalledAdapter(adapter.format(), List.copyOf(adapter.options()), adapter, calls));
                }
                for (WorkbookExport export : ServiceLoader.load(WorkbookExport.class, calls.classes())) {
                    exports.add(new InstalledExport(export.ending(), export, calls));
                }
                if (adapters.isEmpty() && exports.isEmpty()) {
                    throw new IllegalStateException("no jar of it offers an adapter or an export");
                }
            });
            return new Plugin(adapters, exports, null);
        } catch (PluginFailure broken) {
            return new Plugin(List.of(), List.of(), broken);
        } catch (IOException e) {
            return new Plugin(List.of(), List.of(), new PluginFailure(name, folder, e));
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

    List<InstalledExport> exports() {
        return exports;
    }

    /** Why nothing of the plugin can be used; null where it was loaded. */
    @Nullable
    PluginFailure failure() {
        return failure;
    }
}
