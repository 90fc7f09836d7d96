package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import java.time.LocalDate;

/**
 * A day of a payee.
 *
 * @param around
 *            where the formula of the day stands, for what is not of a day
 */
record DayPlace(PayeePlace payee, Place around, LocalDate day) implements Place {

    @Override
    public Figure indicator(String code, Series series, Window read) {
        boolean holdsByDay = payee.indicators().indicator(code).document().eachDay() && series == Series.ACTUAL;
        return holdsByDay
                ? payee.indicators().dayValues().value(payee.row(), day, code,
                        Windows.within(payee.window(), read), payee.group())
                : payee.indicator(code, series, read);
    }

    @Override
    public Figure value(Expression.ReadValue read) {
        return read.source() instanceof Source.Dated || read.source() instanceof Source.OfPayee
                ? payee.value(read.source(), day)
                : around.value(read);
    }

    @Override
    public Figure ofPayee(Expression leaf, Formulas formulas, Place inside) {
        return payee.ofPayee(leaf, formulas, inside);
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
