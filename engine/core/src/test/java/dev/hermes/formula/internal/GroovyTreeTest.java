package dev.hermes.formula.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hermes.formula.FormulaException;
import org.codehaus.groovy.ast.expr.Expression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The second wall: what Groovy's parser makes of texts that the stages before it would never let through. */
class GroovyTreeTest {

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "'a'", "true", "-1", "-x", "!x", "x + 1 * (2 - y)", "a && b || c", "a ? b : c",
        "a in [1, 2]", "a in 1..<5", "a.b.c", "max(a, b)", "(a + b) * c", "max()"})
    void expressionsArePermitted(String text) {
        assertThat(isPermitted(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(Runtime) x", "x as int", "{ 1 }", "x -> 1", "[a: 1]", "[*a]", "System.&exit", "a: 1",
        "1; 2", "x = 1", "def x = 1", "x++", "-(-x++)", "new File('x')", "a?.b", "a*.b", "a.@b", "a ?: b", "a[0]",
        "a?[0]", "\"$a\"", "a.b()", "this.max(1)", "this", "super.x", "max 1, 2", "max(a: 1)", "max(*a)", "a <=> b",
        "a ==~ b", "a === b", "a ** b", "a % b", "a | b", "~a", "+a", "a !in [1]", "a instanceof B",
        "@Grab('a:b:1') x", "import a.B\nx", "package a\nx", "class P { }", "def f() { 1 }\nx", "assert a",
        "return a", "a.\"${b}\"", "null", "new int[1]", "int[]", "/a$b/", "max(1) { 2 }",
        "switch (1) { default -> 1 }", "x.<Y>z()", "a.'b'()"})
    void everythingElseIsNot(String text) {
        assertThat(isPermitted(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {"sales + sales.target | nnnnn + nnnnn.nnnnnn",
        "max(a, 'it\\'s') | nnn(n, 'xxxxx')", "(sales) - 1 |  nnnnn  - 1", "((a.b)) in [(c)] |   n.n   in [ n ]",
        "(a + b) | (n + n)", "true && x in 1..2 | true && n in 1..2", "max (1) | nnn (1)"})
    void onlyTheShapeReachesGroovy(String formula, String shape) {
        SourceText source = new SourceText(formula);
        String masked = Mask.of(source, SyntaxGuard.check(source, Lexer.read(source)));
        assertThat(masked).hasSameSizeAs(formula);
        assertThat(masked.strip()).isEqualTo(shape.strip());
    }

    @Test
    void lineEndsDoNotReachGroovy() {
        SourceText source = new SourceText("vip\r\n\t&& (\nvip\n)");
        assertThat(Mask.of(source, SyntaxGuard.check(source, Lexer.read(source)))).isEqualTo("nnn   &&   nnn  ");
    }

    private static boolean isPermitted(String text) {
        SourceText source = new SourceText(text);
        try {
            Expression tree = GroovyParser.parse(source, text);
            return NodeFilter.permits(tree);
        } catch (FormulaException unreadable) {
            return false;
        }
    }
}
