package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.CalcInputs;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import dev.hermes.workspace.DocumentFile;
import dev.hermes.workspace.Needed;
import dev.hermes.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A workspace and a folder with files to bring in, as an analyst would have them. */
final class ImportFixture implements AutoCloseable {

    private final Path folder;
    private final Workspace workspace;

    ImportFixture(Path folder) {
        this.folder = folder;
        workspace = Workspace.create(folder.resolve("workspace"));
    }

    Workspace workspace() {
        return workspace;
    }

    Path folder() {
        return folder;
    }

    ImportFixture documents(String yaml) {
        workspace.documents().apply(List.of(DocumentFile.read("documents.yaml", yaml)));
        return this;
    }

    /** Applies the documents of a file beside the tests. */
    ImportFixture documentsOf(String name) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(ImportFixture.class.getResourceAsStream(name))) {
            return documents(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    ImportFixture file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    ImportFixture file(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
        return this;
    }

    /** Runs a mapping that is given without its first two lines. */
    ImportSummary run(String mapping) {
        LoadedDocument loaded = DocumentReader.read("mapping.yaml", "hermes: 1\nkind: mapping\n" + mapping).getFirst();
        return Importer.run(workspace, loaded, folder, ImportListener.NONE);
    }

    /** The findings for which a mapping is refused, each in one line. */
    List<String> findings(String mapping) {
        FindingsException refused = catchThrowableOfType(FindingsException.class, () -> run(mapping));
        if (refused == null) {
            throw new AssertionError("Nothing was found wrong.");
        }
        return refused.findings().stream().map(Finding::text).toList();
    }

    CalcInputs inputs() {
        return workspace.inputs(Needed.ALL, CalcInputs.Balances.NONE);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
