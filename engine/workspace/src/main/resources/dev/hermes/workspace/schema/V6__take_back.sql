-- What the last import of each mapping has taken the place of, so that it can be taken back. It is kept until the next one.
PRAGMA user_version = 6;

-- The last import of each mapping and how many rows of tables it has replaced. Where these were very many, none are kept.
CREATE TABLE last_imports (
    import_id      INTEGER NOT NULL PRIMARY KEY REFERENCES imports (id),
    replaced_count INTEGER NOT NULL,
    is_kept        INTEGER NOT NULL CHECK (is_kept IN (0, 1)),
    hash           INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(import_id, replaced_count, is_kept)) STORED,
    intact         INTEGER GENERATED ALWAYS AS (hash = row_hash(import_id, replaced_count, is_kept)) VIRTUAL
) STRICT, WITHOUT ROWID;

-- The imports that counted before it.
CREATE TABLE taken_out_imports (
    by_import INTEGER NOT NULL REFERENCES imports (id),
    import_id INTEGER NOT NULL REFERENCES imports (id),
    hash      INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(by_import, import_id)) STORED,
    intact    INTEGER GENERATED ALWAYS AS (hash = row_hash(by_import, import_id)) VIRTUAL,
    PRIMARY KEY (by_import, import_id)
) STRICT, WITHOUT ROWID;

-- Their rows: the cells are a JSON array in the order of the table's columns behind import and line.
CREATE TABLE taken_out_rows (
    by_import  INTEGER NOT NULL REFERENCES imports (id),
    table_name TEXT NOT NULL,
    import_id  INTEGER NOT NULL REFERENCES imports (id),
    line       INTEGER NOT NULL,
    cells      TEXT NOT NULL CHECK (json_valid(cells)),
    hash       INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(by_import, table_name, import_id, line, cells)) STORED,
    intact     INTEGER
        GENERATED ALWAYS AS (hash = row_hash(by_import, table_name, import_id, line, cells)) VIRTUAL,
    PRIMARY KEY (by_import, table_name, import_id, line)
) STRICT, WITHOUT ROWID;

-- Their files of facts, and the file that has what was left of each; null where nothing was.
CREATE TABLE taken_out_files (
    by_import INTEGER NOT NULL REFERENCES imports (id),
    import_id INTEGER NOT NULL REFERENCES imports (id),
    dataset   TEXT NOT NULL,
    file      TEXT NOT NULL PRIMARY KEY,
    row_count INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    left_file TEXT,
    hash      INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(by_import, import_id, dataset, file, row_count, sha256, left_file)) STORED,
    intact    INTEGER
        GENERATED ALWAYS AS (hash = row_hash(by_import, import_id, dataset, file, row_count, sha256, left_file)) VIRTUAL
) STRICT, WITHOUT ROWID;

-- The imports that were taken back.
CREATE TABLE import_returns (
    import_id INTEGER NOT NULL PRIMARY KEY REFERENCES imports (id),
    author    TEXT NOT NULL,
    at        TEXT NOT NULL,
    hash      INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(import_id, author, at)) STORED,
    intact    INTEGER GENERATED ALWAYS AS (hash = row_hash(import_id, author, at)) VIRTUAL
) STRICT, WITHOUT ROWID;

CREATE VIEW intact_last_imports AS SELECT import_id, replaced_count, is_kept
FROM last_imports WHERE require_intact(intact, 'last_imports');
CREATE VIEW intact_taken_out_imports AS SELECT by_import, import_id
FROM taken_out_imports WHERE require_intact(intact, 'taken_out_imports');
CREATE VIEW intact_taken_out_rows AS SELECT by_import, table_name, import_id, line, cells
FROM taken_out_rows WHERE require_intact(intact, 'taken_out_rows');
CREATE VIEW intact_taken_out_files AS SELECT by_import, import_id, dataset, file, row_count, sha256, left_file
FROM taken_out_files WHERE require_intact(intact, 'taken_out_files');
CREATE VIEW intact_import_returns AS SELECT import_id, author, at
FROM import_returns WHERE require_intact(intact, 'import_returns');
