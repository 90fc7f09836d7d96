package dev.hermes.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.FindingsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema, by which editors complete and check, says what the reader says as far as a schema can. */
class DocumentSchemaTest {

    private static final Pattern BETWEEN_DOCUMENTS = Pattern.compile("^---$", Pattern.MULTILINE);
    private static final Pattern SHAPE = Pattern
            .compile("is not known here|is missing|has no meaning here|exclude each other|stands? where");
    /** The schema cannot know the key columns of a rate table, so it cannot miss one, nor refuse a further one. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of("rate-row-without-key.yaml");

    private final Schema schema = Schemas.documents();

    @ParameterizedTest
    @MethodSource("dev.hermes.document.Texts#good")
    void whatTheReaderAcceptsIsValid(Path file) {
        assertThat(documents(file)).isNotEmpty()
                .allSatisfy(text -> assertThat(schema.validate(text, InputFormat.YAML)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("wrongInShape")
    void whatTheReaderRefusesForItsShapeIsInvalid(Path file) {
        assertThat(documents(file)).anySatisfy(
                text -> assertThat(schema.validate(text, InputFormat.YAML)).as(text).isNotEmpty());
    }

    @Test
    void manyOfTheBadExamplesAreWrongInShape() {
        assertThat(wrongInShape()).hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @EnumSource
    void everyFieldOfTheSchemaIsOneThatTheReaderKnows(DocumentKind kind) {
        JsonNode definitions = JsonMapper.shared().readTree(Texts.read("hermes.schema.json")).get("$defs");
        Set<String> written = new HashSet<>();
        for (long seed = 0; seed < 400; seed++) {
            String json = DocumentWriter.toCanonicalJson(RandomDocuments.of(kind, seed));
            written.addAll(JsonMapper.shared().readTree(json).propertyNames());
        }

        assertThat(definitions.get(kind.word()).get("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void everythingAnAuthorWritesIsDescribed() {
        JsonNode root = JsonMapper.shared().readTree(Texts.read("hermes.schema.json"));

        for (DocumentKind kind : DocumentKind.values()) {
            JsonNode definition = root.get("$defs").get(kind.word());
            assertThat(definition.has("description")).as(kind.word()).isTrue();
            definition.get("properties").forEachEntry((name, field) -> assertThat(isDescribed(field, root))
                    .as(kind.word() + "." + name).isTrue());
        }
    }

    private static boolean isDescribed(JsonNode field, JsonNode root) {
        return field.isBoolean() || field.has("description")
                || (field.has("$ref") && isDescribed(root.at(field.get("$ref").asString().substring(1)), root));
    }

    private static List<Path> wrongInShape() {
        return Texts.bad().stream().filter(DocumentSchemaTest::isWrongInShape).toList();
    }

    private static boolean isWrongInShape(Path file) {
        FindingsException refusal = catchThrowableOfType(FindingsException.class,
                () -> DocumentReader.read("bad.yaml", Texts.read(file)));
        boolean isYaml = refusal.findings().stream().noneMatch(finding -> finding.subject().equals("YAML"));
        boolean isShape = refusal.findings().stream()
                .anyMatch(finding -> SHAPE.matcher(finding.message().text()).find());
        return isYaml && isShape && !BEYOND_A_SCHEMA.contains(String.valueOf(file.getFileName()));
    }

    private static List<String> documents(Path file) {
        return Arrays.stream(BETWEEN_DOCUMENTS.split(Texts.read(file))).filter(text -> !text.isBlank()).toList();
    }
}
