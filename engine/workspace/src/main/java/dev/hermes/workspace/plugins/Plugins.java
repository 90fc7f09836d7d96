package dev.hermes.workspace.plugins;

import dev.hermes.model.Message;
import dev.hermes.spi.TableAdapter;
import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The plugins of a folder: each lies with its jars in a folder of its own, whose name is the plugin's. Immutable; the
 * adapters are as thread-safe as their plugins make them.
 */
public final class Plugins {

    /** Names the folder of the plugins where it is not the one beside the folder of the program's jars. */
    public static final String PROPERTY = "hermes.plugins";

    private static final Map<Path, Plugins> LOADED = new ConcurrentHashMap<>();

    private final @Nullable Path home;
    private final List<Plugin> plugins;

    private Plugins(@Nullable Path home, List<Plugin> plugins) {
        this.home = home;
        this.plugins = List.copyOf(plugins);
    }

    /**
     * The plugins of this program: those in the folder that the system property {@code hermes.plugins} names, else in
     * {@code plugins} beside the folder {@code lib} that the program's jars lie in; none where there is no such folder.
     */
    public static Plugins installed() {
        String named = System.getProperty(PROPERTY);
        Path home = named == null ? besideProgram() : Path.of(named);
        return home == null ? new Plugins(null, List.of()) : of(home);
    }

    /**
     * The plugins of a folder. They are loaded once; for later changes of the folder the program must be started again.
     *
     * @throws WorkspaceException
     *             where the folder is there and cannot be read
     */
    public static Plugins of(Path home) {
        return LOADED.computeIfAbsent(home.toAbsolutePath().normalize(), Plugins::load);
    }

    private static Plugins load(Path home) {
        if (!Files.isDirectory(home)) {
            return new Plugins(home, List.of());
        }
        SharedClasses shared = new SharedClasses(TableAdapter.class.getClassLoader());
        try (Stream<Path> folders = Files.list(home)) {
            return new Plugins(home, folders.filter(Files::isDirectory).sorted()
                    .map(folder -> Plugin.load(folder, shared)).toList());
        } catch (IOException e) {
            throw WorkspaceException.of(Message.of("The folder of the plugins, {0}, cannot be read", home), e);
        }
    }

    private static @Nullable Path besideProgram() {
        CodeSource source = Plugins.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            Path library = Path.of(source.getLocation().toURI()).getParent();
            return library == null || !library.endsWith("lib") ? null : library.resolveSibling("plugins");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program lies at no address: " + source.getLocation(), e);
        }
    }

    /** The adapters for a format: one as a rule, none where there is no such plugin, more where two plugins have it. */
    public List<InstalledAdapter> adapters(String format) {
        return adapters().filter(adapter -> adapter.format().equals(format)).toList();
    }

    /** The formats that mappings may name, in the order of the plugins' names. */
    public List<String> formats() {
        return adapters().map(InstalledAdapter::format).toList();
    }

    /** The exports of workbooks, in the order of the plugins' names. */
    public List<InstalledExport> exports() {
        return plugins.stream().flatMap(plugin -> plugin.exports().stream()).toList();
    }

    private Stream<InstalledAdapter> adapters() {
        return plugins.stream().flatMap(plugin -> plugin.adapters().stream());
    }

    /** What is wrong with plugins that could not be loaded. */
    public List<Message> problems() {
        return plugins.stream().map(Plugin::failure).filter(Objects::nonNull).map(PluginFailure::said)
                .toList();
    }

    /** Where plugins are looked for, for messages. */
    public Message whereLooked() {
        return home == null
                ? Message.of("nowhere, since the program does not run from a folder lib and -D{0} is not given",
                        PROPERTY)
                : Message.of("in the folders in {0}", home);
    }
}
