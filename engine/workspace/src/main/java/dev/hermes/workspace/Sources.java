package dev.hermes.workspace;

/** What the files of imports were like when they were brought in. Thread-safe. */
public final class Sources {

    private final WorkspaceDatabase database;

    Sources(WorkspaceDatabase database) {
        this.database = database;
    }

    /**
     * Notes what the file was like that a mapping has just brought in.
     *
     * @param source
     *            whatever differs where the file or the mapping does
     */
    public void note(String mapping, String source) {
        database.write(handle -> handle.execute("""
                INSERT OR REPLACE INTO import_sources (mapping, import_id, source)
                SELECT mapping, id, ? FROM intact_imports WHERE mapping = ?""", source, mapping));
    }

    /** Whether the last import of a mapping was of such a file; false where nobody has noted that. */
    public boolean isCurrent(String mapping, String source) {
        return database.read(handle -> handle.createQuery("""
                SELECT 1 FROM intact_import_sources AS sources JOIN intact_imports AS imports ON imports.id = import_id
                WHERE sources.mapping = :mapping AND source = :source""").bind("mapping", mapping)
                .bind("source", source).mapTo(int.class).findOne()).isPresent();
    }
}
