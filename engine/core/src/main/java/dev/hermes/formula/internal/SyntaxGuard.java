package dev.hermes.formula.internal;

import dev.hermes.formula.FormulaException;
import dev.hermes.formula.Span;
import dev.hermes.model.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks in one pass that values and operators alternate, that brackets match, and that neither brackets nor operators
 * nest so deep that a recursion over the formula could exhaust the stack. What is wrong is said here, in plain words;
 * what passes has the shape of an expression and nothing else.
 */
final class SyntaxGuard {

    /** How many brackets may be open at once. */
    static final int DEEPEST_NESTING = 64;
    /** How many operators and brackets may stand around a value, on the same or an outer level of brackets. */
    static final int LONGEST_CHAIN = 250;

    private enum Kind {
        FORMULA, CALL, GROUP, LIST
    }

    /** What is open: a bracket, or the formula itself. */
    private static final class Level {

        private final Kind kind;
        private final int position;
        private int operators;
        private int conditions;
        private boolean compared;

        Level(Kind kind, int position) {
            this.kind = kind;
            this.position = position;
        }

        String closing() {
            return kind == Kind.LIST ? "]" : ")";
        }
    }

    private final SourceText source;
    private final List<Token> tokens;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Map<Integer, Integer> groups = new HashMap<>();
    private boolean valueWanted = true;
    private int chain;

    private SyntaxGuard(SourceText source, List<Token> tokens) {
        this.source = source;
        this.tokens = tokens;
        levels.push(new Level(Kind.FORMULA, 0));
    }

    /**
     * The tokens with their brackets.
     *
     * @throws FormulaException
     *             at the first token that cannot stand where it does
     */
    static Tokens check(SourceText source, List<Token> tokens) {
        SyntaxGuard guard = new SyntaxGuard(source, tokens);
        for (int position = 0; position < tokens.size(); position++) {
            if (guard.valueWanted) {
                guard.value(position);
            } else {
                guard.operator(position);
            }
        }
        guard.end();
        return new Tokens(tokens, guard.groups);
    }

    private Level level() {
        return levels.element();
    }

    private void value(int position) {
        Token token = tokens.get(position);
        if (token.kind() != Token.Kind.SIGN) {
            if (token.kind() == Token.Kind.TRUTH && position > 0 && tokens.get(position - 1).isSign("-")) {
                throw problem(token, Message.of("A minus stands before numbers, and this is boolean. Maybe !."));
            }
            valueWanted = false;
            return;
        }
        switch (token.text()) {
            case "(" -> open(Kind.GROUP, position);
            case "[" -> open(Kind.LIST, position);
            case "-" -> {
                if (position > 0 && tokens.get(position - 1).isSign("-") && isPrefix(position - 1)) {
                    throw problem(token,
                            Message.of("There are two minus signs before one value. Maybe -(-x), or neither."));
                }
                count(token);
            }
            case "!" -> count(token);
            case "+" -> throw problem(token, Message.of("A value needs no plus sign. Maybe leave it out."));
            case ")" -> closeOfNothing(position);
            default -> throw problem(token,
                    Message.of("A value is missing before {0}. Maybe something was left out, or this is one too many.",
                            SourceText.quote(token.text())));
        }
    }

    /** Whether the minus at the position stands before a value and not between two. */
    private boolean isPrefix(int position) {
        if (position == 0) {
            return true;
        }
        Token before = tokens.get(position - 1);
        return before.kind() == Token.Kind.SIGN && !before.isSign(")") && !before.isSign("]");
    }

    private void closeOfNothing(int position) {
        Token before = position == 0 ? tokens.getFirst() : tokens.get(position - 1);
        if (level().kind != Kind.CALL || level().position != position - 1) {
            throw problem(tokens.get(position), before.isSign("(")
                    ? Message.of("There is nothing between these brackets. Maybe a value was left out.")
                    : Message.of(
                            "A value is missing before ')'. Maybe something was left out, or this is one too many."));
        }
        close(position);
    }

    private void operator(int position) {
        Token token = tokens.get(position);
        if (token.kind() != Token.Kind.SIGN) {
            throw missingOperator(position);
        }
        switch (token.text()) {
            case "(" -> call(position);
            case "[" -> throw problem(token,
                    Message.of(
                            "A list stands only after 'in', and values have no elements. Maybe an operator is missing "
                                    + "before '['."));
            case ")", "]" -> close(position);
            case "," -> comma(token);
            case "." -> dot(position);
            case "!" -> throw problem(token,
                    Message.of("'!' stands before a condition, not between two values. Maybe != or !(a in [b])."));
            case "?" -> {
                level().conditions++;
                infix(token);
            }
            case ":" -> {
                if (level().conditions == 0) {
                    throw problem(token, Message.of("':' belongs to a '?' before it. Maybe condition ? a : b."));
                }
                level().conditions--;
                infix(token);
            }
            default -> infix(token);
        }
    }

