package dev.hermes.workspace.cache;

import dev.hermes.column.NumberColumn;
import dev.hermes.facts.FactGroups;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pre-aggregated base indicators. */
final class FactGroupsNotation implements Notation<FactGroups> {

    @Override
    public void write(FactGroups groups, DataOutput out) throws IOException {
        int size = groups.subjects().length;
        out.writeInt(size);
        writeTexts(groups.subjects(), out);
        writeInts(groups.targets(), out);
        writeLongs(groups.facts(), out);
        out.writeInt(groups.figures().size());
        for (FactGroups.Figures figures : groups.figures()) {
            writeNumbers(figures.values(), out);
            writeLongs(figures.rows(), out);
            writeLongs(figures.missing(), out);
            writeLongs(figures.undecided(), out);
            int[] days = figures.days();
            out.writeBoolean(days != null);
            if (days != null) {
                writeInts(days, out);
            }
            @Nullable String[] keys = figures.keys();
            out.writeBoolean(keys != null);
            if (keys != null) {
                writeTexts(keys, out);
            }
            writeDistinct(figures.distinct(), out);
        }
    }

    @Override
    public FactGroups read(DataInput in) throws IOException {
        int size = in.readInt();
        @Nullable String[] subjects = readTexts(size, in);
        int[] targets = readInts(size, in);
        long[] facts = readLongs(size, in);
        List<FactGroups.Figures> figures = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            figures.add(new FactGroups.Figures(readNumbers(size, in), readLongs(size, in), readLongs(size, in),
                    readLongs(size, in), in.readBoolean() ? readInts(size, in) : null,
                    in.readBoolean() ? readTexts(size, in) : null, readDistinct(size, in)));
        }
        return new FactGroups(subjects, targets, facts, figures);
    }

    private static void writeNumbers(NumberColumn column, DataOutput out) throws IOException {
        for (int i = 0; i < column.size(); i++) {
            if (column.isFailed(i)) {
                throw new IllegalArgumentException("What a pass over facts finds cannot have failed.");
            }
            out.writeBoolean(column.isPresent(i));
            if (column.isPresent(i)) {
                out.writeLong(column.high(i));
                out.writeLong(column.low(i));
            }
        }
    }

    private static NumberColumn readNumbers(int size, DataInput in) throws IOException {
        NumberColumn column = new NumberColumn(size);
        for (int i = 0; i < size; i++) {
            if (in.readBoolean()) {
                column.set(i, in.readLong(), in.readLong());
                column.setPresent(i);
            } else {
                column.setMissing(i);
            }
        }
        return column;
    }

    private static void writeDistinct(@Nullable List<List<String>> distinct, DataOutput out) throws IOException {
        out.writeBoolean(distinct != null);
        if (distinct != null) {
            for (List<String> values : distinct) {
                out.writeInt(values.size());
                for (String value : values) {
                    Texts.write(value, out);
                }
            }
        }
    }

    private static @Nullable List<List<String>> readDistinct(int size, DataInput in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        List<List<String>> distinct = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int count = in.readInt();
            List<String> values = new ArrayList<>(count);
            for (int k = 0; k < count; k++) {
                values.add(Objects.requireNonNull(Texts.read(in)));
            }
            distinct.add(values);
        }
        return distinct;
    }

    private static void writeTexts(@Nullable String[] texts, DataOutput out) throws IOException {
        for (String text : texts) {
            Texts.write(text, out);
        }
    }

    private static @Nullable String[] readTexts(int size, DataInput in) throws IOException {
        @Nullable String[] texts = new @Nullable String[size];
        for (int i = 0; i < size; i++) {
            texts[i] = Texts.read(in);
        }
        return texts;
    }

    private static void writeInts(int[] numbers, DataOutput out) throws IOException {
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static int[] readInts(int size, DataInput in) throws IOException {
        int[] numbers = new int[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    private static void writeLongs(long[] numbers, DataOutput out) throws IOException {
        for (long number : numbers) {
            out.writeLong(number);
        }
    }

    private static long[] readLongs(int size, DataInput in) throws IOException {
        long[] numbers = new long[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = in.readLong();
        }
        return numbers;
    }
}
