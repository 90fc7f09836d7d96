/**
 * The stages that a formula passes, in order: {@code SourceGuard}, {@code Lexer}, {@code SyntaxGuard}, {@code Mask},
 * {@code GroovyParser}, {@code NodeFilter}, {@code Translator}, {@code TypeChecker}. Each refuses on its own; none
 * relies on the one before for safety. Only {@link dev.hermes.formula.Formulas} is for use elsewhere.
 */
@NullMarked
package dev.hermes.formula.internal;

import org.jspecify.annotations.NullMarked;
