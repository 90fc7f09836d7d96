package dev.hermes.local;

import dev.hermes.column.Column;
import dev.hermes.column.Columns;
import dev.hermes.facts.ColumnName;
import dev.hermes.facts.FactBatch;
import dev.hermes.facts.FactScan;
import dev.hermes.facts.FactSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** Hands over the rows of a scan in batches; no more than a few of them are in memory at a time. */
final class ScanReader {

    /** Rows of a batch; a multiple of DuckDB's own 2,048. */
    private static final int CAPACITY = 8192;

    private final FactSink sink;
    private final Map<ColumnName, SqlColumn> asked;
    private final boolean placed;
    private int size;
    private @Nullable String[] subjects = new @Nullable String[CAPACITY];
    private int[] targets = new int[CAPACITY];
    private int[] days = new int[CAPACITY];
    private String[] keys = new String[CAPACITY];
    private Map<ColumnName, Column> columns = new LinkedHashMap<>();

    private ScanReader(Map<ColumnName, SqlColumn> asked, boolean placed, FactSink sink) {
        this.asked = asked;
        this.placed = placed;
        this.sink = sink;
        renew();
    }

    static void read(FactScan scan, FactRelations relations, Session session, FactSink sink) {
        ViewTables tables = new ViewTables(scan.view(), relations, session);
        boolean placed = !scan.placements().isEmpty();
        if (placed) {
            PlacementTable.fill(session, scan.placements());
        }
        Map<ColumnName, SqlColumn> asked = new LinkedHashMap<>();
        scan.columns().forEach(name -> asked.put(name, tables.column(name)));
        List<String> list = new ArrayList<>(List.of(tables.subject().canonicalText(),
                placed ? "p.target" : "-1", tables.date().sql(), tables.key().canonicalText()));
        asked.values().forEach(column -> list.add(column.sql()));
        String rows = rows(scan, tables, session, placed);
        long expected = session.query("SELECT count(*)" + rows, result -> result.next() ? result.getLong(1) : 0L);
        ScanReader reader = new ScanReader(asked, placed, sink);
        session.stream("SELECT " + String.join(", ", list) + rows, expected, reader::add);
        reader.handOver();
    }

    private static String rows(FactScan scan, ViewTables tables, Session session, boolean placed) {
        String condition = "";
        if (scan.candidates() != null) {
            Condition candidates = new SqlFilter(tables).translate(scan.candidates());
            condition = " AND " + (candidates.nullable()
                    ? "coalesce(" + candidates.sql() + ", TRUE)"
                    : candidates.sql());
        }
        if (scan.subjects() != null) {
            PlacementTable.fillSubjects(session, scan.subjects());
            condition += " AND " + tables.subject().canonicalText() + " IN (SELECT subject FROM " + ViewTables.SUBJECTS
                    + ")";
        }
        return tables.fromWhere(placed) + condition;
    }

    private void add(DuckDBDataChunkReader chunk) {
        int count = Math.toIntExact(chunk.rowCount());
        for (int from = 0; from < count;) {
            int taken = Math.min(count - from, CAPACITY - size);
            add(chunk, from, taken);
            size += taken;
            from += taken;
            if (size == CAPACITY) {
                handOver();
            }
        }
    }

    private void add(DuckDBDataChunkReader chunk, int from, int count) {
        DuckDBReadableVector subject = chunk.vector(0);
        DuckDBReadableVector target = chunk.vector(1);
        DuckDBReadableVector day = chunk.vector(2);
        DuckDBReadableVector key = chunk.vector(3);
        for (int i = 0; i < count; i++) {
            subjects[size + i] = subject.getString(from + i);
            targets[size + i] = placed ? target.getInt(from + i, -1) : -1;
            days[size + i] = Math.toIntExact(day.getLocalDate(from + i).toEpochDay());
            keys[size + i] = key.getString(from + i);
        }
        int index = 4;
        for (Column column : columns.values()) {
            Vectors.copy(chunk.vector(index), from, count, column, size);
            index++;
        }
    }

    private void handOver() {
        if (size == 0) {
            return;
        }
        if (size < CAPACITY) {
            int[] filled = IntStream.range(0, size).toArray();
            columns.replaceAll((name, column) -> column.gather(filled));
        }
        sink.accept(new FactBatch(size, Arrays.copyOf(subjects, size), Arrays.copyOf(targets, size),
                Arrays.copyOf(days, size), Arrays.copyOf(keys, size), columns));
        size = 0;
        renew();
    }

    private void renew() {
        columns = new LinkedHashMap<>();
        asked.forEach((name, column) -> columns.put(name, Columns.of(column.type(), CAPACITY)));
    }
}
