package dev.hermes.model;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run reads besides documents and facts. Row order has no meaning.
 *
 * @param balances
 *            the balances with which payees enter the period
 */
public record CalcInputs(List<OrganisationRow> organisations, List<LeaderRow> leaders, List<SuperiorRow> superiors,
        List<PersonRow> persons, List<AssignmentRow> assignments, List<DatedValueRow> datedValues,
        List<PeriodValueRow> periodValues, List<Correction> corrections, List<Adjustment> adjustments,
        Balances balances) {

    public CalcInputs {
        organisations = List.copyOf(organisations);
        leaders = List.copyOf(leaders);
        superiors = List.copyOf(superiors);
        persons = List.copyOf(persons);
        assignments = List.copyOf(assignments);
        datedValues = List.copyOf(datedValues);
        periodValues = List.copyOf(periodValues);
        corrections = List.copyOf(corrections);
        adjustments = List.copyOf(adjustments);
    }

    /** The same rows with other balances. */
    public CalcInputs with(Balances newBalances) {
        return new CalcInputs(organisations, leaders, superiors, persons, assignments, datedValues, periodValues,
                corrections, adjustments, newBalances);
    }

    /**
     * Balances on entry.
     *
     * @param uploaded
     *            opening balances that were brought in for this period; they win over carried ones
     * @param carried
     *            for each lineage whose period before this one has been calculated: each payee's closing balances by
     *            name. A payee who had no payout then is not in it, and enters with the scheme's opening value
     * @param failed
     *            for each such lineage the payees whose payout failed then, so that nothing is carried
     */
    public record Balances(List<OpeningBalance> uploaded,
            Map<String, Map<String, Map<String, dev.hermes.decimal.Decimal>>> carried,
            Map<String, Set<String>> failed) {

        public static final Balances NONE = new Balances(List.of(), Map.of(), Map.of());

        public Balances {
            uploaded = List.copyOf(uploaded);
            carried = Map.copyOf(carried);
            failed = Map.copyOf(failed);
        }
    }
}
