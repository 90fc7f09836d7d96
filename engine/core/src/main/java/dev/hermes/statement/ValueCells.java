package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.spi.Cell;
import dev.hermes.spi.Sheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What formulas read besides indicators: dated values, the period, and figures that are not computed there. */
final class ValueCells {

    private static final int VALUE = 1;

    private record Key(String label, Cell.Value value) {}

    private final Draft sheet = new Draft(new Sheet("Values", true,
            List.of(Draft.column("value", 40), Draft.column("is", 20), Draft.column("note", 70))));
    private final Map<Key, String> names = new HashMap<>();
    private int notComputed;

    Draft sheet() {
        return sheet;
    }

    /** How many figures the engine computes and the workbook does not. */
    int notComputed() {
        return notComputed;
    }

    /** The cell of a value; {@code why} it is not computed, empty where there is nothing to compute. */
    String put(String label, @Nullable Column known, String why) {
        Cell.Value value = Contents.of(known, 0);
        return names.computeIfAbsent(new Key(label, value), _ -> {
            notComputed += why.isEmpty() ? 0 : 1;
            String note = String.join(" ", List.of(why, Contents.lost(known), Contents.failure(known))).strip();
            int row = sheet.add(Cell.text(label), Cell.of(value).as(Cell.Look.INPUT), Cell.text(note));
            return sheet.name(row, VALUE);
        });
    }
}
