package dev.hermes.app.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The lookup of a field while it is edited: also rows that are not finished, or that say what another one says already.
 * Immutable.
 *
 * @param rows
 *            in the order in which they are shown
 */
record LookupRows(List<Row> rows) {

    static final LookupRows NONE = new LookupRows(List.of());

    LookupRows {
        rows = List.copyOf(rows);
    }

    /**
     * One text in the place of another.
     *
     * @param from
     *            the text in the file, without white space around it; empty for an empty cell
     * @param to
     *            what is read in its place; empty for no value
     */
    record Row(String from, String to) {

        static final Row BLANK = new Row("", "");

        Row {
            from = from.strip();
            to = to.strip();
        }
    }

    /** What there is to be said about a row. */
    enum Remark {
        /** Nothing. */
        FINE,
        /** Nothing is in it yet, so it does not count. */
        BLANK,
        /** A row above it is of the same text, so it does not count. */
        TWICE,
        /** It is of empty cells. */
        FROM_EMPTY,
        /** It takes the value away. */
        TO_EMPTY
    }

    /** A lookup by its texts in the file: its document keeps no other order. */
    static LookupRows of(Map<String, String> lookup) {
        return new LookupRows(new TreeMap<>(lookup).entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue())).toList());
    }

    /** The rows that count. */
    Map<String, String> lookup() {
        Map<String, String> lookup = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.equals(Row.BLANK)).forEach(row -> lookup.putIfAbsent(row.from(), row.to()));
        return lookup;
    }

    Remark remark(int index) {
        Row row = rows.get(index);
        if (row.equals(Row.BLANK)) {
            return Remark.BLANK;
        }
        if (rows.subList(0, index).stream()
                .anyMatch(above -> above.from().equals(row.from()) && !above.equals(Row.BLANK))) {
            return Remark.TWICE;
        }
        return row.from().isEmpty() ? Remark.FROM_EMPTY : row.to().isEmpty() ? Remark.TO_EMPTY : Remark.FINE;
    }

    LookupRows with(int index, Row row) {
        List<Row> changed = new ArrayList<>(rows);
        changed.set(index, row);
        return new LookupRows(changed);
    }

    LookupRows without(int index) {
        List<Row> changed = new ArrayList<>(rows);
        changed.remove(index);
        return new LookupRows(changed);
    }

    /** With a row more to be filled in; as they are where there is one already. */
    LookupRows withBlank() {
        return rows.contains(Row.BLANK) ? this : plus(List.of(Row.BLANK));
    }

    /** With texts that become what they are: to be changed, and until then taken as without a lookup. */
    LookupRows with(Collection<String> texts) {
        return plus(texts.stream().map(text -> new Row(text, text)).toList());
    }

    private LookupRows plus(List<Row> others) {
        List<Row> changed = new ArrayList<>(rows);
        changed.addAll(others);
        return new LookupRows(changed);
    }

    /** Those of some texts that have no row, in their order. */
    List<String> missing(Collection<String> texts) {
        Set<String> known = new HashSet<>(lookup().keySet());
        return texts.stream().filter(known::add).toList();
    }

    /** These rows where they are a lookup already; otherwise its rows in their places, as far as they have one. */
    LookupRows following(Map<String, String> lookup) {
        if (lookup().equals(lookup)) {
            return this;
        }
        Map<String, String> others = new TreeMap<>(lookup);
        List<Row> followed = new ArrayList<>();
        for (Row row : rows) {
            String to = others.remove(row.from());
            if (to != null) {
                followed.add(new Row(row.from(), to));
            } else if (row.equals(Row.BLANK)) {
                followed.add(row);
            }
        }
        others.forEach((from, to) -> followed.add(new Row(from, to)));
        return new LookupRows(followed);
    }

    /** The places of the rows with a text in them, in either case; of all where it is blank. */
    List<Integer> find(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return IntStream.range(0, rows.size())
                .filter(index -> rows.get(index).from().toLowerCase(Locale.ROOT).contains(wanted)
                        || rows.get(index).to().toLowerCase(Locale.ROOT).contains(wanted))
                .boxed().toList();
    }
}
