package dev.hermes.workspace.cache;

import dev.hermes.local.ListedRows;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Rows of texts. */
final class ListNotation implements Notation<ListedRows> {

    @Override
    public void write(ListedRows list, DataOutput out) throws IOException {
        out.writeInt(list.columns().size());
        write(list.columns(), out);
        out.writeInt(list.rows().size());
        for (List<String> row : list.rows()) {
            write(row, out);
        }
    }

    @Override
    public ListedRows read(DataInput in) throws IOException {
        int width = in.readInt();
        List<String> columns = read(width, in);
        int size = in.readInt();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            rows.add(read(width, in));
        }
        return new ListedRows(columns, rows);
    }

    private static void write(List<String> texts, DataOutput out) throws IOException {
        for (String text : texts) {
            Texts.write(text, out);
        }
    }

    private static List<String> read(int count, DataInput in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(Objects.requireNonNull(Texts.read(in)));
        }
        return List.copyOf(texts);
    }
}
