package dev.hermes.plan;

import dev.hermes.model.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A parameter with its formulas checked. */
public record CompiledParameter(Parameter document, List<CompiledItem> items, @Nullable CompiledFormula combine,
        @Nullable CompiledFormula appliesWhen, @Nullable CompiledFormula floor, @Nullable CompiledFormula cap) {

    public CompiledParameter {
        items = List.copyOf(items);
    }

    /** An item: its name in the combination, its indicator and the rules for it. */
    public record CompiledItem(String name, CompiledIndicator indicator, CompiledRules rules) {}
}
