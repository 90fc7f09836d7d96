package dev.hermes.workspace.imports;

import dev.hermes.local.FactWriter;
import dev.hermes.local.RowRefusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says of facts that were taken out why, as their file is read once more: the facts know neither lines nor cells. Of one
 * thread.
 */
final class FactRefusals implements FileReading.Taker {

    private final FactWriter facts;
    private final List<FactRule> rules;
    private final Function<Row, @Nullable Object[]> reading;
    private final Deque<RowRefusal> next = new ArrayDeque<>();
    private long place;
    private long known;
    private long told;

    /** @param reading reads the values of a row, as was done when it was appended */
    FactRefusals(FactWriter facts, List<FactRule> rules, Function<Row, @Nullable Object[]> reading) {
        this.facts = facts;
        this.rules = rules;
        this.reading = reading;
    }

    @Override
    public void take(Row row) {
        @Nullable Object[] values = reading.apply(row);
        if (row.isBad()) {
            // It was refused for this already, and never appended.
            row.forgive();
            return;
        }
        if (place == known) {
            known += RowBatch.ROWS;
            next.addAll(facts.refusals(place, known - 1));
        }
        for (RowRefusal refusal = next.peek(); refusal != null && refusal.row() == place; refusal = next.peek()) {
            FactRule rule = rules.get(refusal.rule());
            rule.field().refuse(row, rule.problem().text(String.valueOf(values[rule.place()]), refusal.otherLine()));
            next.remove();
        }
        place++;
        if (row.isBad()) {
            told++;
        }
    }

    /** How many rows something was said of. */
    long told() {
        return told;
    }
}
