package dev.hermes.roster;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.AssignmentRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Assignments held on any day of a span, as rows in the order of their keys. Immutable. */
final class Assignments {

    private final AssignmentKey[] keys;
    private final String[] texts;
    /** For each row: the starts and ends of the days on which it is held, merged, in turn. */
    private final int[][] held;
    private final String[] persons;
    private final int[] personOf;
    private final int[][] rowsOfPerson;
    private final Map<String, Integer> rowByText = new HashMap<>();
    private final Map<String, Integer> personByText = new HashMap<>();

    Assignments(List<AssignmentRow> rows, int from, int to) {
        TreeMap<AssignmentKey, List<int[]>> grouped = new TreeMap<>();
        for (AssignmentRow row : rows) {
            int start = Math.max(from, Days.of(row.from()));
            int end = Math.min(to, Days.of(row.to()));
            if (start < end) {
                grouped.computeIfAbsent(row.key(), _ -> new ArrayList<>(1)).add(new int[] {start, end});
            }
        }
        int count = grouped.size();
        keys = grouped.keySet().toArray(AssignmentKey[]::new);
        texts = new String[count];
        held = new int[count][];
        personOf = new int[count];
        List<String> names = new ArrayList<>();
        List<List<Integer>> rowLists = new ArrayList<>();
        int row = 0;
        for (Map.Entry<AssignmentKey, List<int[]>> entry : grouped.entrySet()) {
            texts[row] = entry.getKey().toString();
            rowByText.put(texts[row], row);
            held[row] = merge(entry.getValue());
            String person = entry.getKey().person();
            Integer number = personByText.get(person);
            if (number == null) {
                number = names.size();
                personByText.put(person, number);
                names.add(person);
                rowLists.add(new ArrayList<>(1));
            }
            personOf[row] = number;
            rowLists.get(number).add(row);
            row++;
        }
        persons = names.toArray(String[]::new);
        rowsOfPerson = rowLists.stream().map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private static int[] merge(List<int[]> stretches) {
        stretches.sort((a, b) -> Integer.compare(a[0], b[0]));
        int[] merged = new int[stretches.size() * 2];
        int count = 0;
        for (int[] stretch : stretches) {
            if (count > 0 && stretch[0] <= merged[count - 1]) {
                merged[count - 1] = Math.max(merged[count - 1], stretch[1]);
            } else {
                merged[count++] = stretch[0];
                merged[count++] = stretch[1];
            }
        }
        return Arrays.copyOf(merged, count);
    }

    int count() {
        return keys.length;
    }

    int personCount() {
        return persons.length;
    }

    AssignmentKey key(int row) {
        return keys[row];
    }

    String text(int row) {
        return texts[row];
    }

    /** The row of a key in text form, or -1. */
    int rowOf(String text) {
        return rowByText.getOrDefault(text, -1);
    }

    String person(int number) {
        return persons[number];
    }

    /** The number of a person, or -1. */
    int personNumber(String person) {
        return personByText.getOrDefault(person, -1);
    }

    int personOf(int row) {
        return personOf[row];
    }

    int[] rowsOfPersonNumber(int number) {
        return rowsOfPerson[number];
    }

    int[] rowsOfPerson(String person) {
        int number = personNumber(person);
        return number < 0 ? new int[0] : rowsOfPerson[number];
    }

    boolean isKnown(String text) {
        return rowByText.containsKey(text) || personByText.containsKey(text);
    }

    /** The merged stretches on which a row is held: start, end, start, end, ... */
    int[] held(int row) {
        return held[row];
    }

    boolean isHeld(int row, int day) {
        int[] days = held[row];
        for (int i = 0; i < days.length; i += 2) {
            if (days[i] <= day && day < days[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The first later day on which a row begins or ceases to be held. */
    int heldUntil(int row, int day) {
        for (int change : held[row]) {
            if (change > day) {
                return change;
            }
        }
        return Integer.MAX_VALUE;
    }
}
