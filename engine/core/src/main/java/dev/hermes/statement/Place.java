package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.formula.Expression;
import org.jspecify.annotations.Nullable;

/** Where a formula stands: what it reads lies in cells, and every part of it has a value already. */
interface Place {

    /** The cell that holds what a name stands for. */
    String read(Expression leaf) throws InexpressibleException;

    /** A cell that holds the value of a part that is not computed there; {@code why} is told beside it. */
    String value(Expression part, String why) throws InexpressibleException;

    /** What reads a rate table: a cell or a formula. */
    String rate(Expression.ReadRate rate) throws InexpressibleException;

    /** The value of a part, the only one of a column; null where it was not reached and cannot be had. */
    @Nullable
    Column known(Expression part);
}
