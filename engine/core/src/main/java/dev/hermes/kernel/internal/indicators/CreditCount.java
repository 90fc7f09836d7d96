package dev.hermes.kernel.internal.indicators;

import dev.hermes.kernel.CalcResult;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the facts of the period by whether somebody is credited. Not thread-safe. */
public final class CreditCount {

    private static final int EXAMPLES = 20;

    private long credited;
    private long uncredited;
    private long ambiguous;
    private final TreeMap<String, Long> examples = new TreeMap<>();

    void add(@Nullable String subject, Targets targets, int target, long facts) {
        if (target == Targets.NOWHERE) {
            uncredited += facts;
            example(subject, facts);
        } else if (targets.isAmbiguous(target)) {
            ambiguous += facts;
            example(subject, facts);
        } else {
            credited += facts;
        }
    }

    private void example(@Nullable String subject, long facts) {
        if (facts > 0) {
            examples.merge(subject == null ? "" : subject, facts, Long::sum);
            if (examples.size() > EXAMPLES) {
                examples.pollLastEntry();
            }
        }
    }

    CalcResult.Credit result(String dataset, String column) {
        return new CalcResult.Credit(dataset, column, credited, uncredited, ambiguous, examples);
    }
}
