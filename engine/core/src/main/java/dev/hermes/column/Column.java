package dev.hermes.column;

import dev.hermes.model.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Values of one type, indexed from 0; each is present, missing or failed. Mutable while it is filled, by one thread for
 * each index; not changed afterwards. A column in which all is present keeps no states.
 */
public abstract sealed class Column permits BooleanColumn, DateColumn, NumberColumn, TextColumn {

    private static final byte PRESENT = 0;
    private static final byte MISSING = 1;
    private static final byte FAILED = 2;

    private final int size;
    private byte @Nullable [] states;
    private @Nullable Failure @Nullable [] failures;

    Column(int size) {
        this.size = size;
    }

    public final int size() {
        return size;
    }

    /** Whether every value is present: then no state needs to be asked for. */
    public final boolean allPresent() {
        return states == null;
    }

    /** Whether nothing failed so far; missing values are no failures. */
    public final boolean noneFailed() {
        return failures == null;
    }

    public final boolean isPresent(int index) {
        return states == null || states[index] == PRESENT;
    }

    public final boolean isMissing(int index) {
        return states != null && states[index] == MISSING;
    }

    public final boolean isFailed(int index) {
        return states != null && states[index] == FAILED;
    }

    /** Why the value failed; null where it did not. */
    public final @Nullable Failure failure(int index) {
        return failures == null || states == null || states[index] != FAILED ? null : failures[index];
    }

    public final void setPresent(int index) {
        if (states != null) {
            states[index] = PRESENT;
        }
    }

    public final void setMissing(int index) {
        states()[index] = MISSING;
    }

    public final void setFailure(int index, Failure failure) {
        states()[index] = FAILED;
        failures()[index] = failure;
    }

    /** Takes over that a value of another column is missing or failed, or that it is present. */
    public final void copyState(int index, Column from, int fromIndex) {
        if (from.states == null) {
            setPresent(index);
            return;
        }
        byte state = from.states[fromIndex];
        if (state == FAILED && from.failures != null) {
            Failure failure = from.failures[fromIndex];
            if (failure != null) {
                setFailure(index, failure);
            }
        } else if (state == MISSING) {
            setMissing(index);
        } else {
            setPresent(index);
        }
    }

    /** A new column of the same type with room for {@code newSize} values, all present and zero, empty or false. */
    public abstract Column ofSize(int newSize);

    /** Copies value and state of one index. */
    public final void copy(int index, Column from, int fromIndex) {
        copyState(index, from, fromIndex);
        copyValue(index, from, fromIndex);
    }

    abstract void copyValue(int index, Column from, int fromIndex);

    /** A new column whose value {@code i} is this one's value {@code rows[i]}. */
    public final Column gather(int[] rows) {
        Column gathered = ofSize(rows.length);
        gathered.gatherValues(this, rows);
        if (states != null) {
            for (int i = 0; i < rows.length; i++) {
                if (states[rows[i]] != PRESENT) {
                    gathered.copyState(i, this, rows[i]);
                }
            }
        }
        return gathered;
    }

    abstract void gatherValues(Column from, int[] rows);

    /** Puts value {@code i} of another column, with its state, in the place {@code first + rows[i]} of this one. */
    public final void scatter(int first, int[] rows, Column from) {
        scatterValues(first, rows, from);
        if (states != null || from.states != null) {
            for (int i = 0; i < rows.length; i++) {
                copyState(first + rows[i], from, i);
            }
        }
    }

    abstract void scatterValues(int first, int[] rows, Column from);

    /** The present value in canonical text; meaningless where it is not present. */
    public abstract String text(int index);

    /** Several threads may come here for different indexes: they get one array, whose zeros say that all is present. */
    private byte[] states() {
        byte[] allocated = states;
        return allocated == null ? allocateStates() : allocated;
    }

    private synchronized byte[] allocateStates() {
        byte[] allocated = states;
        if (allocated == null) {
            allocated = new byte[size];
            states = allocated;
        }
        return allocated;
    }

    private @Nullable Failure[] failures() {
        @Nullable Failure[] allocated = failures;
        return allocated == null ? allocateFailures() : allocated;
    }

    private synchronized @Nullable Failure[] allocateFailures() {
        @Nullable Failure[] allocated = failures;
        if (allocated == null) {
            allocated = new Failure[size];
            failures = allocated;
        }
        return allocated;
    }
}
