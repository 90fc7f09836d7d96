package dev.hermes.workspace.imports;

import dev.hermes.local.FactWriter;
import dev.hermes.local.RowRefusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Says of facts that were taken out why, as their file is read once more: the facts do not know their cells. Of one
 * thread.
 */
final class FactRefusals implements FileReading.Taker {

    private final FactWriter facts;
    private final List<FactRule> rules;
    private final Function<Row, @Nullable Object[]> reading;
    private final Map<Long, List<RowRefusal>> refusals = new HashMap<>();
    private long told;

    /** @param reading reads the values of a row, as was done when it was appended */
    FactRefusals(FactWriter facts, List<FactRule> rules, Function<Row, @Nullable Object[]> reading) {
        this.facts = facts;
        this.rules = rules;
        this.reading = reading;
    }

    @Override
    public void startBatch(RowBatch batch) {
        LongSummaryStatistics lines = IntStream.range(0, batch.size()).mapToLong(batch::line).summaryStatistics();
        refusals.clear();
        facts.refusals(lines.getMin(), lines.getMax())
                .forEach(refusal -> refusals.computeIfAbsent(refusal.line(), _ -> new ArrayList<>()).add(refusal));
    }

    @Override
    public void take(Row row) {
        List<RowRefusal> found = refusals.get(row.line());
        if (found == null) {
            return;
        }
        @Nullable Object[] values = reading.apply(row);
        for (RowRefusal refusal : found) {
            FactRule rule = rules.get(refusal.rule());
            rule.field().refuse(row, rule.problem().of(String.valueOf(values[rule.place()]), refusal.otherLine()));
        }
        told++;
    }

    /** How many rows something was said of. */
    long told() {
        return told;
    }
}
