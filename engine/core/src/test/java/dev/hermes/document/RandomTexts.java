package dev.hermes.document;

import dev.hermes.model.Formula;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Texts as an analyst might write them, and as YAML would most like to misread them. */
final class RandomTexts {

    private static final List<String> TRAPS = List.of("North", "0042", "7", "-1", "true", "False", "null", "~", "NULL",
            "yes", "no", "on", "- dash", "# comment", "a: b", "a #b", "a:b", "[x]", "{y: 1}", "'single'", "\"double\"",
            "it's", "say \"it's\"", "*star", "&amp", "!bang", "%percent", "@at", "`tick", "|", ">", "?", "? x", "-",
            ":",
            "--- x", "---", "...", "1e3", ".5", "0x1F", "0o17", "1_000", "2026-01-01", "2026-01-01T00:00:00Z", "=",
            "<<",
            ".inf", ".NaN", "+12", "Überstunden", "名称", "Ночь", "😀 bonus", "a\\b", "C:\\data", "x, y", "tail:",
            ":lead", "a  b", "\u00E9", "e\u0301", "नमस्ते", "{{template}}", "$from", "a|b", "50 %", "1,234.50", "12:30",
            "0.10", "x" + "y".repeat(150), "many words in one line ".repeat(10).strip());

    private static final List<String> FORMULAS = List.of("0", "sales * 0.05", "sales >= target ? 'a' : \"b\"",
            "!isMissing(sales.target)", "[1, 2, 3]", "region in ['North', 'East'] || vip", "-sales", "{", "failure",
            "sales > 0\n  ? sales * 0.05\n  : 0", "a\n\nb", "a \n b\t\n c", "a\n# not a comment", "true",
            "concat('it''s', \"x\")", "'quoted'", "a: b", "x # y", "*", "&& b", "1 - - 1", "a\n- b\n- c",
            "sales / target >= 0.8 && sales / target < 1.2 && region in ['North', 'East', 'South', 'West'] && vip");

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final int LETTERS = 52;

    private final RandomGenerator random;

    RandomTexts(RandomGenerator random) {
        this.random = random;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One line without spaces around it. */
    String text() {
        return chance(70) ? pick(TRAPS) : anything(1 + random.nextInt(12)).replace('\n', ' ').strip() + ".";
    }

    /** Anything at all that may stand in a document. */
    String anyText() {
        return chance(20) ? "" : chance(60) ? text() : anything(random.nextInt(8));
    }

    Formula formula() {
        return new Formula(chance(80) ? pick(FORMULAS) : "f" + anything(random.nextInt(20)).strip());
    }

    @Nullable
    Formula maybeFormula() {
        return chance(50) ? formula() : null;
    }

    /** A code of letters and digits that is no word of the formula language. */
    String code() {
        StringBuilder code = new StringBuilder().append(ALPHABET.charAt(random.nextInt(LETTERS))).append("Zz");
        for (int length = random.nextInt(10); length > 0; length--) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    String codeWithDash() {
        return chance(50) ? code() : code() + "-" + random.nextInt(10_000);
    }

    private String anything(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            int character = switch (random.nextInt(6)) {
                case 0, 1, 2 -> ' ' + random.nextInt('~' - ' ' + 1);
                case 3 -> 0xA1 + random.nextInt(0x500);
                case 4 -> 0x4E00 + random.nextInt(0x5000);
                default -> chance(50) ? '\n' : 0x1F300 + random.nextInt(0x300);
            };
            if (character != 0xAD) {
                text.appendCodePoint(character);
            }
        }
        return text.toString();
    }

    /** The name of a document: often its code. */
    String name(String code) {
        return chance(40) ? code : text();
    }
}
