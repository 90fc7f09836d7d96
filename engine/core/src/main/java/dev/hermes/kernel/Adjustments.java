package dev.hermes.kernel;

import dev.hermes.model.Adjustment;
import dev.hermes.model.CalcInputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The approved adjustments of a scheme's period, by payee. Immutable. */
final class Adjustments {

    private final Map<String, List<Adjustment>> byPayee = new HashMap<>();

    Adjustments(CalcInputs inputs, String scheme, String period) {
        for (Adjustment adjustment : inputs.adjustments()) {
            if (adjustment.scheme().equals(scheme) && adjustment.period().equals(period)) {
                byPayee.computeIfAbsent(adjustment.payee(), _ -> new ArrayList<>()).add(adjustment);
            }
        }
    }

    boolean isEmpty() {
        return byPayee.isEmpty();
    }

    List<Adjustment> of(String payee) {
        return byPayee.getOrDefault(payee, List.of());
    }
}
