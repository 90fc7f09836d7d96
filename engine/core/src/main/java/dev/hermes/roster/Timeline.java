package dev.hermes.roster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Values that hold on stretches of days. Several may hold on one day; whoever reads decides whether that is an error.
 * Immutable.
 */
final class Timeline<T> {

    /** A value that holds on {@code [from, to)}. */
    record Entry<T>(int from, int to, T value) {}

    /** What holds on a day, and until when that stays so. */
    record Reading<T>(List<T> values, int until) {}

    private final List<Entry<T>> entries;

    private Timeline(List<Entry<T>> entries) {
        this.entries = entries;
    }

    /** Entries without days are left out. */
    static <T> Timeline<T> of(List<Entry<T>> entries) {
        List<Entry<T>> sorted = new ArrayList<>(entries.size());
        for (Entry<T> entry : entries) {
            if (entry.from() < entry.to()) {
                sorted.add(entry);
            }
        }
        sorted.sort(Comparator.comparingInt((Entry<T> entry) -> entry.from()).thenComparingInt(Entry::to));
        return new Timeline<>(List.copyOf(sorted));
    }

    static <T> Timeline<T> empty() {
        return new Timeline<>(List.of());
    }

    /** The values on a day, and the first later day on which that may change. */
    Reading<T> on(int day) {
        List<T> values = new ArrayList<>(1);
        int until = Integer.MAX_VALUE;
        for (Entry<T> entry : entries) {
            if (entry.from() > day) {
                until = Math.min(until, entry.from());
                break;
            }
            if (entry.to() > day) {
                values.add(entry.value());
                until = Math.min(until, entry.to());
            }
        }
        return new Reading<>(values, until);
    }

    /** The two values that hold on one day, where there are any. */
    Optional<Entry<T>> firstOverlap() {
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).from() < entries.get(i - 1).to()) {
                return Optional.of(entries.get(i));
            }
        }
        return Optional.empty();
    }

    void forEach(BiConsumer<Integer, Entry<T>> action) {
        for (int i = 0; i < entries.size(); i++) {
            action.accept(i, entries.get(i));
        }
    }

    List<Entry<T>> entries() {
        return entries;
    }
}
