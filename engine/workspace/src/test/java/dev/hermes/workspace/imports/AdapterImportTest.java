package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Finding;
import dev.hermes.testkit.PluginFolder;
import dev.hermes.workspace.plugins.Plugins;
import dev.hermes.workspace.trust.TrustedPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that plugins read, through plugins that are compiled here. */
class AdapterImportTest {

    private static final String MAPPING = """
            code: people
            file: people.lines
            format: lines
            into: persons
            fields: {person: person, name: name}
            """;
    private static final String TWO_ROWS = """
            String[][] all = {{" 1", "2"}, {"Ada", "Grace "}};
            return new TableRows(new long[] {3, 5}, new String[][] {all[wanted[0]], all[wanted[1]]}, List.of());
            """;

    @TempDir
    Path folder;

    private ImportFixture fixture;
    private PluginFolder plugins;

    @BeforeEach
    void openWorkspace() throws IOException {
        fixture = new ImportFixture(folder).file("people.lines", "text");
        plugins = new PluginFolder(folder.resolve("plugins"));
        System.setProperty(Plugins.PROPERTY, plugins.path().toString());
        System.setProperty("hermes.config", folder.resolve("config").toString());
    }

    @AfterEach
    void closeWorkspace() {
        System.clearProperty(Plugins.PROPERTY);
        System.clearProperty("hermes.config");
        fixture.close();
    }

    @Test
    void rowsOfAPluginAreRowsAsAnyOthers() throws IOException {
        plugins.add("example", """
                String text;
                try (InputStream bytes = source.open()) {
                    text = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                }
                if (!text.equals("text") || source.size() != 4 || !source.name().equals("people.lines")
                        || !options.equals(Map.of("mark", "7"))) {
                    throw new IllegalStateException(source.name() + text + options);
                }
                """, TWO_ROWS);

        ImportSummary summary = fixture.run(MAPPING.replace("format: lines", "format: {lines: {mark: 7}}"));

        assertThat(summary.accepted()).isEqualTo(2);
        assertThat(fixture.inputs().persons()).extracting(person -> person.person() + " " + person.name())
                .containsExactlyInAnyOrder("1 Ada", "2 Grace");
    }

