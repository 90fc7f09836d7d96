package dev.hermes.kernel.internal.indicators;

import dev.hermes.kernel.internal.evaluation.RateBook;
import dev.hermes.model.DatedValue;
import dev.hermes.plan.CalcPlan;
import dev.hermes.plan.CompiledIndicator;
import dev.hermes.roster.Roster;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every formula of a calculation can see. Thread-safe. */
public record Surroundings(CalcPlan plan, Map<String, CompiledIndicator> indicators, Roster roster, DatedValues dated,
        RateBook rates, Populations populations, Store store) {

    public CompiledIndicator indicator(String code) {
        return present(indicators.get(code), code);
    }

    public DatedValue datedValue(String code) {
        return present(plan.datedValues().get(code), code);
    }

    private static <T> T present(@Nullable T found, String code) {
        if (found == null) {
            throw new IllegalArgumentException(code + " is not part of this calculation.");
        }
        return found;
    }
}
