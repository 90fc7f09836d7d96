package dev.hermes.script;

import dev.hermes.model.Message;
import dev.hermes.spi.BadCellException;
import dev.hermes.spi.RefusedCell;
import dev.hermes.spi.TableReader;
import dev.hermes.spi.TableRows;
import dev.hermes.spi.UnreadableTableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a script gives, numbered from 1 as they come. The first one tells the columns: of a map they are its
 * keys, and a list of texts names them. Of one thread.
 */
final class ScriptTable implements TableReader {

    private final RunningScript script;
    private final @Nullable Object given;
    private final Iterator<?> rows;
    private final List<String> columns;
    private @Nullable Map<?, ?> first;
    private long row;

    /** Takes over a script, and runs it until it gives the first row. */
    ScriptTable(RunningScript script) throws UnreadableTableException, IOException {
        this.script = script;
        given = script.run();
        Iterator<?> iterator = script.calling(() -> ScriptRows.of(given));
        if (iterator == null) {
            throw new UnreadableTableException(1, Message.of("The script gave {0}, which are no rows. Maybe let it "
                    + "end with a list, an iterator, or a closure that gives a row whenever it is called, and at "
                    + "last null.", kind(given)));
        }
        rows = iterator;
        if (!script.calling(rows::hasNext)) {
            throw new UnreadableTableException(1, Message.of("The script gave no row, and so no columns. Maybe let "
                    + "the first row be a list with the names of the columns."));
        }
        Object beginning = script.calling(rows::next);
        first = beginning instanceof Map<?, ?> map ? map : null;
        columns = names(first != null ? first.keySet() : ScriptRows.cells(beginning), beginning);
        // The list of the names is the first row.
        row = first == null ? 1 : 0;
    }

    private static List<String> names(@Nullable Collection<?> cells, @Nullable Object beginning)
            throws UnreadableTableException {
        if (cells == null) {
            throw new UnreadableTableException(1, Message.of("The first row is {0}. Maybe make each row a map, or "
                    + "a list of which the first names the columns.", kind(beginning)));
        }
        List<String> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Object cell : cells) {
            String name = cell instanceof CharSequence text ? text.toString() : null;
            if (name == null || !name.isEmpty() && !seen.add(name)) {
                throw new UnreadableTableException(1, name == null ? Message.of("A column is named by {0}. Maybe "
                        + "let the first row hold the names of the columns.", kind(cell))
                        : Message.of(
                                "Two columns are called {0}. Maybe give one another name.", name));
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private static Message kind(@Nullable Object value) {
        return value == null ? Message.verbatim("null") : Message.of("a {0}", value.getClass().getName());
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable TableRows next(int[] wanted, int most) throws UnreadableTableException, IOException {
        List<String[]> texts = new ArrayList<>();
        List<Long> numbers = new ArrayList<>();
        List<RefusedCell> refused = new ArrayList<>();
        for (int read = 0; read < most && (first != null || script.calling(rows::hasNext)); read++) {
            Object next = first != null ? first : script.calling(rows::next);
            first = null;
            row++;
            int before = refused.size();
            String[] cells = texts(next, wanted, refused);
            if (refused.size() == before) {
                texts.add(cells);
                numbers.add(row);
            }
        }
        return texts.isEmpty() && refused.isEmpty() ? null : rows(texts, numbers, refused, wanted.length);
    }

    private String[] texts(@Nullable Object next, int[] wanted, List<RefusedCell> refused)
            throws UnreadableTableException, IOException {
        List<?> values = next instanceof Map<?, ?> map ? ofMap(map) : ofList(next);
        String[] cells = new String[wanted.length];
        for (int place = 0; place < wanted.length; place++) {
            Object value = values.get(wanted[place]);
            cells[place] = "";
            try {
                cells[place] = script.<Text>calling(() -> Text.of(value)).orThrow();
            } catch (BadCellException e) {
                refused.add(new RefusedCell(row, wanted[place], e.said()));
            }
        }
        return cells;
    }

    /** The text of a value, or why it has none: making it may run code of the script. */
    private record Text(String text, @Nullable BadCellException problem) {

        static Text of(@Nullable Object value) {
            try {
                return new Text(CellText.of(value), null);
            } catch (BadCellException e) {
                return new Text("", e);
            }
        }

        String orThrow() throws BadCellException {
            if (problem != null) {
                throw problem;
            }
            return text;
        }
    }

    private List<@Nullable Object> ofMap(Map<?, ?> map) throws UnreadableTableException {
        for (Object key : map.keySet()) {
            if (!columns.contains(String.valueOf(key))) {
                throw new UnreadableTableException(row, Message.of("The row {0} has a column {1}, which the first "
                        + "row does not have. Maybe name all columns there, with null for no value.", row, key));
            }
        }
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(map.get(column)));
        return values;
    }

    private List<@Nullable Object> ofList(@Nullable Object next) throws UnreadableTableException {
        Collection<?> cells = ScriptRows.cells(next);
        if (cells == null || cells.size() != columns.size()) {
            throw new UnreadableTableException(row, cells == null
                    ? Message.of("The row {0} is {1}. Maybe give all rows the same shape.", row, kind(next))
                    : Message.of("The row {0} is a list of {1}, and there are {2} columns. Maybe give all rows the "
                            + "same "
                            + "shape.", row, cells.size(), columns.size()));
        }
        return new ArrayList<>(cells);
    }

    private static TableRows rows(List<String[]> texts, List<Long> numbers, List<RefusedCell> refused, int width) {
        String[][] cells = new String[width][texts.size()];
        for (int i = 0; i < texts.size(); i++) {
            for (int place = 0; place < width; place++) {
                cells[place][i] = texts.get(i)[place];
            }
        }
        return new TableRows(numbers.stream().mapToLong(Long::longValue).toArray(), cells, refused);
    }

    /** Closes what the script gave as well, where it can be closed: a stream of the lines of a file, for one. */
    @Override
    public void close() throws IOException {
        try (script) {
            if (given instanceof AutoCloseable closeable) {
                closeable.close();
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
