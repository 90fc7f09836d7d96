package dev.hermes.testkit.hostile;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.FindingsException;
import dev.hermes.testkit.generate.WorldMaker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever stands in a document, it is read, and read again from what is written of it, or refused with findings.
 * {@code -Dhermes.fuzz=N} reads a quarter of so many inputs.
 */
public class DocumentFuzzTest {

    private static final int COUNT = Integer.getInteger("hermes.fuzz", 3_000) / 4;
    private static final int LONGEST_SEED = 4_096;
    private static final List<String> WORDS = List.of("hermes: 1\n", "kind: ", "code: ", "calendar", "indicator",
            "scheme",
            "mapping", "dataset", "rateTable", "ruleTable", "parameter", "---\n", "- ", ": ", "{", "}", "[", "]", "&a ",
            "*a", "!!str ", "<<: ", "\"", "'", "\n  ", "\t", "# ", "| ", "> ", "null", "0x10", "1e9", "NaN", "-0",
            "9".repeat(40), "\uFEFF", "\u202E", "2026-01-31", "formula: ", "sum(", "type: base\n", "USD");

    @TempDir
    Path folder;

    public static void fuzzerTestOneInput(byte[] input) {
        List<LoadedDocument> documents;
        try {
            documents = DocumentReader.read("fuzz.yaml", new String(input, StandardCharsets.UTF_8));
        } catch (FindingsException refused) {
            if (refused.findings().stream().anyMatch(finding -> finding.location() == null)) {
                throw new IllegalStateException("A finding has no place.", refused);
            }
            return;
        }
        for (LoadedDocument document : documents) {
            String written = DocumentWriter.toYaml(document.document());
            if (!DocumentReader.read("again.yaml", written).getFirst().document().equals(document.document())) {
                throw new IllegalStateException("The document is another one when it is read again: " + written);
            }
        }
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (HostileFile file : HostileFiles.documents()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.content().writeTo(bytes);
            if (bytes.size() <= LONGEST_SEED) {
                seeds.add(bytes.toByteArray());
            }
        }
        WorldMaker.group(0).getFirst().documents().forEach(document -> seeds.add(DocumentWriter.toYaml(document)
                .getBytes(StandardCharsets.UTF_8)));
        return seeds;
    }

    @Test
    void whateverIsInADocumentItIsReadOrRefused() throws IOException, InterruptedException {
        Fuzzing fuzzing = new Fuzzing(DocumentFuzzTest::fuzzerTestOneInput, seeds(), WORDS);
        fuzzing.mutations(COUNT);
        if (Fuzzing.hasJazzer()) {
            System.out.println("Documents: " + fuzzing.jazzer(DocumentFuzzTest.class, COUNT, folder));
        }
    }
}
