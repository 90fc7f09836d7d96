package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.PayeeFigures.PaidFact;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A formula over a fact, and over figures of the period.
 *
 * @param columns
 *            the cells of the fact's own columns
 */
record FactPlace(PeriodPlace period, PaidFact fact, Map<Source, String> columns) implements Place {

    @Override
    public String read(Expression leaf) throws InexpressibleException {
        if (leaf instanceof Expression.ReadValue value && value.source() instanceof Source.OfFact source) {
            String name = columns.get(source);
            if (name == null) {
                throw new InexpressibleException("A value: not all of its formula was reached.");
            }
            return name;
        }
        return period.read(leaf);
    }

    @Override
    public String value(Expression part, String why) throws InexpressibleException {
        if (readsFact(part)) {
            throw new InexpressibleException(why);
        }
        return period.value(part, why);
    }

    @Override
    public String rate(Expression.ReadRate rate) throws InexpressibleException {
        return period.book().rates().readInline(rate, this);
    }

    @Override
    public @Nullable Column known(Expression part) {
        Column recorded = fact.values().of(part);
        return recorded != null || readsFact(part) ? recorded : period.known(part);
    }

    private static boolean readsFact(Expression part) {
        boolean[] reads = {false};
        Expressions.visit(part, node -> reads[0] |= node instanceof Expression.ReadValue value
                && value.source() instanceof Source.OfFact);
        return reads[0];
    }
}
