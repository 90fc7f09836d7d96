package dev.hermes.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rewarded component of a scheme.
 *
 * @param unit
 *            money is rounded to the minor unit; anything else (a multiplier, points) is not
 * @param combine
 *            a formula over the items' names; null: their sum
 * @param appliesWhen
 *            a condition; where it is false the parameter has no line and adds nothing; null: always
 * @param prorated
 *            false: the scheme's proration does not touch this parameter
 */
public record Parameter(String code, String name, Unit unit, List<Item> items, @Nullable Formula combine,
        @Nullable Formula appliesWhen, @Nullable Formula floor, @Nullable Formula cap,
        boolean prorated) implements Document {

    public Parameter {
        items = List.copyOf(items);
    }

    /**
     * An indicator with its rule table.
     *
     * @param name
     *            the name in {@code combine}; the indicator's code unless said
     * @param rules
     *            the code of the rule table
     */
    public record Item(String name, String indicator, String rules) {}

    @Override
    public DocumentKind kind() {
        return DocumentKind.PARAMETER;
    }
}
