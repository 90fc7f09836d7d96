package dev.hermes.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the text, the checker returns a tree or a problem with a place, and never anything else. */
class FormulaFuzzTest {

    private static final int ROUNDS = 100_000;
    private static final int LONGEST = 24;

    private static final List<String> WORDS = List.of("sales", "target", "nights", "region", "vip", "since", "period",
            "rate", "headcount", "salary", "title", "coefficients", "factors", "assignment", "max", "min", "round",
            "daily", "days", "band", "lookup", "rank", "steps", "orElse", "isMissing", "date", "concat", "clamp", "in",
            "true", "false", "null", "0", "1", "12.5", "077", "1e9", "'North'", "'2026-01-01'", "\"x\"", "'", "\"", "+",
            "-", "*", "/", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "!", "?", ":", "(", ")", "(", ")", "[", "]",
            ",", ".", ".target", ".toDate", ".growth", "..", "..<", "<..", "<..<", "\n", "\r\n", "\t", "def", "new",
            "class", "import", "as", "instanceof", "this", "super", "return", "?:", "?.", "->", "::", "{", "}", ";",
            "@", "$", "${", "\\", "\\u0041", "=", "++", "--", "**", "%", "//", "/*", "é", "😀", "\u202E", "#!", "`");

    @Test
    void wordsInAnyOrder() {
        Random random = new Random(1);
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder();
            int length = 1 + random.nextInt(LONGEST);
            for (int i = 0; i < length; i++) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(3) == 0 ? "" : " ");
            }
            checkOrRefuse(text.toString(), FixtureNames.NAMES);
        }
    }

    @Test
    void writtenFormulasWithMistakes() throws IOException {
        List<String> written = FormulaFixtureTest.lines().stream().map(line -> (String) line.get()[0]).toList();
        Random random = new Random(2);
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder text = new StringBuilder(written.get(random.nextInt(written.size())));
            int mistakes = 1 + random.nextInt(3);
            for (int i = 0; i < mistakes; i++) {
                makeMistake(text, random);
            }
            accepted += checkOrRefuse(text.toString(), FixtureNames.NAMES) ? 1 : 0;
        }
        assertThat(accepted).as("mistakes that leave a formula a formula").isPositive();
    }

    private static void makeMistake(StringBuilder text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + 1 + random.nextInt(4));
        switch (random.nextInt(4)) {
            case 0 -> text.delete(at, end);
            case 1 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
            case 2 -> text.replace(at, end, WORDS.get(random.nextInt(WORDS.size())));
            default -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
        }
    }

    private static boolean checkOrRefuse(String text, Names names) {
        try {
            Formulas.check(text, names);
            return true;
        } catch (FormulaException refused) {
            Span span = refused.problem().span();
            assertThat(span.start()).as(text).isBetween(0, text.length());
            assertThat(span.end()).as(text).isBetween(span.start(), text.length());
            return false;
        } catch (RuntimeException | Error unexpected) {
            return fail("The checker itself failed at: " + text, unexpected);
        }
    }
}
