package dev.hermes.workspace;

import dev.hermes.digest.Sha256;
import dev.hermes.document.DocumentReader;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Document;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.RateTable;
import dev.hermes.workspace.Operation.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.EmptyHandling;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a workspace: one of each kind and code, with the text of the file that it came from. What they said
 * before is kept, and can be gone back to. Thread-safe.
 */
public final class Documents {

    private static final Comparator<DocumentKey> BY_KIND_AND_CODE = Comparator
            .comparing((DocumentKey key) -> key.kind().word()).thenComparing(DocumentKey::code);

    private final WorkspaceDatabase database;
    private final Journal journal;

    Documents(WorkspaceDatabase database, Journal journal) {
        this.database = database;
        this.journal = journal;
    }

    /**
     * Takes in documents, all or none: each takes the place of the one with its kind and code, as a new revision where
     * it says something else. Whether they fit together is the caller's to know.
     *
     * @return what became of each, in the order given
     * @throws IllegalArgumentException
     *             where two have the same kind and code
     */
    public List<DocumentChange> apply(List<DocumentFile> files) {
        return edit(files, Set.of());
    }

    /**
     * Takes in documents and removes others, all or none, in one edit, which is taken back as one. Others in the files
     * of those that are removed stay. Whether what is left fits together is the caller's to know.
     *
     * @return what became of each that was given, in the order given, and then of each that was removed, by kind and
     *         code
     * @throws IllegalArgumentException
     *             where two have the same kind and code, or one is both given and removed
     * @throws WorkspaceException
     *             where one that is to be removed is not there
     */
    public List<DocumentChange> edit(List<DocumentFile> files, Set<DocumentKey> removed) {
        refuseRepeats(files, removed);
        return database.write(handle -> {
            DocumentEdit edit = new DocumentEdit(handle, journal, Kind.EDIT, null);
            List<DocumentChange> changes = new ArrayList<>();
            for (DocumentFile file : files) {
                if (!file.documents().isEmpty()) {
                    long fileId = edit.revisions().file(file.name(), file.text());
                    file.documents().forEach(loaded -> changes.add(edit.apply(loaded.document(), fileId)));
                }
            }
            removed.stream().sorted(BY_KIND_AND_CODE).forEach(key -> changes.add(edit.remove(key)));
            edit.revisions().removeUnusedFiles();
            return changes;
        });
    }

    /**
     * Takes the last edit back that has not been taken back: what its documents said before counts again, as new
     * revisions. Edits can be taken back to the first one, whoever made them and however long ago.
     *
     * @return what became of its documents; empty where there is nothing to take back
     */
    public List<DocumentChange> undo() {
        return database.write(handle -> {
            String last = journal.edits(handle).undoable().peekLast();
            return last == null ? List.of() : new DocumentEdit(handle, journal, Kind.UNDO, last).undo(last);
        });
    }

    /**
     * Makes the edit again that was taken back last, unless another one was made since.
     *
     * @return what became of its documents; empty where there is nothing to make again
     */
    public List<DocumentChange> redo() {
        return database.write(handle -> {
            String last = journal.edits(handle).redoable().peekLast();
            return last == null ? List.of() : new DocumentEdit(handle, journal, Kind.REDO, last).redo(last);
        });
    }

    /** All that was ever done to the documents, the first first. */
    public List<Operation> history() {
        return database.read(journal::operations);
    }

    /**
     * What {@link #undo} and {@link #redo} would do, which this does not.
     *
     * @param undoable
     *            how many edits can be taken back
     * @param redoable
     *            how many can be made again
     * @param undo
     *            the edit that would be taken back first; null where there is none
     * @param redo
     *            the edit that would be made again first; null where there is none
     */
    public record Steps(int undoable, int redoable, @Nullable Operation undo, @Nullable Operation redo) {

        public boolean canUndo() {
            return undoable > 0;
        }

        public boolean canRedo() {
            return redoable > 0;
        }
    }

    /** How far back and forth one can go from here. */
    public Steps steps() {
        return database.read(journal::steps);
    }

    private static void refuseRepeats(List<DocumentFile> files, Set<DocumentKey> removed) {
        Set<String> seen = new HashSet<>();
        for (DocumentFile file : files) {
            for (LoadedDocument loaded : file.documents()) {
                if (!seen.add(loaded.subject())) {
                    throw new IllegalArgumentException("The " + loaded.subject() + " is given twice, in " + file.name()
                            + " the second time.\nMaybe give one of the two another code.");
                }
                if (removed.contains(DocumentKey.of(loaded.document()))) {
                    throw new IllegalArgumentException("The " + loaded.subject() + " is given in " + file.name()
                            + " and is to be removed as well.\nMaybe do only one of the two.");
                }
            }
        }
    }

