package dev.hermes.model;

import dev.hermes.decimal.Decimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a population is paid by, for periods of a calendar.
 *
 * @param lineage
 *            the name that versions of the scheme share, so that a new version inherits balances; the code unless said
 * @param from
 *            the first day of validity
 * @param to
 *            the day after the last; null: for ever
 * @param payLine
 *            at most one effective scheme for an assignment, day and pay line
 * @param currency
 *            three letters
 * @param minorUnit
 *            fractional digits that amounts are rounded to
 * @param appliesWhen
 *            a condition; where it is false there is no payout, not even a row; null: always
 * @param parameters
 *            codes, in order
 * @param pay
 *            a formula over the parameters' codes; null: their sum
 * @param coefficient
 *            multiplies the pay; null for none
 * @param adjustmentsWithinCaps
 *            true: adjustments are added before the scheme's cap and floor; false: after
 */
public record Scheme(String code, String name, String lineage, String population, String calendar, LocalDate from,
        @Nullable LocalDate to, String payLine, String currency, int minorUnit, Payee payee,
        @Nullable Formula appliesWhen, List<String> parameters, @Nullable Proration proration, @Nullable Formula pay,
        @Nullable Formula coefficient, @Nullable Formula floor, @Nullable Formula cap, boolean adjustmentsWithinCaps,
        List<Balance> balances) implements Document {

    public Scheme {
        parameters = List.copyOf(parameters);
        balances = List.copyOf(balances);
    }

    /** Who is paid: each assignment, or each person over all assignments in the population. */
    public enum Payee {
        ASSIGNMENT, PERSON
    }

    /** Amounts become amount × days ÷ basis. */
    public record Proration(Formula days, Formula basis) {}

    /**
     * A figure carried from period to period for each payee.
     *
     * @param opening
     *            the value in the first period
     * @param closing
     *            a formula over the balance's own code (the opening value), parameters, {@code payout} and the period
     * @param scale
     *            fractional digits that the closing value is rounded to
     */
    public record Balance(String code, Unit unit, Decimal opening, Formula closing, int scale) {}

    @Override
    public DocumentKind kind() {
        return DocumentKind.SCHEME;
    }
}
