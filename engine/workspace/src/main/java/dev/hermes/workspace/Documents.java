package dev.hermes.workspace;

import dev.hermes.document.DocumentReader;
import dev.hermes.document.DocumentWriter;
import dev.hermes.document.Library;
import dev.hermes.document.LoadedDocument;
import dev.hermes.model.Document;
import dev.hermes.model.RateTable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The documents of a workspace: one of each kind and code, with the text of the file that it came from. Thread-safe.
 */
public final class Documents {

    private final WorkspaceDatabase database;
    private final Clock clock;

    Documents(WorkspaceDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One document as it is stored. */
    private record Stored(int revision, String json, long file) {}

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
            List<DocumentChange> changes = new ArrayList<>();
            for (DocumentFile file : files) {
                if (!file.documents().isEmpty()) {
                    long fileId = fileId(handle, file);
                    file.documents().forEach(loaded -> changes.add(apply(handle, loaded.document(), fileId)));
                }
            }
            handle.execute("""
                    DELETE FROM document_files
                    WHERE NOT EXISTS (SELECT 1 FROM documents WHERE file_id = document_files.id)""");
            return changes;
        });
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

    private DocumentChange apply(Handle handle, Document document, long file) {
        String kind = document.kind().word();
        String code = document.code();
        String json = DocumentWriter.toCanonicalJson(document);
        Optional<Stored> stored = handle
                .createQuery("SELECT revision, json, file_id FROM documents WHERE kind = :kind AND code = :code")
                .bind("kind", kind).bind("code", code)
                .map((row, _) -> new Stored(row.getInt(1), row.getString(2), row.getLong(3))).findOne();
        if (stored.isEmpty()) {
            handle.execute(
                    "INSERT INTO documents (kind, code, revision, json, file_id, applied_at) VALUES (?, ?, 1, ?, ?, ?)",
                    kind, code, json, file, clock.instant().toString());
            return new DocumentChange(document.kind(), code, 1, DocumentChange.Outcome.CREATED);
        }
        int revision = stored.get().revision();
        if (!stored.get().json().equals(json)) {
            handle.execute("""
                    UPDATE documents SET revision = ?, json = ?, file_id = ?, applied_at = ?
                    WHERE kind = ? AND code = ?""", revision + 1, json, file, clock.instant().toString(), kind, code);
            return new DocumentChange(document.kind(), code, revision + 1, DocumentChange.Outcome.CHANGED);
        }
        if (stored.get().file() != file) {
            // The same meaning in another text: findings are to point into the one that the author has now.
            handle.execute("UPDATE documents SET file_id = ? WHERE kind = ? AND code = ?", file, kind, code);
        }
        return new DocumentChange(document.kind(), code, revision, DocumentChange.Outcome.UNCHANGED);
    }

    private static long fileId(Handle handle, DocumentFile file) {
        return handle.createQuery("SELECT id FROM document_files WHERE name = :name AND text = :text")
                .bind("name", file.name()).bind("text", file.text()).mapTo(long.class).findFirst()
                .orElseGet(() -> handle.createUpdate("INSERT INTO document_files (name, text) VALUES (:name, :text)")
                        .bind("name", file.name()).bind("text", file.text()).executeAndReturnGeneratedKeys("id")
                        .mapTo(long.class).one());
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

    private static List<LoadedDocument> documents(Handle handle) {
        record StoredFile(long id, String name, String text) {}
        List<StoredFile> files = handle.createQuery("SELECT id, name, text FROM document_files ORDER BY name, id")
                .map((row, _) -> new StoredFile(row.getLong(1), row.getString(2), row.getString(3))).list();
        List<LoadedDocument> documents = new ArrayList<>();
        for (StoredFile file : files) {
            // Others in the file may have been replaced by those of a later one.
            Set<String> current = handle.createQuery("SELECT kind || ' ' || code FROM documents WHERE file_id = :file")
                    .bind("file", file.id()).mapTo(String.class).set();
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
