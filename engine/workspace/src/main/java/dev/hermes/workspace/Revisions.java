package dev.hermes.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The revisions of documents in the database, and which of them count. Belongs to one transaction. */
final class Revisions {

    private static final String SELECT = "SELECT id, revisions.kind, revisions.code, number, base, json, "
            + "revisions.file_id FROM intact_revisions AS revisions ";

    private final Handle handle;

    Revisions(Handle handle) {
        this.handle = handle;
    }

    /** The revision that counts; the last one where the document was removed. */
    Optional<Revision> current(String kind, String code) {
        return handle.createQuery(SELECT + """
                JOIN intact_current_documents AS current_documents ON current_documents.revision = revisions.id
                WHERE current_documents.kind = :kind AND current_documents.code = :code""")
                .bind("kind", kind).bind("code", code).map((row, _) -> revision(row)).findOne();
    }

    Revision of(String id) {
        return handle.createQuery(SELECT + "WHERE id = :id").bind("id", id).map((row, _) -> revision(row)).one();
    }

    /** What an operation has made, by kind and code. */
    List<Revision> madeBy(String operation) {
        return handle.createQuery(SELECT + "WHERE operation = :operation ORDER BY kind, code")
                .bind("operation", operation).map((row, _) -> revision(row)).list();
    }

    private static Revision revision(ResultSet row) throws SQLException {
        long file = row.getLong(7);
        return new Revision(row.getString(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5),
                row.getString(6), row.wasNull() ? null : file);
    }

    /** Adds a revision, which counts from now on. */
    void add(Revision revision, String operation) {
        handle.execute("""
                INSERT INTO revisions (id, kind, code, number, base, operation, json, file_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", revision.id(), revision.kind(), revision.code(), revision.number(),
                revision.base(), operation, revision.json(), revision.file());
        handle.execute("""
                INSERT INTO current_documents (kind, code, revision, file_id) VALUES (?, ?, ?, ?)
                ON CONFLICT (kind, code) DO UPDATE SET revision = excluded.revision, file_id = excluded.file_id""",
                revision.kind(), revision.code(), revision.id(), revision.file());
    }

    /** Says which file has the text that the author of a current document has now, though it means the same. */
    void setCurrentFile(String kind, String code, long file) {
        handle.execute("UPDATE current_documents SET file_id = ? WHERE kind = ? AND code = ?", file, kind, code);
    }

    /** The subjects, such as "indicator sales", of the current documents by the file that has their text. */
    Map<Long, Set<String>> currentByFile() {
        Map<Long, Set<String>> subjects = new HashMap<>();
        handle.createQuery("""
                SELECT file_id, kind || ' ' || code FROM intact_current_documents WHERE file_id IS NOT NULL""")
                .map((row, _) -> Map.entry(row.getLong(1), row.getString(2)))
                .forEach(found -> subjects.computeIfAbsent(found.getKey(), _ -> new HashSet<>()).add(found.getValue()));
        return subjects;
    }

    /** The ids of the revisions that count, by subject; without those of documents that were removed. */
    Map<String, String> currentIds() {
        Map<String, String> ids = new HashMap<>();
        handle.createQuery("""
                SELECT kind || ' ' || code, revision FROM intact_current_documents WHERE file_id IS NOT NULL""")
                .map((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .forEach(found -> ids.put(found.getKey(), found.getValue()));
        return ids;
    }

    /** The ids of the revisions that counted after an operation, by subject, by the file that they were read from. */
    Map<Long, Map<String, String>> after(long operation) {
        record Found(long file, String subject, String id) {}
        Map<Long, Map<String, String>> ids = new HashMap<>();
        handle.createQuery("""
                WITH known AS (SELECT revisions.id, revisions.kind, code, revisions.number, file_id,
                        max(revisions.number) OVER (PARTITION BY revisions.kind, code) AS last
                    FROM intact_revisions AS revisions
                    JOIN intact_operations AS operations ON operations.id = revisions.operation
                    WHERE operations.number <= :operation)
                SELECT file_id, kind || ' ' || code, id FROM known WHERE number = last AND file_id IS NOT NULL""")
                .bind("operation", operation)
                .map((row, _) -> new Found(row.getLong(1), row.getString(2), row.getString(3)))
                .forEach(found -> ids.computeIfAbsent(found.file(), _ -> new HashMap<>()).put(found.subject(),
                        found.id()));
        return ids;
    }

    long file(String name, String text) {
        return handle.createQuery("SELECT id FROM document_files WHERE name = :name AND text = :text")
                .bind("name", name).bind("text", text).mapTo(long.class).findFirst()
                .orElseGet(() -> handle.createUpdate("INSERT INTO document_files (name, text) VALUES (:name, :text)")
                        .bind("name", name).bind("text", text).executeAndReturnGeneratedKeys("id")
                        .mapTo(long.class).one());
    }

    /** Forgets the texts that neither a revision nor a current document was read from. */
    void removeUnusedFiles() {
        handle.execute("""
                DELETE FROM document_files
                WHERE NOT EXISTS (SELECT 1 FROM current_documents WHERE file_id = document_files.id)
                  AND NOT EXISTS (SELECT 1 FROM revisions WHERE file_id = document_files.id)""");
    }
}
