package dev.hermes.app.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.local.ParquetRows;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Finding;
import dev.hermes.model.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a document is said in Chinese: English are names, words of documents and what is quoted. */
class ChineseFindingsTest {

    private static final Path DOCUMENTS = Path.of("../engine/core/src/test/resources/dev/hermes/document");
    /** What people or other programs have written. */
    private static final Pattern QUOTED = Pattern.compile("“[^”]*”|'[^']*'|\"[^\"]*\"");
    private static final Pattern ENGLISH = Pattern.compile("\\b[a-z]+ [a-z]+\\b");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** A document of another kind is called by what it says that it is. */
    private static final Set<String> KINDS = Stream.concat(Stream.of("document"),
            Stream.of(DocumentKind.values()).map(DocumentKind::word)).collect(Collectors.toUnmodifiableSet());

    private final Catalogue catalogue = Catalogue.of(Language.CHINESE);

    static List<Path> bad() throws IOException {
        return yaml(DOCUMENTS.resolve("bad"));
    }

    static List<Path> good() throws IOException {
        return yaml(DOCUMENTS);
    }

    private static List<Path> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aBadDocument(Path file) throws IOException {
        String text = Files.readString(file);
        List<Finding> findings = findings(text);

        assertThat(findings).isNotEmpty().allSatisfy(finding -> isChinese(finding, text));
        // What would be left to say in English is seen.
        assertThat(findings).allSatisfy(finding -> assertThat(english(finding.text(), finding, text)).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void aDocumentOfEachKindWithNothingRight(DocumentKind kind) {
        for (String code : List.of("some1", "'1 2'")) {
            String text = "hermes: 1\nkind: " + kind.word() + "\ncode: " + code + "\nname: ''\nbogus: 1\n";

            assertThat(findings(text)).hasSizeGreaterThan(1).allSatisfy(finding -> {
                isChinese(finding, text);
                assertThat(catalogue.say(Finding.named(finding.subject()))).containsPattern(CHINESE)
                        .doesNotContain(kind.word());
            });
        }
    }

    /** Every line of every kind of document once left out, and once with each of many wrong values. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "''", "-1", "1e5", "2026-02-30", "[[1], {a: b}]", "'a b c'", "{x y: z}", "*a",
                "&a 1", "!t 1", "\"\\q\"", "{", "99999999999999999999999999999", "a\\b/c.csv", "'9_1'"})
    void aGoodDocumentWithOneWrongValue(String wrong) throws IOException {
        int refused = 0;
        for (Path file : good()) {
            List<String> lines = Files.readString(file).lines().toList();
            for (int line = 0; line < lines.size(); line++) {
                String text = String.join("\n", with(lines, line, wrong));
                List<Finding> findings = findings(text);
                refused += findings.isEmpty() ? 0 : 1;
                assertThat(findings).as("%s:%s", file, line + 1).allSatisfy(finding -> isChinese(finding, text));
            }
        }
        assertThat(refused).isGreaterThan(50);
    }

    /** The lines with a wrong value in one, which is left out where the value is empty. */
    private static List<String> with(List<String> lines, int line, String wrong) {
        List<String> changed = new ArrayList<>(lines);
        int colon = lines.get(line).indexOf(": ");
        if (wrong.isEmpty()) {
            changed.remove(line);
        } else if (colon >= 0) {
            changed.set(line, lines.get(line).substring(0, colon + 2) + wrong);
        }
        return changed;
    }

    @Test
    void aTextBeyondTheLimits() {
        Stream.of("#".repeat(6 << 20), "a: [" + "1,".repeat(500_001) + "]", "[".repeat(60), "\u0001".repeat(200),
                "hermes: 1\nkind: ruleTable\ncode: r\nunit: USD\nrules:\n" + "  - {condition: x}\n".repeat(200))
                .forEach(text -> assertThat(findings(text)).isNotEmpty()
                        .allSatisfy(finding -> isChinese(finding, text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"calendar", "population"})
    void twoDocumentsOfOneCode(String kind) {
        String text = "hermes: 1\nkind: " + kind + "\ncode: some1\n"
                + (kind.equals("calendar") ? "periods: months\n" : "");
        List<LoadedDocument> twice = new ArrayList<>(DocumentReader.read("one.yaml", text));
        twice.addAll(DocumentReader.read("two.yaml", text));

        assertThat(refusal(() -> Library.of(twice))).hasSize(1).allSatisfy(finding -> isChinese(finding, text));
    }

    @Test
    void aFileThatIsNoParquet(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.parquet"), "order,amount\n1,2\n");

        assertThat(refusal(() -> ParquetRows.open(file).close())).hasSize(1)
                .allSatisfy(finding -> isChinese(finding, ""));
    }

    private void isChinese(Finding finding, String text) {
        assertThat(catalogue.say(finding.message())).containsPattern(CHINESE);
        assertThat(english(catalogue.say(finding.said()), finding, text)).isEmpty();
    }

    /** The English words of a finding that stand side by side and are not names: the text does not have them so. */
    private static List<String> english(String said, Finding finding, String text) {
        String own = KINDS.contains(finding.subject().split(" ", -1)[0]) ? said : said.replace(finding.subject(), "");
        return ENGLISH.matcher(QUOTED.matcher(own).replaceAll("'").toLowerCase(Locale.ROOT)).results()
                .map(MatchResult::group).filter(words -> !text.contains(words)).toList();
    }

    private static List<Finding> findings(String text) {
        return refusal(() -> DocumentReader.read("some.yaml", text));
    }

    private static List<Finding> refusal(Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (FindingsException e) {
            return e.findings();
        }
    }
}
