package dev.hermes.kernel;

import dev.hermes.column.Column;
import dev.hermes.column.NumberColumn;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.internal.evaluation.Frame;
import dev.hermes.kernel.internal.evaluation.Operand;
import dev.hermes.kernel.internal.evaluation.Positions;
import dev.hermes.kernel.internal.evaluation.RateBook;
import dev.hermes.kernel.internal.indicators.DayFormulas;
import dev.hermes.kernel.internal.indicators.PeriodFrame;
import java.util.HashMap;
import java.util.Map;

/**
 * Formulas of a scheme: positions are a batch of payees, who see the period's figures of their rows and what the scheme
 * has computed for them so far. Not thread-safe.
 */
final class PayeeFrame implements Frame {

    private final PeriodFrame period;
    private final int[] rows;
    private final Map<Source, NumberColumn> figures = new HashMap<>();

    PayeeFrame(PeriodFrame period, int[] rows) {
        this.period = period;
        this.rows = rows;
    }

    int size() {
        return rows.length;
    }

    int[] rows() {
        return rows;
    }

    /** From now on a name stands for this figure of every payee of the batch. */
    void put(Source source, NumberColumn figure) {
        figures.put(source, figure);
    }

    @Override
    public Column read(Expression leaf, int[] positions) {
        if (leaf instanceof Expression.ReadValue read) {
            NumberColumn figure = figures.get(read.source());
            if (figure != null) {
                return figure.gather(positions);
            }
        }
        return period.read(leaf, Positions.pickEach(rows, positions));
    }

    @Override
    public NumberColumn overDays(Expression leaf, Map<String, Expression> scales, int[] positions) {
        return new DayFormulas(period, scales, this).over(leaf, Positions.pickEach(rows, positions), positions);
    }

    @Override
    public Operand ratio(Expression.ReadRatio ratio, int[] positions) {
        return period.ratio(ratio, Positions.pickEach(rows, positions));
    }

    @Override
    public int day(int position) {
        return period.day(rows[position]);
    }

    @Override
    public int from() {
        return period.from();
    }

    @Override
    public int to() {
        return period.to();
    }

    @Override
    public RateBook rates() {
        return period.rates();
    }
}
