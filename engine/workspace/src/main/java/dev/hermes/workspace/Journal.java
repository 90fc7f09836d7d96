package dev.hermes.workspace;

import dev.hermes.workspace.Operation.Kind;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The operations on documents, which stay as they are: what can be taken back is told from them. Thread-safe. */
final class Journal {

    private final Clock clock;
    private final String author;
    private final TimeOrderedIds ids;

    Journal(Clock clock, String author) {
        this.clock = clock;
        this.author = author;
        ids = new TimeOrderedIds(clock);
    }

    /** One operation as it is stored. */
    private record Entry(long number, String id, String author, Instant at, Kind kind, @Nullable String edit) {}

    /**
     * The edits that can be taken back, and those that can be made again, by id; the next one last. An edit that is not
     * the making again of one ends what could be made again.
     */
    record Edits(Deque<String> undoable, Deque<String> redoable) {}

    /** A new id, greater than those before. */
    String newId() {
        return ids.next();
    }

    /**
     * Begins an operation and returns its id.
     *
     * @param edit
     *            the edit that is taken back or made again; null for an edit
     */
    String begin(Handle handle, Kind kind, @Nullable String edit) {
        String id = ids.next();
        handle.execute("INSERT INTO operations (id, author, at, kind, edit) VALUES (?, ?, ?, ?, ?)", id, author,
                clock.instant().toString(), kind.word(), edit);
        handle.execute("INSERT INTO outbox (operation) VALUES (?)", id);
        return id;
    }

    Edits edits(Handle handle) {
        return edits(entries(handle));
    }

    private static Edits edits(List<Entry> entries) {
        Edits edits = new Edits(new ArrayDeque<>(), new ArrayDeque<>());
        for (Entry entry : entries) {
            switch (entry.kind()) {
                case EDIT -> {
                    edits.undoable().addLast(entry.id());
                    edits.redoable().clear();
                }
                case UNDO -> edits.redoable().addLast(edits.undoable().removeLast());
                case REDO -> edits.undoable().addLast(edits.redoable().removeLast());
            }
        }
        return edits;
    }

    /** The number of the last operation; 0 where there is none. */
    long last(Handle handle) {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM operations").mapTo(long.class).one();
    }

    /** What could be taken back and made again. */
    Documents.Steps steps(Handle handle) {
        List<Entry> entries = entries(handle);
        Edits edits = edits(entries);
        return new Documents.Steps(edits.undoable().size(), edits.redoable().size(),
                edit(handle, entries, edits.undoable().peekLast()), edit(handle, entries, edits.redoable().peekLast()));
    }

    private static @Nullable Operation edit(Handle handle, List<Entry> entries, @Nullable String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst()
                .map(entry -> operation(new Revisions(handle), entry, null)).orElse(null);
    }

    /** All operations, the first first. */
    List<Operation> operations(Handle handle) {
        Revisions revisions = new Revisions(handle);
        Map<String, Long> numbers = new HashMap<>();
        List<Operation> operations = new ArrayList<>();
        for (Entry entry : entries(handle)) {
            numbers.put(entry.id(), entry.number());
            operations.add(operation(revisions, entry, entry.edit() == null ? null : numbers.get(entry.edit())));
        }
        return operations;
    }

    private static Operation operation(Revisions revisions, Entry entry, @Nullable Long edit) {
        List<DocumentChange> changes = new ArrayList<>();
        for (Revision revision : revisions.madeBy(entry.id())) {
            changes.add(revision.change(revision.base() == null ? null : revisions.of(revision.base())));
        }
        return new Operation(entry.number(), entry.id(), entry.author(), entry.at(), entry.kind(), edit, changes);
    }

    private static List<Entry> entries(Handle handle) {
        return handle.createQuery("SELECT number, id, author, at, kind, edit FROM intact_operations ORDER BY number")
                .map((row, _) -> new Entry(row.getLong(1), row.getString(2), row.getString(3),
                        Instant.parse(row.getString(4)), kind(row.getString(5)), row.getString(6)))
                .list();
    }

    private static Kind kind(String word) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalStateException("The journal holds an operation of the unknown kind " + word + ".");
    }
}
