package dev.hermes.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTripTest {

    private static final int DOCUMENTS_OF_A_KIND = 400;

    private final Schema schema = Schemas.documents();

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBackAndFitsTheSchema(DocumentKind kind) {
        for (long seed = 0; seed < DOCUMENTS_OF_A_KIND; seed++) {
            Document document = RandomDocuments.of(kind, seed);

            String yaml = DocumentWriter.toYaml(document);
            assertThat(DocumentReader.read("document.yaml", yaml)).as(yaml).extracting(LoadedDocument::document)
                    .containsExactly(document);

            String json = DocumentWriter.toCanonicalJson(document);
            assertThat(DocumentReader.readJson(json)).as(json).isEqualTo(document);
            assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theCanonicalTextOfADocumentIsTheSameHoweverItWasWritten(DocumentKind kind) {
        for (long seed = 0; seed < 50; seed++) {
            String json = DocumentWriter.toCanonicalJson(RandomDocuments.of(kind, seed));
            String yaml = DocumentWriter.toYaml(DocumentReader.readJson(json));

            assertThat(DocumentWriter.toCanonicalJson(DocumentReader.read("document.yaml", yaml).getFirst().document()))
                    .isEqualTo(json);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.hermes.document.Texts#good")
    void examplesSurviveTheJourneyThroughYamlAndJson(Path file) {
        for (LoadedDocument loaded : DocumentReader.read(file.toString(), Texts.read(file))) {
            Document document = loaded.document();

            assertThat(DocumentReader.read("again.yaml", DocumentWriter.toYaml(document)).getFirst().document())
                    .isEqualTo(document);
            assertThat(DocumentReader.readJson(DocumentWriter.toCanonicalJson(document))).isEqualTo(document);
        }
    }

    @Test
    void differentDocumentsHaveDifferentCanonicalTexts() {
        Set<Document> documents = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (DocumentKind kind : DocumentKind.values()) {
            for (long seed = 0; seed < DOCUMENTS_OF_A_KIND; seed++) {
                Document document = RandomDocuments.of(kind, seed);
                documents.add(document);
                texts.add(DocumentWriter.toCanonicalJson(document));
            }
        }

        assertThat(texts).hasSameSizeAs(documents);
    }
}
