package dev.hermes.workspace.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.spi.AdapterOption;
import dev.hermes.testkit.PluginFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {

    private static final String NO_ROWS = "return null;";

    @TempDir
    Path folder;

    @Test
    void aPluginIsFoundByTheWordOfItsFormat() throws IOException {
        Plugins plugins = Plugins.of(folder().add("example", "", NO_ROWS).path());

        assertThat(plugins.formats()).containsExactly("lines");
        assertThat(plugins.problems()).isEmpty();
        assertThat(plugins.adapters("lines")).singleElement().satisfies(adapter -> {
            assertThat(adapter.plugin()).isEqualTo("example");
            assertThat(adapter.options())
                    .containsExactly(new AdapterOption("mark", "What a line of cells begins with."));
        });
        assertThat(plugins.adapters("rows")).isEmpty();
    }

    @Test
    void whereThereIsNoFolderThereAreNoPlugins() {
        assertThat(Plugins.of(folder.resolve("nowhere")).formats()).isEmpty();
    }

    @Test
    void aPluginSeesItsInterfacesAndTheJdkAndNothingElseOfTheProgram() throws IOException {
        Plugins plugins = Plugins.of(folder().addAdapter("curious", """
                package example;

                import dev.hermes.spi.*;
                import java.util.*;

                public final class Adapter implements TableAdapter {
                    public String format() {
                        return "curious";
                    }

                    public List<AdapterOption> options() {
                        List<AdapterOption> seen = new ArrayList<>();
                        for (String name : List.of("dev.hermes.spi.TableRows", "dev.hermes.model.Unit",
                                "dev.hermes.decimal.Decimal", "dev.hermes.column.Column", "java.sql.Connection",
                                "dev.hermes.document.DocumentReader", "dev.hermes.kernel.Engine",
                                "dev.hermes.workspace.Workspace", "dev.hermes.local.ParquetRows",
                                "dev.hermes.workspace.plugins.Plugins", "org.duckdb.DuckDBDriver", "org.sqlite.JDBC",
                                "org.junit.jupiter.api.Test")) {
                            try {
                                Class.forName(name, false, Thread.currentThread().getContextClassLoader());
                                seen.add(new AdapterOption(name, "seen"));
                            } catch (ClassNotFoundException e) {
                                seen.add(new AdapterOption(name, "hidden"));
                            }
                        }
                        if (getClass().getClassLoader().getResource("db/migration") != null
                                || getClass().getClassLoader().getResource("dev/hermes/workspace") != null) {
                            seen.add(new AdapterOption("resources", "seen"));
                        }
                        return seen;
                    }

                    public TableReader open(TableSource source, SequencedMap<String, String> options) {
                        throw new IllegalStateException("never opened");
                    }
                }
                """).path());

        assertThat(plugins.adapters("curious").getFirst().options()).filteredOn("description", "seen")
                .extracting(AdapterOption::name)
                .containsExactly("dev.hermes.spi.TableRows", "dev.hermes.model.Unit", "dev.hermes.decimal.Decimal",
                        "dev.hermes.column.Column", "java.sql.Connection");
    }

    @Test
    void aPluginThatCannotBeLoadedSpoilsNoOther() throws IOException {
        PluginFolder plugins = folder().add("good", "", NO_ROWS);
        plugins.addAdapter("broken", """
                package example;

                import dev.hermes.spi.*;
                import java.util.*;

                public final class Adapter implements TableAdapter {
                    public Adapter() {
                        throw new NoClassDefFoundError("org/example/Missing");
                    }

                    public String format() {
                        return "broken";
                    }

                    public List<AdapterOption> options() {
                        return List.of();
                    }

                    public TableReader open(TableSource source, SequencedMap<String, String> options) {
                        throw new IllegalStateException("never opened");
                    }
                }
                """);
        Path noJar = Files.createDirectory(plugins.path().resolve("torn"));
        Files.writeString(noJar.resolve("torn.jar"), "This is no jar.");

        Plugins found = Plugins.of(plugins.path());

        assertThat(found.formats()).containsExactly("lines");
        assertThat(found.problems()).hasSize(2);
        assertThat(found.problems().getFirst().text()).startsWith("The plugin broken failed: ")
                .contains("org/example/Missing")
                .endsWith("or a jar is missing in " + plugins.path().resolve("broken") + ".");
        assertThat(found.problems().getLast().text())
                .startsWith(
                        "The plugin torn failed: java.lang.IllegalStateException: no jar of it offers an adapter or "
                                + "an export.");
    }

    private PluginFolder folder() {
        return new PluginFolder(folder.resolve("plugins"));
    }
}
