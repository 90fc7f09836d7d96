package dev.hermes.statement;

import dev.hermes.spi.Cell;

/**
 * A cell that computes where its formula can be expressed, and else holds the value.
 *
 * @param note
 *            why it holds a value; empty where it computes
 */
record Living(Cell cell, String note) {

    /** Writes a formula. */
    @FunctionalInterface
    interface Formula {
        String text() throws InexpressibleException;
    }

    static Living of(Formula formula, Cell.Value value) {
        try {
            return new Living(computing(FormulaText.checked(formula.text()), value), "");
        } catch (InexpressibleException e) {
            return new Living(Cell.of(value), e.why());
        }
    }

    /** A cell whose formula is short and safe. */
    static Cell computing(String formula, Cell.Value value) {
        return Cell.of(new Cell.Formula(formula, value));
    }
}
