package dev.hermes.workspace.imports;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.LoadedDocument;
import dev.hermes.local.ParquetRows;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
        return run(mapping, ImportTerms.WHOLE);
    }

    /** Runs a mapping; the file for rejected rows is called {@code rejects.csv}. */
    ImportSummary rejecting(String mapping) throws IOException {
        Files.deleteIfExists(rejects());
        return run(mapping, ImportTerms.WHOLE.rejectingTo(rejects()));
    }

    Path rejects() {
        return folder.resolve("rejects.csv");
    }

    /** The lines of the file for rejected rows. */
    List<String> rejected() throws IOException {
        return Files.readString(rejects()).lines().toList();
    }

    ImportSummary run(String mapping, ImportTerms terms) {
        return run(mapping, terms, ImportListener.NONE);
    }

    /** Runs a mapping for a user who wants it to end as soon as they are asked. */
    ImportSummary runUntilCancelled(String mapping) {
        return run(mapping, ImportTerms.WHOLE, _ -> {
            throw new CancellationException();
        });
    }

    private ImportSummary run(String mapping, ImportTerms terms, ImportListener listener) {
        LoadedDocument loaded = DocumentReader.read("mapping.yaml", "hermes: 1\nkind: mapping\n" + mapping).getFirst();
        return Importer.run(workspace, loaded, folder, terms, listener);
    }

    /** The findings for which a mapping is refused, each in one line. */
    List<String> findings(String mapping) {
        return findings(mapping, ImportTerms.WHOLE);
    }

    List<String> findings(String mapping, ImportTerms terms) {
        FindingsException refused = catchThrowableOfType(FindingsException.class, () -> run(mapping, terms));
        if (refused == null) {
            throw new AssertionError("Nothing was found wrong.");
        }
        return refused.findings().stream().map(Finding::text).toList();
    }

    /** All facts of a dataset, one in a line, in the order of their text. */
    List<String> facts(String dataset) {
        return rows(dataset, column -> !column.equals("hermes line"));
    }

    /** The line that each fact came from. */
    List<String> factLines(String dataset) {
        return rows(dataset, "hermes line"::equals);
    }

    private List<String> rows(String dataset, Predicate<String> wanted) {
        List<String> lines = new ArrayList<>();
        for (Path file : workspace.facts().current().of(dataset)) {
            try (ParquetRows rows = ParquetRows.open(file)) {
                int[] all = IntStream.range(0, rows.columns().size())
                        .filter(column -> wanted.test(rows.columns().get(column))).toArray();
                for (String[][] cells = rows.next(all, 1000); cells != null; cells = rows.next(all, 1000)) {
                    for (int row = 0; row < cells[0].length; row++) {
                        int at = row;
                        String[][] columns = cells;
                        lines.add(IntStream.range(0, all.length).mapToObj(column -> columns[column][at])
                                .collect(Collectors.joining("|")));
                    }
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    CalcInputs inputs() {
        return workspace.inputs(Needed.ALL, CalcInputs.Balances.NONE);
    }

    @Override
    public void close() {
        workspace.close();
    }
}
