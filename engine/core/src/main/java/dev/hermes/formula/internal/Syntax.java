package dev.hermes.formula.internal;

import dev.hermes.formula.Span;
import java.util.List;

/**
 * The tree of a formula before anything is known about its names and types. Spans leave out brackets around the whole
 * node.
 */
sealed interface Syntax {

    Span span();

    /** A number as it was written, with the minus before it. */
    record Digits(String digits, Span span) implements Syntax {}

    record Text(String value, Span span) implements Syntax {}

    record Truth(boolean value, Span span) implements Syntax {}

    record Name(String name, Span span) implements Syntax {}

    record Member(Syntax of, String name, Span nameSpan, Span span) implements Syntax {}

    record Call(String name, Span nameSpan, List<Syntax> arguments, Span span) implements Syntax {}

    record Minus(Syntax operand, Span span) implements Syntax {}

    record Not(Syntax operand, Span span) implements Syntax {}

    record Binary(String operator, Span operatorSpan, Syntax left, Syntax right, Span span) implements Syntax {}

    record Conditional(Syntax condition, Syntax then, Syntax otherwise, Span span) implements Syntax {}

    record ListOf(List<Syntax> elements, Span span) implements Syntax {}

    record Range(Syntax low, Syntax high, boolean lowIncluded, boolean highIncluded, Span span) implements Syntax {}
}
