package dev.hermes.formula.internal;

import dev.hermes.formula.Span;
import java.util.Arrays;
import java.util.List;

/**
 * Writes the shape of a formula for Groovy's parser: every name becomes a row of {@code n}, every text a row of
 * {@code x}, line ends become spaces. Thus no word of Groovy, no escape and no foreign character reaches the parser,
 * whatever the author wrote, and column numbers are offsets into the formula.
 */
final class Mask {

    private final Tokens tokens;
    private final char[] shape;

    private Mask(int length, Tokens tokens) {
        this.tokens = tokens;
        this.shape = new char[length];
        Arrays.fill(shape, ' ');
    }

    /** The shape, as long as the formula. */
    static String of(SourceText source, Tokens tokens) {
        Mask mask = new Mask(source.text().length(), tokens);
        tokens.all().forEach(mask::write);
        tokens.groups().forEach(mask::removeAroundName);
        return new String(mask.shape);
    }

    private void write(Token token) {
        Span span = token.span();
        switch (token.kind()) {
            case NAME -> Arrays.fill(shape, span.start(), span.end(), 'n');
            case TEXT -> {
                Arrays.fill(shape, span.start(), span.end(), 'x');
                shape[span.start()] = '\'';
                shape[span.end() - 1] = '\'';
            }
            case NUMBER, TRUTH, SIGN -> token.text().getChars(0, token.text().length(), shape, span.start());
        }
    }

    /** Groovy takes {@code (name) - x} and {@code (name) in x} for casts; without the brackets it cannot. */
    private void removeAroundName(int opening, int closing) {
        List<Token> enclosed = tokens.all().subList(opening + 1, closing);
        if (enclosed.stream().allMatch(Mask::isPartOfName)) {
            shape[tokens.all().get(opening).span().start()] = ' ';
            shape[tokens.all().get(closing).span().start()] = ' ';
        }
    }

    private static boolean isPartOfName(Token token) {
        return token.isName() || token.isSign(".") || token.isSign("(") || token.isSign(")");
    }
}
