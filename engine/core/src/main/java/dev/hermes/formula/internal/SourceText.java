package dev.hermes.formula.internal;

import dev.hermes.formula.FormulaException;
import dev.hermes.formula.FormulaProblem;
import dev.hermes.formula.Span;
import dev.hermes.model.Message;
import java.util.Locale;

/** The text of a formula, and the problems that point into it. */
record SourceText(String text) {

    private static final int LONGEST_QUOTATION = 40;

    /** The exception to throw for what is wrong at a place. */
    FormulaException problem(Span span, Message message) {
        int lineStart = text.lastIndexOf('\n', span.start() - 1) + 1;
        int line = 1 + Math.toIntExact(text.substring(0, lineStart).chars().filter(c -> c == '\n').count());
        int column = 1 + text.codePointCount(lineStart, span.start());
        return new FormulaException(new FormulaProblem(span, line, column, message));
    }

    /** A word of the formula as messages show it: in quotation marks, and shortened where it is long. */
    static String quote(String word) {
        String shown = word.length() <= LONGEST_QUOTATION ? word : word.substring(0, LONGEST_QUOTATION) + "…";
        return "'" + shown + "'";
    }

    /** A character by its number: {@code U+200B}. */
    static String codePoint(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }
}
