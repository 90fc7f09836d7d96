package dev.hermes.workspace.cache;

import dev.hermes.column.NumberColumn;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Failure;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How one type is written; a value that is null is written as well. */
sealed interface Form {

    /** Writes a value that is not null. */
    void put(Object value, Sink sink) throws IOException;

    /** Reads what {@link #put} has written. */
    Object take(Source source) throws IOException;

    default void write(@Nullable Object value, Sink sink) throws IOException {
        sink.out().writeBoolean(value != null);
        if (value != null) {
            put(value, sink);
        }
    }

    default @Nullable Object read(Source source) throws IOException {
        return source.in().readBoolean() ? take(source) : null;
    }

    /** What consists of nothing. */
    enum Plain implements Form {
        TEXT, DECIMAL, DAY, BOOLEAN, INTEGER, LONG, DOUBLE;

        @Override
        public void put(Object value, Sink sink) throws IOException {
            DataOutput out = sink.out();
            switch (this) {
                case TEXT -> sink.text((String) value);
                case DECIMAL -> {
                    Decimal decimal = (Decimal) value;
                    out.writeLong(decimal.high());
                    out.writeLong(decimal.low());
                }
                case DAY -> out.writeInt(Math.toIntExact(((LocalDate) value).toEpochDay()));
                case BOOLEAN -> out.writeBoolean((Boolean) value);
                case INTEGER -> out.writeInt((Integer) value);
                case LONG -> out.writeLong((Long) value);
                case DOUBLE -> out.writeDouble((Double) value);
            }
        }

        @Override
        public Object take(Source source) throws IOException {
            DataInput in = source.in();
            return switch (this) {
                case TEXT -> source.text();
                case DECIMAL -> Decimal.ofBits(in.readLong(), in.readLong());
                case DAY -> LocalDate.ofEpochDay(in.readInt());
                case BOOLEAN -> in.readBoolean();
                case INTEGER -> in.readInt();
                case LONG -> in.readLong();
                case DOUBLE -> in.readDouble();
            };
        }
    }

    record OfEnum(List<?> constants) implements Form {

        @Override
        public void put(Object value, Sink sink) throws IOException {
            sink.out().writeShort(constants.indexOf(value));
        }

        @Override
        public Object take(Source source) throws IOException {
            return Objects.requireNonNull(chosen(constants, source.in().readShort()));
        }
    }

    /**
     * A list or a set.
     *
     * @param isSet
     *            otherwise a list
     */
    record OfCollection(Form element, boolean isSet) implements Form {

        @Override
        public void put(Object value, Sink sink) throws IOException {
            Collection<?> elements = (Collection<?>) value;
            sink.out().writeInt(elements.size());
            for (Object one : elements) {
                element.write(one, sink);
            }
        }

        @Override
        public Object take(Source source) throws IOException {
            int size = source.size();
            Collection<@Nullable Object> elements = isSet ? new LinkedHashSet<>() : new ArrayList<>();
            for (int i = 0; i < size; i++) {
                elements.add(element.read(source));
            }
            return elements;
        }
    }

    record OfMap(Form key, Form value) implements Form {

        @Override
        public void put(Object map, Sink sink) throws IOException {
            Map<?, ?> entries = (Map<?, ?>) map;
            sink.out().writeInt(entries.size());
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                key.write(entry.getKey(), sink);
                value.write(entry.getValue(), sink);
            }
        }

        @Override
        public Object take(Source source) throws IOException {
            int size = source.size();
            Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                entries.put(key.read(source), value.read(source));
            }
            return entries;
        }
    }

    record OfArray(Class<?> type, Form element) implements Form {

        @Override
        public void put(Object value, Sink sink) throws IOException {
            int size = Array.getLength(value);
            sink.out().writeInt(size);
            for (int i = 0; i < size; i++) {
                element.write(Array.get(value, i), sink);
            }
        }

        @Override
        public Object take(Source source) throws IOException {
            int size = source.size();
            Object array = Array.newInstance(type, size);
            for (int i = 0; i < size; i++) {
                Array.set(array, i, element.read(source));
            }
            return array;
        }
    }

    /** Numbers that are present, missing or failed. */
    record OfColumn(Form failure) implements Form {

        private static final int PRESENT = 0;
        private static final int MISSING = 1;
        private static final int FAILED = 2;

        @Override
        public void put(Object value, Sink sink) throws IOException {
            NumberColumn column = (NumberColumn) value;
            DataOutput out = sink.out();
            out.writeInt(column.size());
            for (int i = 0; i < column.size(); i++) {
                Failure failed = column.failure(i);
                out.writeByte(failed != null ? FAILED : column.isMissing(i) ? MISSING : PRESENT);
                if (failed != null) {
                    failure.put(failed, sink);
                } else if (column.isPresent(i)) {
                    out.writeLong(column.high(i));
                    out.writeLong(column.low(i));
                }
            }
        }

        @Override
        public Object take(Source source) throws IOException {
            DataInput in = source.in();
            NumberColumn column = new NumberColumn(source.size());
            for (int i = 0; i < column.size(); i++) {
                switch (in.readByte()) {
                    case PRESENT -> column.set(i, in.readLong(), in.readLong());
                    case MISSING -> column.setMissing(i);
                    case FAILED -> column.setFailure(i, (Failure) failure.take(source));
                    default -> throw new IOException("A number is present, missing or failed.");
                }
            }
            return column;
        }
    }

    /**
     * A record.
     *
     * @param parts
     *            in the order of the constructor's parameters
     */
    record OfRecord(Constructor<?> constructor, List<Method> accessors, List<Form> parts) implements Form {

        @Override
        public void put(Object value, Sink sink) throws IOException {
            for (int i = 0; i < parts.size(); i++) {
                try {
                    parts.get(i).write(accessors.get(i).invoke(value), sink);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalArgumentException(value.getClass() + " cannot be looked into.", e);
                }
            }
        }

        @Override
        public Object take(Source source) throws IOException {
            source.enter();
            @Nullable Object[] values = new @Nullable Object[parts.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = parts.get(i).read(source);
            }
            source.leave();
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw new IOException(constructor.getDeclaringClass() + " takes nothing of that kind.", e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new IOException(constructor.getDeclaringClass() + " cannot be made.", e);
            }
        }
    }

    /** One of several records. */
    record OneOf(List<Class<?>> types, List<Form> forms) implements Form {

        @Override
        public void put(Object value, Sink sink) throws IOException {
            int type = types.indexOf(value.getClass());
            sink.out().writeShort(type);
            forms.get(type).put(value, sink);
        }

        @Override
        public Object take(Source source) throws IOException {
            return chosen(forms, source.in().readShort()).take(source);
        }
    }

    private static <T> T chosen(List<T> from, int index) throws IOException {
        if (index < 0 || index >= from.size()) {
            throw new IOException("There are " + from.size() + " to choose from, and " + index + " is none.");
        }
        return from.get(index);
    }
}
