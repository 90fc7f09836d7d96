package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How many rows were written and how many values of each column, to be held against what is read back. Of one thread. */
final class FactTotals {

    private final Dataset dataset;
    private final long[] values;
    private long rows;
    private long lines;

    FactTotals(Dataset dataset) {
        this.dataset = dataset;
        values = new long[dataset.columns().size()];
    }

    /** Counts rows in. */
    void add(FactChunk chunk) {
        rows += chunk.size();
        lines += chunk.sumOfLines();
        for (int i = 0; i < values.length; i++) {
            values[i] += chunk.countPresent(i);
        }
    }

    long rows() {
        return rows;
    }

    String text() {
        return rows + " rows, sum of lines " + lines + ", values "
                + Arrays.stream(values).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The same text, of the rows of something that stands in a FROM clause. */
    String read(String source, Session session) {
        String counts = dataset.columns().stream().map(column -> ", count(" + Sql.identifier(column.name()) + ")")
                .collect(Collectors.joining());
        return session.query("SELECT concat(count(*), ' rows, sum of lines ', coalesce(sum("
                + Sql.identifier(FactFiles.LINE) + "), 0), ', values '), concat_ws(' '" + counts + ") FROM " + source,
                found -> found.next() ? found.getString(1) + found.getString(2) : "");
    }
}
