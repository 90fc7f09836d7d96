package dev.hermes.model;

import org.jspecify.annotations.Nullable;

/**
 * A measured quantity: up to three series, each with its own source.
 *
 * @param unit
 *            the unit of actual, target and baseline
 * @param scope
 *            whose figures it holds; a scope other than own rolls up those of the members
 * @param members
 *            a condition by which subordinates count as members; null for all
 * @param membersWithoutValue
 *            how the roll-up treats a member for whom a rolled-up series has no value
 * @param historyOfPerson
 *            true: earlier periods are those of the person, over all assignments held then; false: of the assignment
 * @param attainmentWithoutTarget
 *            the attainment where the target is zero or missing
 */
public record Indicator(String code, String name, Unit unit, Scope scope, @Nullable Formula members,
        MembersWithoutValue membersWithoutValue, boolean historyOfPerson, SeriesSource actual, SeriesSource target,
        SeriesSource baseline, Treatment attainmentWithoutTarget) implements Document {

    @Override
    public DocumentKind kind() {
        return DocumentKind.INDICATOR;
    }

    /** The source of a series. */
    public SeriesSource source(Series series) {
        return switch (series) {
            case ACTUAL -> actual;
            case TARGET -> target;
            case BASELINE -> baseline;
        };
    }

    /** Whether the values hold day by day. */
    public boolean eachDay() {
        return actual instanceof SeriesSource.Composite composite && composite.eachDay();
    }
}
