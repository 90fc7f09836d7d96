package dev.hermes.formula;

import dev.hermes.model.Message;

/**
 * What is wrong with a formula.
 *
 * @param line
 *            from 1, within the formula
 * @param column
 *            from 1, in characters
 * @param message
 *            what is wrong and what to do; one line
 */
public record FormulaProblem(Span span, int line, int column, Message message) {}
