package dev.hermes.kernel;

import dev.hermes.facts.FactSource;
import dev.hermes.model.CalcInputs;
import java.util.Map;

/** A run that is over, with every column that it computed: what explanations are made from. Thread-safe. */
public final class Calculation {

    private final CalcResult result;
    private final Surroundings surroundings;
    private final CalcInputs inputs;
    private final FactSource facts;
    private final Map<String, SchemeCalculation> schemes;

    Calculation(CalcResult result, Surroundings surroundings, CalcInputs inputs, FactSource facts,
            Map<String, SchemeCalculation> schemes) {
        this.result = result;
        this.surroundings = surroundings;
        this.inputs = inputs;
        this.facts = facts;
        this.schemes = Map.copyOf(schemes);
    }

    public CalcResult result() {
        return result;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    CalcInputs inputs() {
        return inputs;
    }

    FactSource facts() {
        return facts;
    }

    Map<String, SchemeCalculation> schemes() {
        return schemes;
    }
}
