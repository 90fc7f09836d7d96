package dev.hermes.formula.internal;

import dev.hermes.formula.Span;
import dev.hermes.model.Message;
import java.text.Normalizer;
import java.util.Locale;

/** The first stage: refuses texts by their length and their characters, before anything reads them. */
final class SourceGuard {

    /** The most UTF-16 characters that a formula may have. */
    static final int LONGEST = 4_000;

    private static final String FILLERS = "\u115F\u1160\u2800\u3164\uFFA0";

    private SourceGuard() {}

    /**
     * Refuses a text, or does nothing.
     *
     * @throws dev.hermes.formula.FormulaException
     *             where the text is empty, too long, not in Unicode's form NFC, or has a character that cannot be seen
     */
    static void check(SourceText source) {
        String text = source.text();
        if (text.length() > LONGEST) {
            throw source.problem(new Span(LONGEST, LONGEST + 1),
                    Message.of("The formula has {0} characters, and at most {1} are read. Maybe move parts of it into "
                            + "indicators of their own.", grouped(text.length()), grouped(LONGEST)));
        }
        if (text.isBlank()) {
            throw source.problem(new Span(0, text.length()), Message.of("The formula is empty. Maybe 0 was meant."));
        }
        checkCharacters(source);
        checkNormalised(source);
    }

    private static String grouped(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static void checkCharacters(SourceText source) {
        String text = source.text();
        for (int at = 0; at < text.length();) {
            int character = text.codePointAt(at);
            int next = at + Character.charCount(character);
            boolean lineEnd = character == '\n' || character == '\r' && text.startsWith("\n", next);
            if (!lineEnd && character != '\t' && isUnseen(character)) {
                throw source.problem(new Span(at, next),
                        Message.of("The character {0} cannot be seen, and so cannot stand in a formula. Maybe type "
                                + "this part again instead of pasting it.", SourceText.codePoint(character)));
            }
            at = next;
        }
    }

    /** Controls, marks of direction and width, halves of characters, and what has no glyph of its own. */
    private static boolean isUnseen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> FILLERS.indexOf(character) >= 0;
        };
    }

    private static void checkNormalised(SourceText source) {
        String text = source.text();
        String normalised = Normalizer.normalize(text, Normalizer.Form.NFC);
        if (normalised.equals(text)) {
            return;
        }
        int at = 0;
        while (at < normalised.length() && normalised.charAt(at) == text.charAt(at)) {
            at++;
        }
        int start = Math.min(at, text.length() - 1);
        throw source.problem(new Span(start, start + 1),
                Message.of(
                        "The character here is made of several that look like one, and would not equal the same text "
                                + "in data (Unicode form NFC). Maybe type it again."));
    }
}