    private void infix(Token token) {
        if (token.onNewLine() && level().kind == Kind.FORMULA && (token.isSign("+") || token.isSign("-"))) {
            throw problem(token,
                    Message.of(
                            "A second expression starts on this line, and a formula is one. Maybe end the line before "
                                    + "with the operator, or put everything into brackets."));
        }
        compare(token);
        count(token);
        valueWanted = true;
    }

    /** Groovy takes {@code a < b > c} for a type with arguments; and nothing is meant by it that has a meaning. */
    private void compare(Token token) {
        switch (token.text()) {
            case "<", "<=", ">", ">=", "in" -> {
                if (level().compared) {
                    throw problem(token, Message.of("Comparisons do not chain. Maybe a < b && b < c, or x in a..b."));
                }
                level().compared = true;
            }
            case "==", "!=", "&&", "||", "?", ":", "," -> level().compared = false;
            default -> {
                // Arithmetic is within what is compared.
            }
        }
    }

    private void call(int position) {
        Token name = tokens.get(position - 1);
        if (!name.isName() || tokens.get(position).onNewLine()) {
            throw missingOperator(position);
        }
        if (position > 1 && tokens.get(position - 2).isSign(".")) {
            throw problem(name, Message
                    .of("Only functions are called, and what follows a dot is none. Maybe {0} without brackets, or a "
                            + "function that takes the value.", SourceText.quote(name.text())));
        }
        open(Kind.CALL, position);
    }

    private void dot(int position) {
        Token before = tokens.get(position - 1);
        if (!before.isName() && !before.isSign(")")) {
            throw problem(tokens.get(position),
                    Message.of("Only names have parts after a dot. Maybe the dot is one too many."));
        }
        if (position + 1 < tokens.size() && !tokens.get(position + 1).isName()) {
            throw problem(tokens.get(position + 1),
                    Message.of("After a dot stands a name, such as target. Maybe the dot is one too many."));
        }
        count(tokens.get(position));
        valueWanted = true;
    }

    private void comma(Token token) {
        if (level().kind == Kind.FORMULA || level().kind == Kind.GROUP) {
            throw problem(token, Message
                    .of("A comma stands between the arguments of a function or the values of a list. Maybe a decimal "
                            + "point was meant."));
        }
        checkConditions(token);
        compare(token);
        chain -= level().operators;
        level().operators = 0;
        valueWanted = true;
    }

    private void open(Kind kind, int position) {
        if (levels.size() > DEEPEST_NESTING) {
            throw problem(tokens.get(position),
                    Message.of(
                            "More than {0} brackets are open here. Maybe move parts of the formula into indicators of "
                                    + "their own.",
                            DEEPEST_NESTING));
        }
        count(tokens.get(position));
        levels.push(new Level(kind, position));
        valueWanted = true;
    }

    private void close(int position) {
        Token token = tokens.get(position);
        if (level().kind == Kind.FORMULA || !token.text().equals(level().closing())) {
            throw problem(token,
                    level().kind == Kind.FORMULA
                            ? Message.of("This bracket was never opened. Maybe it is one too many.")
                            : Message.of("Here {0} should close the bracket, not {1}. Maybe the two were mistaken.",
                                    SourceText.quote(level().closing()), SourceText.quote(token.text())));
        }
        checkConditions(token);
        Level closed = levels.pop();
        chain -= closed.operators;
        if (closed.kind == Kind.GROUP) {
            groups.put(closed.position, position);
        }
        valueWanted = false;
    }

    private void end() {
        Token last = tokens.getLast();
        if (valueWanted) {
            throw problem(last,
                    Message.of("The formula ends after {0}, where a value should follow. Maybe its end was cut off.",
                            SourceText.quote(last.text())));
        }
        checkConditions(last);
        if (level().kind != Kind.FORMULA) {
            throw problem(tokens.get(level().position),
                    Message.of("This bracket is never closed. Maybe add {0}.", SourceText.quote(level().closing())));
        }
    }

    private void checkConditions(Token where) {
        if (level().conditions > 0) {
            throw problem(where, Message.of("The ':' that belongs to '?' is missing. Maybe condition ? a : b."));
        }
    }

    private void count(Token token) {
        level().operators++;
        chain++;
        if (chain > LONGEST_CHAIN) {
            throw problem(token, Message
                    .of("More than {0} operators stand in one expression. Maybe move parts of it into indicators of "
                            + "their own.", LONGEST_CHAIN));
        }
    }

    private FormulaException missingOperator(int position) {
        Token token = tokens.get(position);
        String shown = SourceText.quote(token.text());
        return switch (token.text()) {
            case "and" -> problem(token, Message.of("'and' is not known in formulas. Maybe &&."));
            case "or" -> problem(token, Message.of("'or' is not known in formulas. Maybe ||."));
            case "not" -> problem(token, Message.of("'not' is not known in formulas. Maybe !(a in [b])."));
            default -> problem(token, token.onNewLine() ? Message.of(
                    "A second expression starts with {0}, and a formula is one. Maybe an operator is missing.", shown)
                    : Message.of("There is no operator before {0}. Maybe +, * or a comma was left out.", shown));
        };
    }

    private FormulaException problem(Token token, Message message) {
        Span span = token.span();
        return source.problem(span, message);
    }
}
