package dev.hermes.column;

import java.util.Arrays;

/** Texts. */
public final class TextColumn extends Column {

    private final String[] values;

    public TextColumn(int size) {
        super(size);
        values = new String[size];
        Arrays.fill(values, "");
    }

    public String get(int index) {
        return values[index];
    }

    public void set(int index, String value) {
        values[index] = value;
    }

    @Override
    public TextColumn ofSize(int newSize) {
        return new TextColumn(newSize);
    }

    @Override
    void copyValue(int index, Column from, int fromIndex) {
        values[index] = ((TextColumn) from).values[fromIndex];
    }

    @Override
    void gatherValues(Column from, int[] rows) {
        TextColumn other = (TextColumn) from;
        for (int i = 0; i < rows.length; i++) {
            values[i] = other.values[rows[i]];
        }
    }

    @Override
    void scatterValues(int first, int[] rows, Column from) {
        TextColumn other = (TextColumn) from;
        for (int i = 0; i < rows.length; i++) {
            values[first + rows[i]] = other.values[i];
        }
    }

    @Override
    public String text(int index) {
        return values[index];
    }
}
