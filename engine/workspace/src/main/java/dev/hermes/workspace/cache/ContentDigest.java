package dev.hermes.workspace.cache;

import dev.hermes.decimal.Decimal;
import dev.hermes.facts.FactPass;
import dev.hermes.formula.Span;
import dev.hermes.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Names a tree of records by all that is in it: equal trees have the same digest in every process, and others another
 * one. Each value is written with its type and its length. Where in a text a formula stands makes no difference.
 */
final class ContentDigest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private ContentDigest() {}

    /**
     * The digest of values, in this order.
     *
     * @throws IllegalArgumentException
     *             where something in it is of a type of which it is not known what it consists of
     */
    static String of(Object... values) {
        ContentDigest content = new ContentDigest();
        try {
            content.addAll(List.of(values));
            return Sha256.of(content.bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written.", e);
        }
    }

    private void add(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeByte('0');
            case Span _ -> out.writeByte('p');
            case FactPass.Placement placement -> {
                // There are tens of thousands of them, and looking into a record takes its time.
                out.writeByte('P');
                text(placement.subject());
                out.writeLong(placement.from().toEpochDay());
                out.writeLong(placement.to().toEpochDay());
                out.writeInt(placement.target());
            }
            case String text -> {
                out.writeByte('t');
                text(text);
            }
            case Enum<?> constant -> {
                out.writeByte('e');
                text(constant.getDeclaringClass().getName());
                text(constant.name());
            }
            case Boolean bool -> out.writeByte(bool ? 'y' : 'n');
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Decimal number -> {
                out.writeByte('d');
                out.writeLong(number.high());
                out.writeLong(number.low());
            }
            case LocalDate day -> {
                out.writeByte('D');
                out.writeLong(day.toEpochDay());
            }
            case List<?> list -> {
                out.writeByte('l');
                addAll(list);
            }
            case Set<?> set -> {
                out.writeByte('s');
                addAll(set.stream().map(String.class::cast).sorted().toList());
            }
            case Map<?, ?> map -> {
                out.writeByte('m');
                Map<String, @Nullable Object> ordered = new TreeMap<>();
                map.forEach((key, entry) -> ordered.put((String) key, entry));
                addAll(ordered.keySet());
                addAll(ordered.values());
            }
            case Record record -> {
                out.writeByte('r');
                text(record.getClass().getName());
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    add(read(component, record));
                }
            }
            default -> throw new IllegalArgumentException("A " + value.getClass().getName()
                    + " has no digest: it is not known what it consists of.");
        }
    }

    private void addAll(Collection<? extends @Nullable Object> values) throws IOException {
        out.writeInt(values.size());
        for (Object value : values) {
            add(value);
        }
    }

    private void text(String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static @Nullable Object read(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("The record " + of.getClass().getName() + " cannot be looked into.", e);
        }
    }
}
