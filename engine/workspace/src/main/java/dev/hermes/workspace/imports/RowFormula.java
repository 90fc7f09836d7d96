package dev.hermes.workspace.imports;

import dev.hermes.column.Column;
import dev.hermes.column.TextColumn;
import dev.hermes.facts.ColumnName;
import dev.hermes.formula.Expression;
import dev.hermes.kernel.ColumnFormulas;
import java.util.HashMap;
import java.util.Map;

/**
 * A formula over the columns of a file.
 *
 * @param places
 *            the place in the batches of each column that it reads
 */
record RowFormula(Expression expression, Map<String, Integer> places) {

    RowFormula {
        places = Map.copyOf(places);
    }

    /** The value in each row. */
    Column evaluate(RowBatch batch) {
        Map<ColumnName, Column> columns = new HashMap<>();
        places.forEach((name, place) -> columns.put(new ColumnName("", name), texts(batch, place)));
        return ColumnFormulas.evaluate(expression, columns, batch.size());
    }

    private static TextColumn texts(RowBatch batch, int place) {
        TextColumn column = new TextColumn(batch.size());
        String[] cells = batch.cells(place);
        for (int i = 0; i < batch.size(); i++) {
            column.set(i, cells[i]);
        }
        return column;
    }
}