    /**
     * The documents from one operation to the next.
     *
     * @param operation
     *            the number of the last operation that counts; 0 where there was none
     * @param revisions
     *            the id of each document's revision, by its subject, such as "scheme sales"
     */
    public record State(long operation, Library library, Map<String, String> revisions) {

        public State {
            revisions = Map.copyOf(revisions);
        }
    }

    /**
     * All documents, with their places in the files that they came from; rate tables whose rows are imported have those
     * that mappings brought in.
     */
    public Library library() {
        return database.read(handle -> library(handle, currentDocuments(handle)));
    }

    /** The documents as they are now. */
    public State current() {
        return database.read(handle -> new State(journal.last(handle), library(handle, currentDocuments(handle)),
                new Revisions(handle).currentIds()));
    }

    /**
     * The documents as an operation has left them. The rows of imported rate tables are those of now.
     *
     * @param operation
     *            the number of the operation
     */
    public State after(long operation) {
        return database.read(handle -> {
            Map<Long, Map<String, String>> byFile = new Revisions(handle).after(operation);
            List<LoadedDocument> documents = files(handle, byFile.keySet()).stream()
                    .flatMap(file -> read(file, byFile.getOrDefault(file.id(), Map.of()).keySet()).stream()).toList();
            Map<String, String> ids = new HashMap<>();
            byFile.values().forEach(ids::putAll);
            return new State(operation, library(handle, documents), ids);
        });
    }

    private static Library library(Handle handle, List<LoadedDocument> documents) {
        Map<String, List<RateTable.Row>> rates = RateRows.read(handle);
        return Library.of(documents.stream().map(loaded -> withRates(loaded, rates)).toList());
    }

    /**
     * A document that was changed as a file of its own, with the comments of the file in which it stands now.
     *
     * @throws IllegalArgumentException
     *             where the document says something that its text has no words for
     */
    public DocumentFile rewritten(Document changed) {
        Optional<String> before = database.read(handle -> handle.createQuery("""
                SELECT text FROM intact_document_files WHERE id = (
                    SELECT file_id FROM intact_current_documents WHERE kind = :kind AND code = :code)""")
                .bind("kind", changed.kind().word()).bind("code", changed.code()).mapTo(String.class).findOne());
        return DocumentFile.read(changed.code() + ".yaml", before.map(text -> DocumentWriter.toYaml(changed, text))
                .orElseGet(() -> DocumentWriter.toYaml(changed)));
    }

    /**
     * A text that changes whenever any document, or the one given, says something else; but not with layouts, which
     * have no say in what is read or calculated.
     */
    public String fingerprint(Document document) {
        return Sha256.of(DocumentWriter.toCanonicalJson(document) + database.read(handle -> handle.createQuery("""
                SELECT revision FROM intact_current_documents WHERE kind <> :layout ORDER BY kind, code""")
                .bind("layout", DocumentKind.LAYOUT.word()).mapTo(String.class).list()));
    }

    private record StoredFile(long id, String name, String text) {}

    private static List<StoredFile> files(Handle handle, Set<Long> ids) {
        return handle
                .createQuery("SELECT id, name, text FROM intact_document_files WHERE id IN (<ids>) ORDER BY name, id")
                .bindList(EmptyHandling.NULL_KEYWORD, "ids", List.copyOf(ids))
                .map((row, _) -> new StoredFile(row.getLong(1), row.getString(2), row.getString(3))).list();
    }

    private static List<LoadedDocument> currentDocuments(Handle handle) {
        Map<Long, Set<String>> byFile = new Revisions(handle).currentByFile();
        // Others in the file may have been replaced by those of a later one.
        return files(handle, byFile.keySet()).stream()
                .flatMap(file -> read(file, byFile.getOrDefault(file.id(), Set.of())).stream()).toList();
    }

    /** The documents of a file with these subjects. */
    private static List<LoadedDocument> read(StoredFile file, Set<String> subjects) {
        return DocumentReader.read(file.name(), file.text()).stream()
                .filter(loaded -> subjects.contains(loaded.subject())).toList();
    }

    private static LoadedDocument withRates(LoadedDocument loaded, Map<String, List<RateTable.Row>> rates) {
        return loaded.document() instanceof RateTable table && table.imported()
                ? new LoadedDocument(table.withRows(rates.getOrDefault(table.code(), List.of())), loaded.locations())
                : loaded;
    }
}
