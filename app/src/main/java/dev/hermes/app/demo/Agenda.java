package dev.hermes.app.demo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is to happen on later days. Of one thread. */
final class Agenda<T> {

    private final LocalDate end;
    private final NavigableMap<LocalDate, Deque<T>> items = new TreeMap<>();

    /** What would happen on {@code end} or later never does. */
    Agenda(LocalDate end) {
        this.end = end;
    }

    void put(LocalDate day, T item) {
        if (day.isBefore(end)) {
            items.computeIfAbsent(day, _ -> new ArrayDeque<>()).add(item);
        }
    }

    /** Takes what is due on a day or overdue, the oldest first; what is too much for one day waits for the next. */
    List<T> take(LocalDate day, long most) {
        List<T> due = new ArrayList<>();
        while (due.size() < most && !items.isEmpty() && !items.firstKey().isAfter(day)) {
            Deque<T> oldest = items.firstEntry().getValue();
            due.add(oldest.remove());
            if (oldest.isEmpty()) {
                items.pollFirstEntry();
            }
        }
        return due;
    }
}
