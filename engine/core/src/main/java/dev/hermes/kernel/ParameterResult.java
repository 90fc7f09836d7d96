package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.plan.CompiledParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One parameter of all payees, step by step. Where the parameter does not apply every step is missing.
 *
 * @param combined
 *            the items' values, combined
 * @param prorated
 *            after proration; the same column where there is none
 * @param capped
 *            after cap and floor; the same column where there are none
 * @param rounded
 *            what the pay expression reads
 * @param matched
 *            for each item and payee the rule that matched
 * @param items
 *            for each item its value
 */
record ParameterResult(CompiledParameter parameter, NumberColumn combined, NumberColumn prorated, NumberColumn capped,
        NumberColumn rounded, List<short[]> matched, List<NumberColumn> items) {

    static ParameterResult of(CompiledParameter parameter, int payees, boolean prorates, boolean caps) {
        NumberColumn combined = column(payees);
        NumberColumn prorated = prorates ? column(payees) : combined;
        NumberColumn capped = caps ? column(payees) : prorated;
        List<short[]> matched = new ArrayList<>();
        List<NumberColumn> items = new ArrayList<>();
        for (int i = 0; i < parameter.items().size(); i++) {
            short[] none = new short[payees];
            Arrays.fill(none, Rules.NONE);
            matched.add(none);
            items.add(column(payees));
        }
        return new ParameterResult(parameter, combined, prorated, capped,
                parameter.document().unit().isMoney() ? column(payees) : capped, matched, items);
    }

    /** A column that several threads may fill side by side. */
    private static NumberColumn column(int payees) {
        NumberColumn column = new NumberColumn(payees);
        column.allowAbsent();
        return column;
    }
}
