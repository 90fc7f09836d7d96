package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.PeriodFigure;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import java.time.LocalDate;
import java.util.Map;

/**
 * A payee of a scheme.
 *
 * @param figures
 *            what the scheme has computed so far: items, parameters, balances, the payout
 */
record SchemePlace(PayeePlace payee, int periodIndex, Map<Source, Figure> figures) implements Place {

    @Override
    public Figure indicator(String code, Series series, Window window) {
        return payee.indicator(code, series, window);
    }

    @Override
    public Figure value(Expression.ReadValue read) {
        Figure figure = figures.get(read.source());
        if (figure != null) {
            return figure;
        }
        return read.source() instanceof Source.OfPeriod period && period.figure() == PeriodFigure.INDEX
                ? Figure.of(periodIndex)
                : payee.value(read);
    }

    @Override
    public Figure ofPayee(Expression leaf, Formulas formulas, Place around) {
        return payee.ofPayee(leaf, formulas, around);
    }

    @Override
    public LocalDate day() {
        return payee.day();
    }

    @Override
    public LocalDate from() {
        return payee.from();
    }

    @Override
    public LocalDate to() {
        return payee.to();
    }
}
