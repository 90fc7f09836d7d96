package dev.hermes.plan;

import dev.hermes.model.Scheme;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scheme with everything that it reaches, checked. */
public record CompiledScheme(Scheme document, PayCalendar calendar, CompiledPopulation population,
        List<CompiledParameter> parameters, @Nullable CompiledFormula appliesWhen,
        @Nullable CompiledFormula prorationDays, @Nullable CompiledFormula prorationBasis,
        @Nullable CompiledFormula pay, @Nullable CompiledFormula coefficient, @Nullable CompiledFormula floor,
        @Nullable CompiledFormula cap, List<CompiledFormula> closings) {

    public CompiledScheme {
        parameters = List.copyOf(parameters);
        closings = List.copyOf(closings);
    }
}
