package dev.hermes.kernel.internal.evaluation;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactBatch;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Source;
import java.util.Map;

/** Formulas over the columns of a batch of facts alone: filters, measures and shares. Positions are the batch's rows. */
public final class FactFrame implements Frame {

    private final FactBatch batch;
    private final RateBook rates;
    private final int from;
    private final int to;

    public FactFrame(FactBatch batch, RateBook rates, int from, int to) {
        this.batch = batch;
        this.rates = rates;
        this.from = from;
        this.to = to;
    }

    @Override
    public Column read(Expression leaf, int[] positions) {
        if (leaf instanceof Expression.ReadValue read && read.source() instanceof Source.OfFact fact) {
            return batch.column(new ColumnName(fact.alias(), fact.column())).gather(positions);
        }
        throw new IllegalArgumentException("Not known of a fact: " + leaf);
    }

    @Override
    public NumberColumn overDays(Expression leaf, Map<String, Expression> scales, int[] positions) {
        throw new IllegalArgumentException("Not known of a fact: " + leaf);
    }

    @Override
    public Operand ratio(Expression.ReadRatio ratio, int[] positions) {
        throw new IllegalArgumentException("Not known of a fact: " + ratio);
    }

    @Override
    public int day(int position) {
        return batch.days()[position];
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int to() {
        return to;
    }

    @Override
    public RateBook rates() {
        return rates;
    }
}
