package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.formula.Expression;
import java.util.Map;

/**
 * Where a formula is evaluated: what its names stand for on each position. What a position is (a payee in a period, a
 * day of a payee, a fact) is the frame's own business. Safe for concurrent reading.
 */
public interface Frame {

    /** The value of a name, or of anything else that is read rather than computed, at each of the positions. */
    Column read(Expression leaf, int[] positions);

    /**
     * {@code daily} or {@code days} of a body at each of the positions.
     *
     * @param scales
     *            the scales of the rate tables that the body reads
     */
    NumberColumn overDays(Expression leaf, Map<String, Expression> scales, int[] positions);

    /** Attainment or growth before the division. */
    Operand ratio(Expression.ReadRatio ratio, int[] positions);

    /** The day whose rates hold, counted from 1970-01-01. */
    int day(int position);

    /** The first day of what is calculated, counted from 1970-01-01. */
    int from();

    /** The day after the last. */
    int to();

    /** The rate tables. */
    RateBook rates();
}