    @Test
    void refusedCellsAreFindingsAtTheirPlaceAndTheOthersAreStillRead() throws IOException {
        plugins.add("example", "", """
                return new TableRows(new long[] {4}, new String[][] {{""}, {"Ada"}}, List.of(
                        new RefusedCell(3, 1, Message.verbatim("#N/A is no value. Maybe correct the formula.")),
                        new RefusedCell(5, 0, Message.verbatim("#REF! is no value. Maybe correct the formula."))));
                """);

        assertThat(fixture.findings(MAPPING)).containsExactly(
                "people.lines:3:2: column name: #N/A is no value. Maybe correct the formula.",
                "people.lines:4:1: column person: The field person is empty. Maybe leave such rows out with where.",
                "people.lines:5:1: column person: #REF! is no value. Maybe correct the formula.");
        assertThat(fixture.inputs().persons()).isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithItsRow() throws IOException {
        plugins.add("example", "",
                "throw new UnreadableTableException(12, Message.verbatim(\"It breaks off. Maybe copy it again.\"));");

        assertThat(fixture.findings(MAPPING)).containsExactly(
                "people.lines:12:1: file: It breaks off. Maybe copy it again.");
    }

    @Test
    void aPluginThatThrowsIsNamedAndNothingIsBroughtIn() throws IOException {
        plugins.add("example", "", "throw new NoSuchMethodError(\"gone\");");

        assertThat(fixture.findings(MAPPING)).containsExactly("people.lines:1:1: file: The plugin example failed: "
                + "java.lang.NoSuchMethodError: gone. Maybe it was made for another version of Hermes, or a jar is "
                + "missing in " + plugins.path().resolve("example") + ".");
        assertThat(fixture.inputs().persons()).isEmpty();
    }

    @Test
    void aPluginThatThrowsInTheMiddleOfReadingIsNamedAndNothingIsBroughtIn() throws IOException {
        plugins.add("example", "", """
                return rows(wanted);
                }

                private int calls;

                private TableRows rows(int[] wanted) {
                    done = false;
                    if (++calls == 2) {
                        throw new IllegalStateException("the line was cut");
                    }
                """ + TWO_ROWS);

        String failed = "The plugin example failed: java.lang.IllegalStateException: the line was cut";
        assertThat(fixture.findings(MAPPING)).singleElement().asString()
                .startsWith("people.lines:1:1: file: " + failed);
        assertThat(fixture.findings(MAPPING, ImportTerms.WHOLE.puttingAside())).singleElement().asString()
                .contains(failed);
        assertThat(fixture.inputs().persons()).isEmpty();
        assertThat(fixture.workspace().imports().history()).isEmpty();
    }

    @Test
    void aPluginThatThrowsWhileOpeningIsNamed() throws IOException {
        plugins.add("example", "if (true) throw new IllegalStateException(\"no key\");", TWO_ROWS);

        assertThat(fixture.findings(MAPPING)).singleElement().asString()
                .startsWith(
                        "people.lines:1:1: file: The plugin example failed: java.lang.IllegalStateException: no key");
    }

    @Test
    void rowsThatDoNotRiseAreTheFaultOfThePlugin() throws IOException {
        plugins.add("example", "", TWO_ROWS.replace("{3, 5}", "{3, 3}"));

        assertThat(fixture.findings(MAPPING)).singleElement().asString().contains("The plugin example failed: ",
                "it handed over row 3 behind row 3");
        assertThat(fixture.inputs().persons()).isEmpty();
    }

    @Test
    void cellsThatAreNullAreTheFaultOfThePlugin() throws IOException {
        plugins.add("example", "", TWO_ROWS.replace("\"Ada\"", "null"));

        assertThat(fixture.findings(MAPPING)).singleElement().asString().contains("The plugin example failed: ",
                "NullPointerException: a cell");
    }

    @Test
    void aWrongValueOfAnOptionIsRefusedAtItsPlaceInTheMapping() throws IOException {
        plugins.add("example", """
                if (true) throw new AdapterOptionException("mark", Message.verbatim("The mark must be #. Maybe '#'."));
                """, TWO_ROWS);

        assertThat(fixture.findings(MAPPING.replace("format: lines", "format: {lines: {mark: 7}}"))).containsExactly(
                "mapping.yaml:5:24: mapping people at format.lines.mark: The mark must be #. Maybe '#'.");
    }

    @Test
    void anOptionThatIsNoneIsGuessedAt() throws IOException {
        plugins.add("example", "", TWO_ROWS);

        assertThat(fixture.findings(MAPPING.replace("format: lines", "format: {lines: {marc: 7}}"))).containsExactly(
                "mapping.yaml:5:24: mapping people at format.lines.marc: The format lines has no option marc. "
                        + "Maybe mark.");
    }

    @Test
    void aFormatThatNoPluginReadsIsGuessedAt() throws IOException {
        plugins.add("example", "", TWO_ROWS);

        assertThat(fixture.findings(MAPPING.replace("format: lines", "format: linse"))).containsExactly(
                "mapping.yaml:5:9: mapping people at format: No plugin reads the format linse; plugins were looked for "
                        + "in the folders in " + plugins.path() + ". Maybe lines.");
        assertThat(fixture.findings(MAPPING.replace("format: lines", "format: parqet"))).singleElement().asString()
                .endsWith(". Maybe parquet.");
    }

    @Test
    void twoPluginsForOneFormatAreRefused() throws IOException {
        plugins.add("example", "", TWO_ROWS).add("other", "", TWO_ROWS);

        assertThat(fixture.findings(MAPPING)).singleElement().asString()
                .contains("The plugins example and other both read the format lines. Maybe remove one");
    }

    @Test
    void aPluginThatWorksForEverIsInterruptedWhereTheUserWantsItToEnd() throws IOException {
        plugins.add("example", "", """
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    done = false;
                }
                return null;
                """);

        assertThatThrownBy(() -> fixture.runUntilCancelled(MAPPING)).isInstanceOf(CancellationException.class);
        assertThat(fixture.inputs().persons()).isEmpty();
    }

    @Test
    void anOpeningThatTakesForEverIsInterruptedAsWell() throws IOException {
        plugins.add("example", """
                try {
                    Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                    throw new IOException("gone");
                }
                """, TWO_ROWS);

        assertThatThrownBy(() -> fixture.runUntilCancelled(MAPPING)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aProgramIsNotEvenOpenedUntilTheUserTrustsItsBytes() throws IOException {
        plugins.addRunning("example", """
                try (InputStream bytes = source.open()) {
                    java.nio.file.Files.write(java.nio.file.Path.of(source.path()).resolveSibling("ran"),
                            bytes.readAllBytes());
                }
                """, TWO_ROWS);
        Path program = folder.resolve("people.lines");
        String hash = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";

        assertThat(fixture.findings(MAPPING)).containsExactly("mapping.yaml:4:7: mapping people at file: The file "
                + program + " is a program that you have not trusted, so it was not run. Its SHA-256 is " + hash
                + ". Maybe read it, for it may do whatever you may do, and then: hermes trust " + program);
        assertThat(folder.resolve("ran")).doesNotExist();

        TrustedPrograms.ofUser().add(program, Files.readAllBytes(program), Instant.EPOCH);
        assertThat(fixture.run(MAPPING).accepted()).isEqualTo(2);
        assertThat(folder.resolve("ran")).hasContent("text");

        Files.delete(folder.resolve("ran"));
        fixture.file("people.lines", "texts");
        assertThat(fixture.findings(MAPPING)).singleElement().asString()
                .contains("is a program that was changed since you trusted it, so it was not run.");
        assertThat(folder.resolve("ran")).doesNotExist();
    }

    @Test
    void theWorkspacesOwnFilesAreNoData() throws IOException {
        plugins.add("example", "", TWO_ROWS);
        Path database = fixture.workspace().folder().resolve("workspace.db");
        assertThat(fixture.workspace().owns(database)).isTrue();
        Path link = Files.createSymbolicLink(folder.resolve("link.lines"), database);

        assertThat(fixture.findings(MAPPING.replace("people.lines", "link.lines"))).containsExactly(
                "mapping.yaml:4:7: mapping people at file: The file " + link
                        + " is the workspace's own. Maybe another one was meant.");
    }

    @Test
    void aFormatThatCannotBeReadHereIsDoubtfulBeforeAnythingIsBroughtIn() throws IOException {
        plugins.add("example", "", TWO_ROWS);
        List<LoadedDocument> documents = DocumentReader.read("mapping.yaml", ("hermes: 1\nkind: mapping\n" + MAPPING)
                .replace("format: lines", "format: linse") + "---\nhermes: 1\nkind: mapping\n"
                + MAPPING.replace("format: lines", "format: {lines: {marc: 7}}") + "---\nhermes: 1\nkind: mapping\n"
                + MAPPING);

        assertThat(FormatCheck.warnings(documents, Plugins.installed())).extracting(Finding::text).containsExactly(
                "mapping.yaml:5:9: mapping people at format: No plugin reads the format linse; plugins were looked for "
                        + "in the folders in " + plugins.path() + ". Maybe lines.",
                "mapping.yaml:13:24: mapping people at format.lines.marc: The format lines has no option marc. "
                        + "Maybe mark.");
    }
}
