package dev.hermes.formula.internal;

import dev.hermes.formula.Span;

/**
 * One word or sign of a formula.
 *
 * @param text
 *            of a text literal its value, without quotation marks and escapes; otherwise as written
 * @param onNewLine
 *            whether a line ends between this token and the one before
 */
record Token(Kind kind, String text, Span span, boolean onNewLine) {

    enum Kind {
        /** A name; after a dot, any word. */
        NAME,
        /** Digits, with at most one point. */
        NUMBER, TEXT,
        /** {@code true} or {@code false}. */
        TRUTH,
        /** An operator (the word {@code in} among them), bracket, comma or dot. */
        SIGN
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }
}
