-- Documents become revisions that never change, each made by an operation that is noted in a journal.
PRAGMA user_version = 2;

-- What was done to documents, in order. Ids are UUIDv7; those of version 1 are random.
CREATE TABLE operations (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id     TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    at     TEXT NOT NULL,
    kind   TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
    edit   TEXT REFERENCES operations (id),
    CHECK ((kind = 'edit') = (edit IS NULL))
) STRICT;

-- What a central store has not been told yet.
CREATE TABLE outbox (
    operation TEXT NOT NULL PRIMARY KEY REFERENCES operations (id)
) STRICT, WITHOUT ROWID;

-- Without text the document is removed. The base is the revision whose place it takes.
CREATE TABLE revisions (
    id        TEXT NOT NULL PRIMARY KEY,
    kind      TEXT NOT NULL,
    code      TEXT NOT NULL,
    number    INTEGER NOT NULL CHECK (number > 0),
    base      TEXT REFERENCES revisions (id),
    operation TEXT NOT NULL REFERENCES operations (id),
    json      TEXT,
    file_id   INTEGER REFERENCES document_files (id),
    UNIQUE (kind, code, number),
    CHECK ((json IS NULL) = (file_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX revisions_by_operation ON revisions (operation);
CREATE INDEX revisions_by_file ON revisions (file_id);

-- The revision of each document that counts, and the file whose text its author has now.
CREATE TABLE current_documents (
    kind     TEXT NOT NULL,
    code     TEXT NOT NULL,
    revision TEXT NOT NULL REFERENCES revisions (id),
    file_id  INTEGER REFERENCES document_files (id),
    PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX current_documents_by_file ON current_documents (file_id);

INSERT INTO operations (id, author, at, kind)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'
             || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), 'unknown', max(applied_at), 'edit'
FROM documents HAVING count(*) > 0;

INSERT INTO outbox (operation) SELECT id FROM operations;

INSERT INTO revisions (id, kind, code, number, operation, json, file_id)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-a'
             || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), documents.kind, code, revision,
       operations.id, json, file_id
FROM documents CROSS JOIN operations;

INSERT INTO current_documents (kind, code, revision, file_id) SELECT kind, code, id, file_id FROM revisions;

DROP TABLE documents;
