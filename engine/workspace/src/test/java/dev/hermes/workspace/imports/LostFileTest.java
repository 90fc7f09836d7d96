package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.LoadedDocument;
import dev.hermes.workspace.WorkspaceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a file that is lost while it is read nothing is brought in. */
class LostFileTest {

    private static final String DATASET = """
            hermes: 1
            kind: dataset
            code: orders
            columns: {id: text, day: date}
            key: id
            date: day
            """;
    private static final String MAPPING = """
            hermes: 1
            kind: mapping
            code: orders
            file: orders.csv
            into: facts
            of: orders
            fields: {id: id, day: day}
            """;

    @TempDir
    Path folder;

    private ImportFixture fixture;

    @BeforeEach
    void open() {
        fixture = new ImportFixture(folder).documents(DATASET);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void refused(Path file, ImportListener listener) {
        LoadedDocument loaded = DocumentReader.read("mapping.yaml", MAPPING).getFirst();
        assertThatThrownBy(() -> Importer.run(fixture.workspace(), loaded, folder, ImportTerms.WHOLE.puttingAside(),
                listener)).isInstanceOf(WorkspaceException.class).hasMessageContaining(file.toString())
                .hasMessageContaining("\nMaybe ");
        assertThat(fixture.workspace().imports().history()).isEmpty();
        assertThat(fixture.facts("orders")).isEmpty();
        assertThat(fixture.workspace().imports().rejected()).isEmpty();
    }

    /** Where keys are repeated, the file is read once more. */
    @ParameterizedTest
    @ValueSource(strings = {"id,day\n1,2026-01-05\n", "id,day\n1,2026-01-05\n1,2026-01-05\n2,soon\n"})
    void itVanishes(String rows) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), rows);
        refused(file, _ -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void theOperatingSystemDoesNotLetItBeRead() throws IOException {
        Path locked = Path.of("/proc/self/mem");
        assumeThat(locked).exists();
        refused(Files.createSymbolicLink(folder.resolve("orders.csv"), locked), ImportListener.NONE);
    }
}
