-- Why rows were rejected, and the rows themselves.
PRAGMA user_version = 5;

-- How many rows of an import were rejected for which reason, each row counted once: by its first reason, without what
-- differs from row to row. Under the empty reason are all those that nobody knows. The counts of an import add up to its
-- rejected_count; one of an earlier version has none.
CREATE TABLE reject_reasons (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    reason    TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    hash      INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(import_id, reason, row_count)) STORED,
    intact    INTEGER GENERATED ALWAYS AS (hash = row_hash(import_id, reason, row_count)) VIRTUAL,
    PRIMARY KEY (import_id, reason)
) STRICT, WITHOUT ROWID;

-- The files of rejected rows that are kept, below the folder rejects. Any other file there is a leftover. A file of very
-- many rows has only the first of them: row_count says how many.
CREATE TABLE reject_files (
    import_id INTEGER NOT NULL PRIMARY KEY REFERENCES imports (id),
    file      TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    hash      INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(import_id, file, row_count, sha256)) STORED,
    intact    INTEGER GENERATED ALWAYS AS (hash = row_hash(import_id, file, row_count, sha256)) VIRTUAL
) STRICT, WITHOUT ROWID;

CREATE VIEW intact_reject_reasons AS SELECT import_id, reason, row_count
FROM reject_reasons WHERE require_intact(intact, 'reject_reasons');
CREATE VIEW intact_reject_files AS SELECT import_id, file, row_count, sha256
FROM reject_files WHERE require_intact(intact, 'reject_files');
