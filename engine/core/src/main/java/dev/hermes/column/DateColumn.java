package dev.hermes.column;

import java.time.LocalDate;

/** Days, as counted from 1970-01-01. */
public final class DateColumn extends Column {

    private final int[] days;

    public DateColumn(int size) {
        super(size);
        days = new int[size];
    }

    public int day(int index) {
        return days[index];
    }

    public LocalDate get(int index) {
        return LocalDate.ofEpochDay(days[index]);
    }

    public void set(int index, int epochDay) {
        days[index] = epochDay;
    }

    @Override
    public DateColumn ofSize(int newSize) {
        return new DateColumn(newSize);
    }

    @Override
    void copyValue(int index, Column from, int fromIndex) {
        days[index] = ((DateColumn) from).days[fromIndex];
    }

    @Override
    void gatherValues(Column from, int[] rows) {
        DateColumn other = (DateColumn) from;
        for (int i = 0; i < rows.length; i++) {
            days[i] = other.days[rows[i]];
        }
    }

    @Override
    void scatterValues(int first, int[] rows, Column from) {
        DateColumn other = (DateColumn) from;
        for (int i = 0; i < rows.length; i++) {
            days[first + rows[i]] = other.days[i];
        }
    }

    @Override
    public String text(int index) {
        return get(index).toString();
    }
}
