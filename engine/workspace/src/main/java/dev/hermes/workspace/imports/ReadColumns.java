package dev.hermes.workspace.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of a file that are read. Shows its arrays as they are.
 *
 * @param wanted
 *            their places in the file, in the order in which batches have them: first those that fields expect
 * @param names
 *            the columns that are written where a row is rejected, in the order of the file
 * @param places
 *            the places of these in the batches
 */
record ReadColumns(int[] wanted, List<String> names, int[] places) {

    /** The columns that fields expect, and no others: so that they may be of types that are not read. */
    static ReadColumns expected(int[] expected, List<String> columns) {
        return of(expected, Arrays.stream(expected).sorted().toArray(), columns);
    }

    /** All columns of the file. */
    static ReadColumns all(int[] expected, List<String> columns) {
        return of(expected, IntStream.range(0, columns.size()).toArray(), columns);
    }

    private static ReadColumns of(int[] expected, int[] written, List<String> columns) {
        List<Integer> wanted = new ArrayList<>(Arrays.stream(expected).boxed().toList());
        Arrays.stream(written).filter(column -> !wanted.contains(column)).forEach(wanted::add);
        return new ReadColumns(wanted.stream().mapToInt(Integer::intValue).toArray(),
                Arrays.stream(written).mapToObj(columns::get).toList(),
                Arrays.stream(written).map(wanted::indexOf).toArray());
    }
}
