package dev.hermes.app.report;

import dev.hermes.kernel.CalcResult;
import dev.hermes.kernel.SchemeResult;
import dev.hermes.model.Finding;
import dev.hermes.model.Message;
import dev.hermes.model.Scheme;
import java.util.ArrayList;
import java.util.List;

/** What is worth looking at in a run besides failed payouts. Stateless. */
public final class RunFindings {

    private RunFindings() {}

    /** Doubts about the organisation, and populations in which there is nobody. */
    public static List<Finding> of(CalcResult result) {
        List<Finding> findings = new ArrayList<>(result.warnings());
        for (SchemeResult scheme : result.schemes()) {
            if (scheme.size() == 0) {
                findings.add(empty(scheme.scheme().document(), result.plan().period().code()));
            }
        }
        return findings;
    }

    private static Finding empty(Scheme scheme, String period) {
        return Finding.warning("scheme " + scheme.code(), "population", null,
                Message.of(
                        "Nobody is in the population '{0}' in {1}, so nothing is paid. Maybe import the assignments "
                                + "of this period, or mend the population's organisations, positions and condition.",
                        scheme.population(), period));
    }
}
