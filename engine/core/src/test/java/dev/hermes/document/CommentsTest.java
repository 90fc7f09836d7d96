package dev.hermes.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an author wrote beside documents stays when a document is changed elsewhere. */
class CommentsTest {

    private static final String RULES = """
            # What was agreed on with the regions.
            #
            # 2026
            hermes: 1
            kind: ruleTable
            code: levels
            name: Levels # 级别
            unit: USD
            # No two of them may fit.
            hitPolicy: unique
            rules:
              # nobody below nine tenths
              - condition: attainment < 0.9
                expression: '0'
              # the usual case
              - condition: attainment < 1.2
                expression: '500'
                # from March on
                reason: Usual, as it was agreed on with all regions in the spring of the year before last # 常
            # To be looked at in autumn.
            """;
    private static final String OTHERS = """
            # Another one of this file.
            hermes: 1
            kind: rateTable
            code: levels
            quantity: USD
            value: ratio
            rows:
              - {from: 0, value: 0.01} # one in a hundred
            ---
            """;

    private static Document read(String text) {
        return DocumentReader.read("levels.yaml", text).getFirst().document();
    }

    /** The rules after a change to what they say. */
    private static String changed(String from, String to) {
        assertThat(RULES).contains(from);
        return DocumentWriter.toYaml(read(RULES.replace(from, to)), OTHERS + RULES);
    }

    @Test
    void commentsStayWithWhatTheyStoodWith() {
        assertThat(changed("'500'", "'550'")).isEqualTo(RULES.replace("'500'", "'550'"));
        assertThat(changed("Levels #", "Ranks #")).isEqualTo(RULES.replace("Levels #", "Ranks #"));
    }

    @Test
    void aRowKeepsItsCommentsWhereverItGoes() {
        String first = """
                  # nobody below nine tenths
                  - condition: attainment < 0.9
                    expression: '0'
                """;
        String added = """
                  - condition: attainment < 0.5
                    expression: '-10'
                """;
        assertThat(changed(first, added + first)).isEqualTo(RULES.replace(first, added + first));
        assertThat(changed(first, "")).isEqualTo(RULES.replace(first, ""));
    }

    @Test
    void whatBecomesOneLineOrIsLeftOutHasItsCommentsAboveWhatFollows() {
        String text = """
                hermes: 1
                kind: ruleTable
                code: levels
                unit: USD
                # as usual
                hitPolicy: first # 1
                rules:
                  - condition: attainment < 0.9
                    # nothing
                    expression: '0'
                otherwise:
                  # nobody knows why
                  expression: '7' # seven
                """;
        assertThat(DocumentWriter.toYaml(read(text), text)).endsWith("""
                unit: USD
                # as usual
                # 1
                rules:
                  # nothing
                  - {condition: attainment < 0.9, expression: '0'}
                # nobody knows why
                # seven
                otherwise: '7'
                """);
    }

    @Test
    void aTextWithoutTheDocumentHasNoneOfItsComments() {
        Document rules = read(RULES);
        assertThat(DocumentWriter.toYaml(rules, OTHERS)).isEqualTo(DocumentWriter.toYaml(rules));
        assertThat(DocumentWriter.toYaml(rules, "# nothing")).isEqualTo(DocumentWriter.toYaml(rules));
        assertThat(DocumentWriter.toYaml(rules, "{[")).isEqualTo(DocumentWriter.toYaml(rules));
    }

    @ParameterizedTest
    @EnumSource
    void allAreKeptAndNothingElseIsSaid(DocumentKind kind) {
        for (long seed = 0; seed < 100; seed++) {
            Document document = RandomDocuments.of(kind, seed);
            StringBuilder commented = new StringBuilder();
            int comments = 0;
            for (String line : DocumentWriter.toYaml(document).split("\n", -1)) {
                if (line.matches("[A-Za-z]+:.*")) {
                    commented.append("# comment ").append(++comments).append(" of 人\n");
                }
                commented.append(line).append('\n');
            }
            commented.append("# comment ").append(++comments).append(" of 人\n");

            String text = DocumentWriter.toYaml(document, commented.toString());

            assertThat(DocumentReader.read("document.yaml", text)).as(text).extracting(LoadedDocument::document)
                    .containsExactly(document);
            for (int i = 1; i <= comments; i++) {
                assertThat(text).contains("# comment " + i + " of 人\n");
            }
            assertThat(DocumentWriter.toYaml(document, text)).isEqualTo(text);
        }
    }
}
