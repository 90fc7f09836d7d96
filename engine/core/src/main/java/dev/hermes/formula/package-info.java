/**
 * The formula language: text in, typed tree out. Source text is untrusted; what {@link dev.hermes.formula.Formulas}
 * returns is safe to evaluate. The stages live in {@code internal}.
 */
@NullMarked
package dev.hermes.formula;

import org.jspecify.annotations.NullMarked;
