package dev.hermes.testkit.reference;

import dev.hermes.facts.ColumnName;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledDataset;
import dev.hermes.plan.CompiledFormula;
import dev.hermes.plan.CompiledLibrary;
import dev.hermes.testkit.FactRows;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact, for filters, measures and shares, and for rules that are evaluated for each fact.
 *
 * @param payee
 *            the payee's place, for what is not of the fact; null where formulas see the fact alone
 */
record FactPlace(CompiledLibrary library, CompiledDataset dataset, FactRows facts, Map<String, Object> row,
        LocalDate day, Days window, @Nullable Place payee) implements Place {

    /** The value of a stored column, which may be one of a joined dataset. */
    Figure column(ColumnName column) {
        Object value = facts.value(dataset.document(), dataset.joined(), row, column);
        return value == null ? Figure.MISSING : Figure.of(value);
    }

    FactPlace withPayee(Place seen) {
        return new FactPlace(library, dataset, facts, row, day, window, seen);
    }

    private Place requirePayee() {
        if (payee == null) {
            throw new IllegalArgumentException("This formula sees facts alone.");
        }
        return payee;
    }

    @Override
    public Figure indicator(String code, Series series, Window read) {
        return requirePayee().indicator(code, series, read);
    }

    @Override
    public Figure value(Expression.ReadValue read) {
        if (!(read.source() instanceof Source.OfFact fact)) {
            return requirePayee().value(read);
        }
        CompiledFormula measure = fact.alias().isEmpty() ? dataset.measures().get(fact.column()) : null;
        return measure == null
                ? column(new ColumnName(fact.alias(), fact.column()))
                : Formulas.value(library, measure, new FactPlace(library, dataset, facts, row, day, window, null));
    }

    @Override
    public Figure ofPayee(Expression leaf, Formulas formulas, Place around) {
        return requirePayee().ofPayee(leaf, formulas, around);
    }

    @Override
    public LocalDate from() {
        return window.from();
    }

    @Override
    public LocalDate to() {
        return window.to();
    }
}
