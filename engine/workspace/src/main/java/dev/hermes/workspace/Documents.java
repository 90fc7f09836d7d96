package dev.hermes.workspace;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Document;
import dev.hermes.model.RateTable;
import dev.hermes.workspace.Operation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The documents of a workspace: one of each kind and code, with the text of the file that it came from. What they said
 * before is kept, and can be gone back to. Thread-safe.
 */
public final class Documents {

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
        refuseRepeats(files);
        return database.write(handle -> {
            DocumentEdit edit = new DocumentEdit(handle, journal, Kind.EDIT, null);
            List<DocumentChange> changes = new ArrayList<>();
            for (DocumentFile file : files) {
                if (!file.documents().isEmpty()) {
                    long fileId = edit.revisions().file(file.name(), file.text());
                    file.documents().forEach(loaded -> changes.add(edit.apply(loaded.document(), fileId)));
                }
            }
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

    private static void refuseRepeats(List<DocumentFile> files) {
        Set<String> seen = new HashSet<>();
        for (DocumentFile file : files) {
            for (LoadedDocument loaded : file.documents()) {
                if (!seen.add(loaded.subject())) {
                    throw new IllegalArgumentException("The " + loaded.subject() + " is given twice, in " + file.name()
                            + " the second time.\nMaybe give one of the two another code.");
                }
            }
        }
    }

    /**
     * All documents, with their places in the files that they came from; rate tables whose rows are imported have those
     * that mappings brought in.
     */
    public Library library() {
        return database.read(handle -> {
            Map<String, List<RateTable.Row>> rates = RateRows.read(handle);
            return Library.of(documents(handle).stream().map(loaded -> withRates(loaded, rates)).toList());
        });
    }

    /** A text that changes whenever any document, or the one given, says something else. */
    public String fingerprint(Document document) {
        return Sha256.of(DocumentWriter.toCanonicalJson(document) + database.read(handle -> handle
                .createQuery("SELECT revision FROM intact_current_documents ORDER BY kind, code").mapTo(String.class)
                .list()));
    }

    private static List<LoadedDocument> documents(Handle handle) {
        record StoredFile(long id, String name, String text) {}
        Revisions revisions = new Revisions(handle);
        List<StoredFile> files = handle.createQuery("""
                SELECT id, name, text FROM intact_document_files AS document_files
                WHERE EXISTS (SELECT 1 FROM intact_current_documents WHERE file_id = document_files.id)
                ORDER BY name, id""")
                .map((row, _) -> new StoredFile(row.getLong(1), row.getString(2), row.getString(3))).list();
        List<LoadedDocument> documents = new ArrayList<>();
        for (StoredFile file : files) {
            // Others in the file may have been replaced by those of a later one.
            Set<String> current = Set.copyOf(revisions.currentIn(file.id()));
            DocumentReader.read(file.name(), file.text()).stream().filter(loaded -> current.contains(loaded.subject()))
                    .forEach(documents::add);
        }
        return documents;
    }

    private static LoadedDocument withRates(LoadedDocument loaded, Map<String, List<RateTable.Row>> rates) {
        return loaded.document() instanceof RateTable table && table.imported()
                ? new LoadedDocument(table.withRows(rates.getOrDefault(table.code(), List.of())), loaded.locations())
                : loaded;
    }
}
