package dev.hermes.kernel.internal.indicators;

import dev.hermes.column.BooleanColumn;
import dev.hermes.column.Column;
import dev.hermes.column.Columns;
import dev.hermes.column.DateColumn;
import dev.hermes.column.NumberColumn;
import dev.hermes.column.TextColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.DatedValue;
import dev.hermes.model.DatedValueRow;
import dev.hermes.model.Failure;
import dev.hermes.model.FailureCode;
import dev.hermes.model.Message;
import dev.hermes.roster.Days;
import dev.hermes.roster.Roster;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Dated values of every row of a roster. Thread-safe; a column is made the first time it is asked for. */
public final class DatedValues {

    private final Roster roster;
    private final Map<String, List<DatedValueRow>> rows = new HashMap<>();
    private final Map<String, DayColumn> columns = new HashMap<>();

    public DatedValues(Roster roster, List<DatedValueRow> all) {
        this.roster = roster;
        for (DatedValueRow row : all) {
            rows.computeIfAbsent(row.code(), _ -> new ArrayList<>()).add(row);
        }
    }

    /** The value of each row on the days on which it is held, within the roster's span. */
    synchronized DayColumn column(DatedValue declaration) {
        return columns.computeIfAbsent(declaration.code(), _ -> build(declaration));
    }

    /** What was brought in of one dated value. */
    public List<DatedValueRow> rows(String code) {
        return rows.getOrDefault(code, List.of());
    }

    private DayColumn build(DatedValue declaration) {
        List<DatedValueRow> all = rows(declaration.code());
        Column values = values(declaration, all);
        Map<String, List<Integer>> bySubject = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            bySubject.computeIfAbsent(all.get(i).subject(), _ -> new ArrayList<>(2)).add(i);
        }
        DayColumnBuilder builder = new DayColumnBuilder(declaration.type().value(), roster.rowCount());
        for (int row = 0; row < roster.rowCount(); row++) {
            List<int[]> entries = new ArrayList<>();
            String[] subjects = Arrays.stream(roster.assignmentsOf(row))
                    .mapToObj(assignment -> subject(declaration, assignment)).distinct().toArray(String[]::new);
            for (String subject : subjects) {
                List<Integer> indexes = bySubject.get(subject);
                if (indexes != null) {
                    for (int[] held : heldOnce(declaration, row, subject)) {
                        collect(indexes, all, held[0], held[1], entries);
                    }
                }
            }
            add(declaration, all, entries, builder);
            builder.endRow();
        }
        return builder.build(values);
    }

    /** Whose value an assignment reads. */
    public String subject(DatedValue declaration, int assignment) {
        return switch (declaration.of()) {
            case PERSON -> roster.person(assignment);
            case ASSIGNMENT -> roster.text(assignment);
            case ORGANISATION -> roster.key(assignment).organisation();
        };
    }

    /** The stretches of days on which a row is held through any assignment of a subject, without overlap. */
    private List<int[]> heldOnce(DatedValue declaration, int row, String subject) {
        List<int[]> held = new ArrayList<>(1);
        for (int assignment : roster.assignmentsOf(row)) {
            int[] days = subject(declaration, assignment).equals(subject) ? roster.held(assignment) : new int[0];
            for (int i = 0; i < days.length; i += 2) {
                held.add(new int[] {days[i], days[i + 1]});
            }
        }
        held.sort(Comparator.comparingInt(days -> days[0]));
        List<int[]> merged = new ArrayList<>(held.size());
        for (int[] days : held) {
            int[] last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && days[0] <= last[1]) {
                last[1] = Math.max(last[1], days[1]);
            } else {
                merged.add(days);
            }
        }
        return merged;
    }

    private static void collect(List<Integer> indexes, List<DatedValueRow> all, int from, int to,
            List<int[]> entries) {
        for (int index : indexes) {
            int start = Math.max(from, Days.of(all.get(index).from()));
            int end = Math.min(to, Days.of(all.get(index).to()));
            if (start < end) {
                entries.add(new int[] {start, end, index});
            }
        }
    }

    /** Adds the stretches of one row; days with two values become failed stretches. */
    private static void add(DatedValue declaration, List<DatedValueRow> all, List<int[]> entries,
            DayColumnBuilder builder) {
        entries.sort(Comparator.comparingInt((int[] entry) -> entry[0]).thenComparingInt(entry -> entry[1]));
        boolean overlap = false;
        for (int i = 1; i < entries.size(); i++) {
            overlap |= entries.get(i)[0] < entries.get(i - 1)[1];
        }
        if (!overlap) {
            entries.forEach(entry -> builder.add(entry[0], entry[1], entry[2]));
            return;
        }
        TreeSet<Integer> changes = new TreeSet<>();
        entries.forEach(entry -> {
            changes.add(entry[0]);
            changes.add(entry[1]);
        });
        int start = changes.first();
        for (int end : changes.tailSet(start, false)) {
            int day = start;
            List<int[]> holding = entries.stream().filter(entry -> entry[0] <= day && day < entry[1]).toList();
            if (holding.size() == 1) {
                builder.add(start, end, holding.getFirst()[2]);
            } else if (holding.size() > 1) {
                LocalDate from = holding.stream().map(entry -> all.get(entry[2]).from())
                        .max(Comparator.naturalOrder()).orElseThrow();
                builder.add(start, end, Failure.of(FailureCode.AMBIGUOUS, Message
                        .of("{0} has {1} values at once, from {2} on", declaration.code(), holding.size(), from)));
            }
            start = end;
        }
    }

    private static Column values(DatedValue declaration, List<DatedValueRow> rows) {
        Column values = Columns.of(declaration.type().value(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            String text = rows.get(i).value();
            switch (values) {
                case NumberColumn numbers -> numbers.set(i, Decimal.parse(text));
                case TextColumn texts -> texts.set(i, text);
                case BooleanColumn truths -> truths.set(i, Boolean.parseBoolean(text));
                case DateColumn dates -> dates.set(i, Days.of(LocalDate.parse(text)));
            }
        }
        return values;
    }
}
