package dev.hermes.kernel;

import dev.hermes.model.Finding;
import dev.hermes.plan.CalcPlan;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run paid.
 *
 * @param schemes
 *            one for each scheme of the plan, in its order
 * @param credits
 *            how many of the period's facts were credited, for each dataset that was read
 * @param warnings
 *            what is doubtful about the organisation
 * @param factsVersion
 *            the version of the facts that were read
 */
public record CalcResult(CalcPlan plan, List<SchemeResult> schemes, List<Credit> credits, List<Finding> warnings,
        String factsVersion) {

    public CalcResult {
        schemes = List.copyOf(schemes);
        credits = credits.stream()
                .sorted(Comparator.comparing(Credit::dataset).thenComparing(Credit::column)).toList();
        warnings = List.copyOf(warnings);
    }

    /**
     * The facts of the period by whether somebody is credited; the three add up to all of them.
     *
     * @param column
     *            the column that names who is credited
     * @param uncredited
     *            facts that name nobody, or somebody who holds no assignment on the day
     * @param ambiguous
     *            facts of a person who holds several assignments on the day
     * @param examples
     *            some of the names that facts could not be credited by, with how many facts each
     */
    public record Credit(String dataset, String column, long credited, long uncredited, long ambiguous,
            Map<String, Long> examples) {

        public Credit {
            examples = Collections.unmodifiableMap(new TreeMap<>(examples));
        }
    }

    /** The result of a scheme. */
    public Optional<SchemeResult> scheme(String code) {
        return schemes.stream().filter(result -> result.scheme().document().code().equals(code)).findFirst();
    }
}
