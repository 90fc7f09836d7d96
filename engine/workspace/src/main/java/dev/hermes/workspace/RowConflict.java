package dev.hermes.workspace;

import java.util.List;

/**
 * A row that says again what another one says already: a second target of one payee and period, for example.
 *
 * @param line
 *            the row's line in its file
 * @param key
 *            what both rows are about: indicator, period, series and subject, or period, lineage, balance and payee; empty
 *            where the row is there already, brought in with the same line by the same mapping
 * @param mapping
 *            the mapping that brought the other row, which may be the same one
 * @param otherLine
 *            the other row's line in the file of that mapping
 */
public record RowConflict(long line, List<String> key, String mapping, long otherLine) {

    public RowConflict {
        key = List.copyOf(key);
    }
}
