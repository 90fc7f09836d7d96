package dev.hermes.workspace.plugins;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parent of every plugin's class loader: shows the JDK, and of the program what plugins are written against. So a
 * plugin may bring its own version of any library, and cannot reach into the workspace. Thread-safe.
 */
final class SharedClasses extends ClassLoader {

    private static final Set<String> PACKAGES = Set.of("dev.hermes.spi", "dev.hermes.model", "dev.hermes.column",
            "dev.hermes.decimal", "org.jspecify.annotations");

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader program;

    /** @param program knows the classes that are shared */
    SharedClasses(ClassLoader program) {
        super("shared with plugins", getPlatformClassLoader());
        this.program = program;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int end = name.lastIndexOf('.');
        if (end < 0 || !PACKAGES.contains(name.substring(0, end))) {
            throw new ClassNotFoundException(name);
        }
        return program.loadClass(name);
    }

    /** The program's resources are nobody's: its services would be taken for the plugin's. */
    @Override
    protected @Nullable URL findResource(String name) {
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        return Collections.emptyEnumeration();
    }
}
