package dev.hermes.kernel;

import dev.hermes.column.NumberColumn;
import dev.hermes.kernel.internal.evaluation.Rules;
import dev.hermes.plan.CompiledParameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One parameter of all payees, step by step. Where the parameter does not apply every step is missing.
 *
 * @param combined
 *            the items' values, combined; of money with a single item the item's own column
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
        List<short[]> matched = new ArrayList<>();
        List<NumberColumn> items = new ArrayList<>();
        for (int i = 0; i < parameter.items().size(); i++) {
            short[] none = new short[payees];
            Arrays.fill(none, Rules.NONE);
            matched.add(none);
            items.add(new NumberColumn(payees));
        }
        boolean money = parameter.document().unit().isMoney();
        boolean single = items.size() == 1 && parameter.combine() == null;
        NumberColumn combined = single && money ? items.getFirst() : new NumberColumn(payees);
        NumberColumn prorated = prorates ? new NumberColumn(payees) : combined;
        NumberColumn capped = caps ? new NumberColumn(payees) : prorated;
        return new ParameterResult(parameter, combined, prorated, capped, money ? new NumberColumn(payees) : capped,
                matched, items);
    }
}
