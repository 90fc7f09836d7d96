package dev.hermes.workspace.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Remembers what an import makes of rows, and why it refuses others. Of one thread. */
final class PreviewRows implements RefusedRows {

    private final String file;
    private final SortedMap<Long, Preview.Row> rows = new TreeMap<>();
    private List<FieldReader> readers = List.of();

    /** @param file what findings call the file */
    PreviewRows(String file) {
        this.file = file;
    }

    /** Hands rows on, and remembers what the fields have read in them. */
    FileReading.Taker watching(MappedFields fields, FileReading.Taker taker) {
        readers = fields.readers();
        return new FileReading.Taker() {

            @Override
            public void take(Row row) throws IOException {
                readers.forEach(FieldReader::forget);
                taker.take(row);
                rows.put(row.line(), new Preview.Row(row.line(), values(), texts(row), List.of()));
            }

            @Override
            public List<FileReading.LateReason> finishBatch() {
                return taker.finishBatch();
            }
        };
    }

    private List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>();
        readers.forEach(reader -> values.add(reader.last()));
        return values;
    }

    private List<@Nullable String> texts(Row row) {
        List<@Nullable String> texts = new ArrayList<>();
        readers.forEach(reader -> texts.add(reader.written(row)));
        return texts;
    }

    @Override
    public void add(long line, List<Reason> reasons, List<String> cells) {
        Preview.Row before = rows.get(line);
        List<@Nullable Object> values = before == null ? Collections.nCopies(readers.size(), null) : before.values();
        List<@Nullable String> texts = before == null ? Collections.nCopies(readers.size(), null) : before.texts();
        List<Preview.Refusal> refusals = Stream.concat(
                before == null ? Stream.empty() : before.refusals().stream(),
                reasons.stream().map(reason -> Preview.Refusal.of(reason, file, line))).toList();
        rows.put(line, new Preview.Row(line, values, texts, refusals));
    }

    @Override
    public long count() {
        return rows.values().stream().filter(Preview.Row::isRejected).count();
    }

    /** The rows so far, in the order of their lines. */
    List<Preview.Row> rows() {
        return List.copyOf(rows.values());
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
