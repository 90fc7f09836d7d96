package dev.hermes.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hermes.document.internal.NodeReader;
import dev.hermes.model.FindingsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents come from colleagues' files, mail and the central database: they must not be able to do harm. */
class HostileTextTest {

    private static final String FRAGMENTS = "{}[]:,-?|>&*!#%@`'\"\\\n\t <~=.0e_x\u0000\u0085\uFEFF\u2028\uD83D";

    @Test
    void aMillionLaughsAreRefusedAtTheFirst() {
        assertRefused("""
                a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                """, "bomb.yaml:1:4: YAML: The anchor &a is not allowed.");
    }

    @Test
    void aValueThatHoldsItselfIsRefused() {
        assertRefused("a: &a [*a]", "The alias *a is not allowed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void nestingWithoutEndIsRefused(String opening) {
        assertRefused("periods: \n  " + opening.repeat(100_000), "Values are nested more than 50 deep.");
    }

    @Test
    void indentationWithoutEndIsRefused() {
        StringBuilder text = new StringBuilder();
        for (int depth = 0; depth < 500; depth++) {
            text.append(" ".repeat(depth)).append("a:\n");
        }

        assertRefused(text.toString(), "Values are nested more than 50 deep.");
    }

    @Test
    void aTextThatIsTooLongIsRefusedUnread() {
        assertRefused("#".repeat(NodeReader.MOST_CHARACTERS + 1), "The text has 5242881 characters");
    }

    @Test
    void aTextOfTooManyValuesIsRefused() {
        assertRefused("a: [" + "1,".repeat(NodeReader.MOST_VALUES) + "]", "holds more than 500000 values");
    }

    @Test
    void aDatasetOfEndlessColumnsIsRefused() {
        StringBuilder columns = new StringBuilder();
        for (int column = 0; column < 50_000; column++) {
            columns.append("  c").append(column).append(": text\n");
        }

        assertRefused("hermes: 1\nkind: dataset\ncode: orders\nkey: c0\ncolumns:\n" + columns
                + "joins:\n" + columns.toString().replace("text", "{dataset: d, on: nowhere}"),
                "There are 50000 names here, and at most 1000 are read.");
    }

    @Test
    void aRateTableOfEndlessKeysIsRefused() {
        StringBuilder keys = new StringBuilder();
        for (int key = 0; key < 20_000; key++) {
            keys.append("  k").append(key).append(": text\n");
        }

        assertRefused("hermes: 1\nkind: rateTable\ncode: rates\nvalue: ratio\nkeys:\n" + keys + "rows:\n"
                + "  - {value: 1}\n".repeat(50_000), "There are 20000 names here, and at most 20 are read.");
    }

    @Test
    void problemsWithoutEndAreNotAllListed() {
        Throwable refusal = catchThrowable(
                () -> DocumentReader.read("bomb.yaml", "a: &a 1\n" + "b: *a\n".repeat(10_000)));

        assertThat(refusal).isInstanceOfSatisfying(FindingsException.class,
                exception -> assertThat(exception.findings()).hasSizeLessThan(200));
        assertThat(refusal).hasMessageContaining("There are more problems than these.");
    }

    @Test
    void aTableAtTheLimitIsRead() {
        StringBuilder text = new StringBuilder(
                "hermes: 1\nkind: rateTable\ncode: prices\nvalue: USD\nkeys: {product: text}\nrows:\n");
        for (int product = 0; product < 50_000; product++) {
            text.append("  - {product: P").append(product).append(", from: 0, to: 10, value: 12.5}\n");
        }

        assertThat(DocumentReader.read("prices.yaml", text.toString())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u001B[2J", "\u007F", "\u0085", "\u2028", "\u202E", "\u2066", "\u200B",
        "\u00AD", "\uFEFF", "\uFFFE", "\uD83D", "\r"})
    void charactersThatCannotBeSeenAreRefusedWithTheirPlace(String character) {
        assertRefused("hermes: 1\nname: ab" + character + "c\n", "bomb.yaml:2:9: YAML: The character U+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\0", "\\a", "\\e", "\\x7F", "\\N", "\\L", "\\P", "\\u202E", "\\uFEFF", "\\U0010FFFF",
        "\\uD83D"})
    void charactersThatCannotBeSeenAreRefusedInDisguise(String escape) {
        assertRefused("hermes: 1\nname: \"ab" + escape + "c\"\n", "bomb.yaml:2:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!python/object/apply:os.system ['id']", "!!java.net.URL ['http://localhost']",
        "!<tag:yaml.org,2002:binary> aGk=", "!!str text", "!local text", "! text"})
    void tagsAreRefused(String value) {
        assertRefused("hermes: 1\nname: " + value + "\n", "bomb.yaml:2:7: YAML: The tag ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%YAML 1.1\n---\na: 1", "%YAML 3.0\n---\na: 1", "%YAML 99999999999999.1\n---\na: 1",
        "%TAG ! tag:example.com,2000:\n---\na: 1"})
    void directivesAreRefused(String text) {
        assertRefused(text, "YAML: ");
    }

    @Test
    void aNameThatIsTooLongIsRefusedBriefly() {
        Throwable refusal = catchThrowable(
                () -> DocumentReader.read("bomb.yaml", "? " + "a".repeat(100_000) + "\n: 1"));

        assertThat(refusal).isInstanceOf(FindingsException.class);
        assertThat(refusal.getMessage()).contains("is longer than 256 characters").hasSizeLessThan(1_000);
    }

    @Test
    void longValuesAreQuotedBriefly() {
        Throwable refusal = catchThrowable(() -> DocumentReader.read("bomb.yaml", """
                hermes: 1
                kind: calendar
                code: %1$s
                name: ' %1$s'
                periods: %1$s
                yearStart: %1$s
                """.formatted("9".repeat(100_000))));

        assertThat(refusal).isInstanceOf(FindingsException.class);
        assertThat(refusal.getMessage()).hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whateverBecomesOfADocumentItIsReadOrRefused(Path file) {
        String text = Texts.read(file);
        Random random = new Random(text.hashCode());
        List<String> outcomes = new ArrayList<>();
        for (int attempt = 0; attempt < 100; attempt++) {
            String damaged = damaged(text, random);
            try {
                DocumentReader.read("damaged.yaml", damaged);
                outcomes.add("read");
            } catch (FindingsException refusal) {
                assertThat(refusal.findings()).as(damaged).isNotEmpty()
                        .allSatisfy(finding -> assertThat(finding.location()).isNotNull());
                outcomes.add("refused");
            }
        }

        assertThat(outcomes).contains("refused");
    }

    private static Stream<Path> examples() {
        return Stream.concat(Texts.good().stream(), Texts.bad().stream());
    }

    private static String damaged(String text, Random random) {
        StringBuilder damaged = new StringBuilder(text);
        for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
            int place = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(place);
                case 1 -> damaged.insert(place, FRAGMENTS.charAt(random.nextInt(FRAGMENTS.length())));
                case 2 -> damaged.setCharAt(place, FRAGMENTS.charAt(random.nextInt(FRAGMENTS.length())));
                default -> damaged.delete(place, Math.min(damaged.length() - 1, place + random.nextInt(30)));
            }
        }
        return damaged.toString();
    }

    private static void assertRefused(String text, String message) {
        assertThatThrownBy(() -> DocumentReader.read("bomb.yaml", text)).isInstanceOf(FindingsException.class)
                .hasMessageContaining(message);
    }
}
