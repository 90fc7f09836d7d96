package dev.hermes.workspace.imports;

import dev.hermes.spi.BadCellException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the texts of a column mean that come again and again as the same object. The reading must give the same
 * for the same text. Of one thread.
 */
final class RememberedReading<T> implements Cells.Reading<T> {

    private static final int PLACES = 1_024;

    private final Cells.Reading<T> reading;
    private final Trial trial = new Trial();
    private final @Nullable String[] texts = new @Nullable String[PLACES];
    private final @Nullable Object[] values = new @Nullable Object[PLACES];

    RememberedReading(Cells.Reading<T> reading) {
        this.reading = reading;
    }

    @Override
    @SuppressWarnings({"ReferenceEquality", "unchecked"}) // whether it is the same object is all that is asked
    public T read(String text) throws BadCellException {
        if (!trial.pays()) {
            return reading.read(text);
        }
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 10) & PLACES - 1;
        boolean again = texts[place] == text;
        trial.count(again);
        if (!again) {
            T value = reading.read(text);
            texts[place] = text;
            values[place] = value;
            return value;
        }
        return (T) Objects.requireNonNull(values[place]);
    }
}
