package dev.hermes.formula.internal;

import dev.hermes.formula.FormulaException;
import dev.hermes.formula.Span;
import dev.hermes.model.Message;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Splits a formula into words and signs. It knows less than Groovy on purpose: names and numbers are plain ASCII, texts
 * have three escapes and nothing in them is replaced, and there are no comments.
 */
final class Lexer {

    /** The most digits of a number before the point, and after it. */
    private static final int INTEGER_DIGITS = 26;
    private static final int FRACTION_DIGITS = 12;

    private final SourceText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean onNewLine;

    private Lexer(SourceText source) {
        this.source = source;
        this.text = source.text();
    }

    /**
     * The tokens of a formula, in order; at least one.
     *
     * @throws FormulaException
     *             at the first character that the language does not know
     */
    static List<Token> read(SourceText source) {
        Lexer lexer = new Lexer(source);
        while (lexer.at < lexer.text.length()) {
            lexer.readNext();
        }
        return List.copyOf(lexer.tokens);
    }

    private void readNext() {
        char first = text.charAt(at);
        if (Character.isWhitespace(first) && first < 128) {
            onNewLine |= first == '\n';
            at++;
        } else if (isLetter(first)) {
            readWord();
        } else if (isDigit(first)) {
            readNumber();
        } else if ((first == '\'' || first == '"') && !text.startsWith(String.valueOf(first).repeat(3), at)) {
            readText(first);
        } else {
            readSign();
        }
    }

    private void readWord() {
        int end = endOf(Lexer::isWordCharacter, at);
        String word = text.substring(at, end);
        boolean afterDot = !tokens.isEmpty() && tokens.getLast().isSign(".");
        if (afterDot) {
            add(Token.Kind.NAME, word, end);
            return;
        }
        switch (word) {
            case "true", "false" -> add(Token.Kind.TRUTH, word, end);
            case "in" -> add(Token.Kind.SIGN, word, end);
            case "null" -> throw source.problem(new Span(at, end), Message
                    .of("Formulas have no null. Maybe isMissing(x), which asks, or orElse(x, 0), which replaces."));
            default -> add(Token.Kind.NAME, word, end);
        }
    }

    private void readNumber() {
        int pointAt = endOf(Lexer::isDigit, at);
        int end = pointAt;
        if (pointAt + 1 < text.length() && text.charAt(pointAt) == '.' && isDigit(text.charAt(pointAt + 1))) {
            end = endOf(Lexer::isDigit, pointAt + 1);
        }
        Span span = new Span(at, end);
        int wordEnd = endOf(Lexer::isWordCharacter, end);
        if (wordEnd > end) {
            throw source.problem(new Span(at, wordEnd),
                    Message.of(
                            "{0} is not a plain number. Maybe write out its digits, with at most one point: 1000.25.",
                            SourceText.quote(text.substring(at, wordEnd))));
        }
        if (pointAt - at > 1 && text.charAt(at) == '0') {
            throw source.problem(span, Message
                    .of("A number does not start with a needless 0. Maybe leave it out, and write thousands without "
                            + "a comma."));
        }
        if (pointAt - at > INTEGER_DIGITS) {
            throw source.problem(span,
                    Message.of("A number has at most 26 digits before the point. Maybe one was repeated."));
        }
        if (end - pointAt - 1 > FRACTION_DIGITS) {
            throw source.problem(span, Message.of("A number has at most 12 digits after the point. Maybe round it."));
        }
        add(Token.Kind.NUMBER, span.of(text), end);
    }

    private void readText(char quotation) {
        StringBuilder value = new StringBuilder();
        int next = at + 1;
        while (next < text.length() && text.charAt(next) != quotation && text.charAt(next) != '\n') {
            char character = text.charAt(next);
            if (character == '\\') {
                next++;
                if (next == text.length() || "\\'\"".indexOf(text.charAt(next)) < 0) {
                    throw source.problem(new Span(next - 1, next), Message
                            .of("A backslash stands only before a quotation mark or another backslash. Maybe \\\\."));
                }
            } else if (character == '$' && quotation == '"') {
                throw source.problem(new Span(next, next + 1), Message
                        .of("Nothing is filled into texts. Maybe 'single' quotation marks, where $ is a character."));
            }
            value.append(text.charAt(next));
            next++;
        }
        if (next == text.length() || text.charAt(next) != quotation) {
            throw source.problem(new Span(at, at + 1), Message
                    .of("The text that starts here does not end on its line. Maybe add {0} where it ends.", quotation));
        }
        add(Token.Kind.TEXT, value.toString(), next + 1);
    }

    private void readSign() {
        Optional<String> sign = Signs.at(text, at);
        if (sign.isEmpty()) {
            throw foreignCharacter();
        }
        int end = at + sign.get().length();
        Span span = new Span(at, end);
        if (!Signs.isKnown(sign.get())) {
            throw source.problem(span, Message.of("{0} is not known in formulas. {1}", SourceText.quote(sign.get()),
                    Signs.remedy(sign.get())));
        }
        if (sign.get().equals(".") && end < text.length() && isDigit(text.charAt(end))) {
            throw source.problem(span, Message.of("A point stands between two digits, once in a number. Maybe 0.5."));
        }
        add(Token.Kind.SIGN, sign.get(), end);
    }

    private FormulaException foreignCharacter() {
        int character = text.codePointAt(at);
        String shown = Character.toString(character);
        String lookAlike = Signs.lookAlike(character);
        String plain = lookAlike != null ? lookAlike : Normalizer.normalize(shown, Normalizer.Form.NFKC);
        Message remedy = plain.chars().allMatch(c -> c > ' ' && c < 127)
                ? Message.of("Maybe {0}.", plain)
                : Message.of("Maybe put it into a text; names have the letters A to Z, digits and _.");
        return source.problem(new Span(at, at + shown.length()),
                Message.of("The character '{0}' ({1}) stands only in texts. {2}", shown,
                        SourceText.codePoint(character), remedy));
    }

    private void add(Token.Kind kind, String word, int end) {
        tokens.add(new Token(kind, word, new Span(at, end), onNewLine));
        onNewLine = false;
        at = end;
    }

    private int endOf(IntPredicate kind, int start) {
        int end = start;
        while (end < text.length() && kind.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z' || character >= 'a' && character <= 'z';
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isWordCharacter(int character) {
        return isLetter(character) || isDigit(character) || character == '_';
    }
}
