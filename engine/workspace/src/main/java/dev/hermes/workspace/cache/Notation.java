package dev.hermes.workspace.cache;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How values of one kind are written. What was written reads as an equal value.
 *
 * @param <T>
 *            the values; nobody changes them
 */
interface Notation<T> {

    void write(T value, DataOutput out) throws IOException;

    T read(DataInput in) throws IOException;
}
