package dev.hermes.statement;

import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.PayeeFigures;
import dev.hermes.plan.Bindings;
import dev.hermes.plan.CompiledFormula;
import java.util.HashMap;
import java.util.Map;

/** The sheets of a statement that formulas read from, and the figures that they are filled with. Not thread-safe. */
final class Book {

    private final PayeeFigures figures;
    private final IndicatorCells indicators;
    private final ValueCells values = new ValueCells();
    private final RateCells rates;
    private final Map<Source, String> names = new HashMap<>();

    Book(PayeeFigures figures) {
        this.figures = figures;
        indicators = new IndicatorCells(this);
        rates = new RateCells(this);
    }

    PayeeFigures figures() {
        return figures;
    }

    int minorUnit() {
        return figures.scheme().document().minorUnit();
    }

    IndicatorCells indicators() {
        return indicators;
    }

    ValueCells values() {
        return values;
    }

    RateCells rates() {
        return rates;
    }

    /** From now on a name of the scheme's formulas stands for this cell. */
    void name(Source source, String cell) {
        names.put(source, cell);
    }

    /** Where a formula of the scheme stands. */
    PeriodPlace place(CompiledFormula formula) {
        return new PeriodPlace(this, formula.text(), formula.scales(), figures.bindings(), Map.copyOf(names));
    }

    /** Where a formula of an indicator stands. */
    PeriodPlace place(CompiledFormula formula, Bindings bindings) {
        return new PeriodPlace(this, formula.text(), formula.scales(), bindings, Map.of());
    }
}
