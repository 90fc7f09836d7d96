package dev.hermes.workspace.imports;

import dev.hermes.local.RowRule;
import dev.hermes.model.Message;

/**
 * What a fact must be beside other facts.
 *
 * @param place
 *            the place of the column in the dataset
 * @param field
 *            the field that it comes from
 * @param problem
 *            says what is wrong, from the value and the line of the other row; 0 where that is of another import or
 *            there is none
 */
record FactRule(RowRule rule, int place, FieldReader field, Problem problem) {

    /** Says what is wrong. */
    @FunctionalInterface
    interface Problem {
        Message of(String value, long otherLine);
    }
}
