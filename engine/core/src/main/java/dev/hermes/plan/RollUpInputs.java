package dev.hermes.plan;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a roll-up takes from each member: the leaves that an indicator's series lead to. A composite is followed into
 * its inputs, unless its values are rolled up; an input with a scope of its own is left as it is.
 */
final class RollUpInputs {

    /** A series of an own indicator over a window. */
    record Input(String code, Series series, Window window) {}

    private final CompiledLibrary library;
    private final Set<Input> found = new LinkedHashSet<>();
    private final Set<Input> followed = new LinkedHashSet<>();

    private RollUpInputs(CompiledLibrary library) {
        this.library = library;
    }

    static Set<Input> of(CompiledLibrary library, CompiledIndicator owner, Window window) {
        RollUpInputs inputs = new RollUpInputs(library);
        for (Series series : Series.values()) {
            boolean daysAreRolledUp = owner.document().eachDay()
                    && owner.source(series) instanceof CompiledSource.Composite composite && composite.rollUpValues();
            if (!owner.source(series).isPayeesOwn() && (series != Series.ACTUAL || !daysAreRolledUp)) {
                inputs.follow(owner, series, window);
            }
        }
        return inputs.found;
    }

    private void follow(CompiledIndicator indicator, Series series, Window window) {
        Input input = new Input(indicator.document().code(), series, window);
        switch (indicator.source(series)) {
            case CompiledSource.None _ -> {
            }
            case CompiledSource.Composite composite when !composite.rollUpValues() -> {
                if (followed.add(input)) {
                    follow(composite.formula().expression(), window);
                    composite.formula().scales().values().forEach(scale -> follow(scale, window));
                }
            }
            case CompiledSource _ -> found.add(input);
        }
    }

    private void follow(Expression formula, Window window) {
        Expressions.visit(formula, node -> {
            switch (node) {
                case Expression.ReadIndicator read -> follow(read.code(), read.series(), read.window(), window);
                case Expression.ReadRatio read -> {
                    follow(read.code(), Series.ACTUAL, read.window(), window);
                    follow(read.code(),
                            read.ratio() == Expression.Ratio.ATTAINMENT ? Series.TARGET : Series.BASELINE,
                            read.window(), window);
                }
                default -> {
                }
            }
        });
    }

    private void follow(String code, Series series, Window inner, Window outer) {
        CompiledIndicator indicator = library.indicators().get(code);
        boolean perDay = indicator != null && indicator.document().eachDay() && series == Series.ACTUAL;
        if (indicator != null && indicator.document().scope().isOwn() && !perDay) {
            follow(indicator, series, outer == Window.CURRENT ? inner : outer);
        }
    }
}
