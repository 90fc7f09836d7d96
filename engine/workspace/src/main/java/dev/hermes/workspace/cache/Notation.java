package dev.hermes.workspace.cache;

import dev.hermes.digest.Sha256;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Objects;

/**
 * How values of one type are written: by what the type declares, so that nothing that is read can name another one. What
 * was written reads as an equal value. Thread-safe.
 *
 * @param <T>
 *            a text, or a record of texts, numbers, days, columns, lists, sets, maps, arrays and records; nobody changes
 *            the values
 */
final class Notation<T> {

    private static final ClassValue<Notation<?>> ALL = new ClassValue<>() {

        @Override
        protected Notation<?> computeValue(Class<?> type) {
            return new Notation<>(type);
        }
    };

    private final Class<T> type;
    private final Form form;
    private final String kind;

    private Notation(Class<T> type) {
        this.type = type;
        Forms forms = new Forms();
        form = forms.of(type);
        // Another release may compute something else.
        kind = type.getSimpleName() + ' ' + Sha256.of(forms.declared()) + " of "
                + Notation.class.getPackage().getImplementationVersion();
    }

    /**
     * That of a type.
     *
     * @throws IllegalArgumentException
     *             where something in it cannot be written
     */
    @SuppressWarnings("unchecked")
    static <T> Notation<T> of(Class<T> type) {
        return (Notation<T>) ALL.get(type);
    }

    /** Names the type with all that it declares, as the kind of keys. */
    String kind() {
        return kind;
    }

    Class<T> type() {
        return type;
    }

    void write(T value, DataOutput out) throws IOException {
        form.write(value, new Sink(out));
    }

    /**
     * Reads a value.
     *
     * @throws IOException
     *             also where what is read cannot be one
     */
    T read(DataInput in) throws IOException {
        try {
            return type.cast(Objects.requireNonNull(form.read(new Source(in))));
        } catch (RuntimeException e) {
            throw new IOException("This is no " + type.getSimpleName() + ".", e);
        }
    }
}
