package dev.hermes.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A folder of plugins, each compiled here from the source of one adapter and put into a jar. */
public final class PluginFolder {

    private final Path folder;

    public PluginFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /**
     * Adds a plugin with the adapter {@code example.Adapter} for the format {@code lines}, whose files have a column a
     * line: "name: cell, cell".
     *
     * @param open
     *            the statements that open a file, given {@code source} and {@code options}
     * @param next
     *            the statements that hand over rows, given {@code wanted} and {@code most}
     */
    public PluginFolder add(String plugin, String open, String next) throws IOException {
        return addAdapter(plugin, source(open, next));
    }

    /** The same, of a format whose files are programs. */
    public PluginFolder addRunning(String plugin, String open, String next) throws IOException {
        return addAdapter(plugin, source(open, next).replace("    public String format() {", """
                    public boolean runsItsFile() {
                        return true;
                    }

                    public String format() {"""));
    }

    private static String source(String open, String next) {
        return """
                package example;

                import dev.hermes.model.Message;
                import dev.hermes.spi.*;
                import java.io.*;
                import java.nio.charset.StandardCharsets;
                import java.util.*;

                public final class Adapter implements TableAdapter {
                    public String format() {
                        return "lines";
                    }

                    public List<AdapterOption> options() {
                        return List.of(new AdapterOption("mark", "What a line of cells begins with."));
                    }

                    public TableReader open(TableSource source, SequencedMap<String, String> options)
                            throws AdapterOptionException, UnreadableTableException, IOException {
                        %s
                        return new Reader();
                    }

                    static final class Reader implements TableReader {
                        private boolean done;

                        public List<String> columns() {
                            return List.of("person", "name");
                        }

                        public TableRows next(int[] wanted, int most) throws UnreadableTableException {
                            if (done) {
                                return null;
                            }
                            done = true;
                            %s
                        }

                        public void close() {}
                    }
                }
                """.formatted(open, next);
    }

    /** Adds a plugin with an adapter {@code example.Adapter} of this source. */
    public PluginFolder addAdapter(String plugin, String source) throws IOException {
        Path sources = Files.createDirectories(folder.resolveSibling("sources").resolve(plugin).resolve("example"));
        Path file = Files.writeString(sources.resolve("Adapter.java"), source);
        Path classes = Files.createDirectories(sources.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler
                    .getTask(said, files, null, List.of("-d", classes.toString(), "-proc:none"), null,
                            files.getJavaFileObjects(file))
                    .call();
            if (!compiled) {
                throw new AssertionError("The plugin " + plugin + " was not compiled: " + said);
            }
        }
        pack(classes, Files.createDirectories(folder.resolve(plugin)).resolve(plugin + ".jar"));
        return this;
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(bytes);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
            out.putNextEntry(new JarEntry("META-INF/services/dev.hermes.spi.TableAdapter"));
            out.write("example.Adapter\n".getBytes(StandardCharsets.UTF_8));
        }
    }
}
