package dev.hermes.local;

/**
 * A row of new facts that breaks a rule.
 *
 * @param line
 *            the line that the row came from
 * @param rule
 *            the place of the rule in the list that was given
 * @param otherLine
 *            the line of the new row that has the same value; 0 where a row of the current files has it, or where the
 *            rule asks for no other row
 */
public record RowRefusal(long line, int rule, long otherLine) {}
