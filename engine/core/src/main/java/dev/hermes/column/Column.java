package dev.hermes.column;

import dev.hermes.model.Failure;
import java.util.Arrays;
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

    /** The present value in canonical text; meaningless where it is not present. */
    public abstract String text(int index);

    /** Allocates the states, so that several threads may then set different indexes. */
    public final void allowAbsent() {
        states();
        failures();
    }

    private synchronized byte[] states() {
        byte[] present = states;
        if (present == null) {
            present = new byte[size];
            Arrays.fill(present, PRESENT);
            states = present;
        }
        return present;
    }

    private synchronized @Nullable Failure[] failures() {
        @Nullable Failure[] present = failures;
        if (present == null) {
            present = new Failure[size];
            failures = present;
        }
        return present;
    }
}
