package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Span;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.Adjustment;
import dev.hermes.model.Failure;
import dev.hermes.model.Parameter;
import dev.hermes.model.Scheme;
import dev.hermes.model.Type;
import dev.hermes.plan.CompiledParameter;
import dev.hermes.plan.CompiledScheme;
import dev.hermes.roster.Roster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a scheme pays: one entry for each payee of its population, in the order of keys. A payee to whom the scheme does
 * not apply has no payout and no failure. Not changed after the calculation, and thread-safe then.
 */
public final class SchemeResult {

    private final CompiledScheme scheme;
    private final Roster roster;
    private final int[] rows;
    private final int[] assignments;
    private final boolean[] applies;
    private final @Nullable Failure[] failures;
    private final List<ParameterResult> parameters = new ArrayList<>();
    private final NumberColumn pay;
    private final NumberColumn withCoefficient;
    private final NumberColumn adjustedWithin;
    private final NumberColumn capped;
    private final NumberColumn rounded;
    private final NumberColumn payouts;
    private final List<NumberColumn> closings = new ArrayList<>();
    private final Adjustments adjustments;

    SchemeResult(CompiledScheme scheme, Roster roster, int[] rows, int[] assignments,
            Adjustments adjustments) {
        this.scheme = scheme;
        this.roster = roster;
        this.rows = rows;
        this.assignments = assignments;
        this.adjustments = adjustments;
        applies = new boolean[rows.length];
        failures = new Failure[rows.length];
        for (CompiledParameter parameter : scheme.parameters()) {
            boolean prorates = scheme.prorationDays() != null && parameter.document().prorated()
                    && parameter.document().unit().isMoney();
            boolean caps = parameter.cap() != null || parameter.floor() != null;
            parameters.add(ParameterResult.of(parameter, rows.length, prorates, caps));
        }
        pay = new NumberColumn(rows.length);
        withCoefficient = scheme.coefficient() == null ? pay : new NumberColumn(rows.length);
        adjustedWithin = scheme.document().adjustmentsWithinCaps() ? new NumberColumn(rows.length) : withCoefficient;
        boolean caps = scheme.cap() != null || scheme.floor() != null;
        capped = caps ? new NumberColumn(rows.length) : adjustedWithin;
        // A sum of rounded parameters is rounded.
        rounded = capped == pay && scheme.pay() == null ? pay : new NumberColumn(rows.length);
        boolean adjusts = !adjustments.isEmpty() && !scheme.document().adjustmentsWithinCaps();
        payouts = adjusts ? new NumberColumn(rows.length) : rounded;
        scheme.document().balances().forEach(_ -> closings.add(new NumberColumn(rows.length)));
    }

    static Expression readParameter(Parameter parameter) {
        return new Expression.ReadValue(new Source.OfParameter(parameter.code()), Type.number(parameter.unit()),
                new Span(0, 0));
    }

    public CompiledScheme scheme() {
        return scheme;
    }

    /** How many payees the population has. */
    public int size() {
        return rows.length;
    }

    /** The payee's assignment key in text form, or the person. */
    public String payee(int index) {
        return roster.text(rows[index]);
    }

    /** The name of the payee's person. */
    public String name(int index) {
        return roster.name(rows[index]);
    }

    /** The organisation of the payee's assignment; empty for persons. */
    public String organisation(int index) {
        return roster.isPersonRow(rows[index]) ? "" : roster.key(rows[index]).organisation();
    }

    /** The index of a payee; -1 where it is not in the population. */
    public int indexOf(String payee) {
        boolean ofPersons = scheme.document().payee() == Scheme.Payee.PERSON;
        int row = ofPersons ? roster.personRow(payee) : roster.rowOf(payee);
        return row < 0 ? -1 : Math.max(-1, Arrays.binarySearch(rows, row));
    }

    /** Whether the scheme applies to a payee: only then there is a payout or a failure. */
    public boolean applies(int index) {
        return applies[index] || failures[index] != null;
    }

    public boolean isFailed(int index) {
        return failures[index] != null;
    }

    /** Why there is no payout; null where there is one, or the scheme does not apply. */
    public @Nullable Failure failure(int index) {
        return failures[index];
    }

    /** The payout; empty where it failed or the scheme does not apply. */
    public Optional<Decimal> payout(int index) {
        return applies[index] && failures[index] == null ? Optional.of(payouts.get(index)) : Optional.empty();
    }

    /** A parameter's amount as the pay expression reads it; empty where it does not apply or failed. */
    public Optional<Decimal> parameter(int index, int parameter) {
        NumberColumn column = parameters.get(parameter).rounded();
        return applies[index] && column.isPresent(index) ? Optional.of(column.get(index)) : Optional.empty();
    }

    /** The closing value of each balance; none where the payout failed. */
    public Map<String, Decimal> closingBalances(int index) {
        Map<String, Decimal> values = new LinkedHashMap<>();
        for (int k = 0; k < closings.size() && payout(index).isPresent(); k++) {
            values.put(scheme.document().balances().get(k).code(), closings.get(k).get(index));
        }
        return values;
    }

    /** What a payout is made of, in order; the amounts add up to it. What did not fail is shown even where it failed. */
    public List<PayLine> lines(int index) {
        return applies[index] ? new PayLines(this, index).lines() : List.of();
    }

    Adjustments adjustments() {
        return adjustments;
    }

    List<Adjustment> adjustments(int index) {
        return adjustments.of(payee(index));
    }

    int[] rows() {
        return rows;
    }

    /** The rows of the assignments in the population; those of payees, or of payees' persons. */
    int[] assignments() {
        return assignments;
    }

    Roster roster() {
        return roster;
    }

    void setApplies(int index) {
        applies[index] = true;
    }

    /** The first failure counts. */
    void fail(int index, Failure failure) {
        if (failures[index] == null) {
            failures[index] = failure;
        }
    }

    /** Whether the payee came to the scheme's parameters. */
    boolean isCalculated(int index) {
        return applies[index];
    }

    List<ParameterResult> parameters() {
        return parameters;
    }

    NumberColumn pay() {
        return pay;
    }

    NumberColumn withCoefficient() {
        return withCoefficient;
    }

    NumberColumn adjustedWithin() {
        return adjustedWithin;
    }

    NumberColumn capped() {
        return capped;
    }

    NumberColumn rounded() {
        return rounded;
    }

    NumberColumn payouts() {
        return payouts;
    }

    void close(int index, int balance, NumberColumn closing, int from) {
        Failure failure = closing.failure(from);
        String place = "balance " + scheme.document().balances().get(balance).code();
        if (failure != null) {
            fail(index, failure.within(place));
        } else {
            closings.get(balance).copy(index, closing, from);
        }
    }
}
