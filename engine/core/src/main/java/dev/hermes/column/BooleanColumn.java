package dev.hermes.column;

/** True or false. */
public final class BooleanColumn extends Column {

    private final boolean[] values;

    public BooleanColumn(int size) {
        super(size);
        values = new boolean[size];
    }

    public boolean get(int index) {
        return values[index];
    }

    public void set(int index, boolean value) {
        values[index] = value;
    }

    @Override
    public BooleanColumn ofSize(int newSize) {
        return new BooleanColumn(newSize);
    }

    @Override
    void copyValue(int index, Column from, int fromIndex) {
        values[index] = ((BooleanColumn) from).values[fromIndex];
    }

    @Override
    void gatherValues(Column from, int[] rows) {
        BooleanColumn other = (BooleanColumn) from;
        for (int i = 0; i < rows.length; i++) {
            values[i] = other.values[rows[i]];
        }
    }

    @Override
    void scatterValues(int first, int[] rows, Column from) {
        BooleanColumn other = (BooleanColumn) from;
        for (int i = 0; i < rows.length; i++) {
            values[first + rows[i]] = other.values[i];
        }
    }

    @Override
    public String text(int index) {
        return Boolean.toString(values[index]);
    }
}
