package dev.hermes.script;

import groovy.lang.Closure;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** What a script may give for rows. */
final class ScriptRows {

    private ScriptRows() {}

    /** One row after the other; null where what was given are no rows. */
    static @Nullable Iterator<?> of(@Nullable Object given) {
        return switch (given) {
            case Map<?, ?> _ -> null;
            case Iterator<?> rows -> rows;
            case Iterable<?> rows -> rows.iterator();
            case BaseStream<?, ?> rows -> rows.iterator();
            case Closure<?> next -> new Calls(next);
            case Object[] rows -> Arrays.asList(rows).iterator();
            case null, default -> null;
        };
    }

    /** The cells of a row that has its columns by their places; null where it is none. */
    static @Nullable Collection<?> cells(@Nullable Object row) {
        return switch (row) {
            case Collection<?> cells -> cells;
            case Object[] cells -> Arrays.asList(cells);
            case null, default -> null;
        };
    }

    /** A closure that is called for each row until it gives null. Of one thread. */
    private static final class Calls implements Iterator<@Nullable Object> {

        private final Closure<?> next;
        private @Nullable Object ahead;
        private boolean ended;

        Calls(Closure<?> next) {
            this.next = next;
        }

        @Override
        public boolean hasNext() {
            if (ahead == null && !ended) {
                ahead = next.call();
                ended = ahead == null;
            }
            return !ended;
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException("The script gave null.");
            }
            Object row = ahead;
            ahead = null;
            return row;
        }
    }
}
