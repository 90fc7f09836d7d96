-- A workspace. Days are counted from 1970-01-01; [from_day, to_day). Numbers are plain decimals, as text.
-- application_id and user_version are read before anything else: see WorkspaceDatabase.
PRAGMA application_id = 1212502605;
PRAGMA user_version = 1;

-- The files that documents were read from, as their author wrote them: findings point into them.
CREATE TABLE document_files (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
    kind       TEXT NOT NULL,
    code       TEXT NOT NULL,
    revision   INTEGER NOT NULL CHECK (revision > 0),
    json       TEXT NOT NULL,
    file_id    INTEGER NOT NULL REFERENCES document_files (id),
    applied_at TEXT NOT NULL,
    PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX documents_by_file ON documents (file_id);

-- What each mapping brought in last. Every row that was brought in names its import and its line in the file.
CREATE TABLE imports (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    mapping     TEXT NOT NULL UNIQUE,
    file        TEXT NOT NULL,
    row_count   INTEGER NOT NULL,
    imported_at TEXT NOT NULL
) STRICT;

-- The Parquet files that are current, below the folder facts. Any other file there is a leftover.
CREATE TABLE fact_files (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    dataset   TEXT NOT NULL,
    file      TEXT NOT NULL PRIMARY KEY,
    row_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organisations (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    line      INTEGER NOT NULL,
    code      TEXT NOT NULL,
    name      TEXT NOT NULL,
    level     TEXT NOT NULL,
    parent    TEXT,
    from_day  INTEGER NOT NULL,
    to_day    INTEGER NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE leaders (
    import_id    INTEGER NOT NULL REFERENCES imports (id),
    line         INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    head         TEXT NOT NULL,
    from_day     INTEGER NOT NULL,
    to_day       INTEGER NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE superiors (
    import_id   INTEGER NOT NULL REFERENCES imports (id),
    line        INTEGER NOT NULL,
    subordinate TEXT NOT NULL,
    superior    TEXT NOT NULL,
    from_day    INTEGER NOT NULL,
    to_day      INTEGER NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE persons (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    line      INTEGER NOT NULL,
    person    TEXT NOT NULL,
    name      TEXT NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignments (
    import_id    INTEGER NOT NULL REFERENCES imports (id),
    line         INTEGER NOT NULL,
    person       TEXT NOT NULL,
    position     TEXT NOT NULL,
    organisation TEXT NOT NULL,
    from_day     INTEGER NOT NULL,
    to_day       INTEGER NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE dated_values (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    line      INTEGER NOT NULL,
    code      TEXT NOT NULL,
    subject   TEXT NOT NULL,
    value     TEXT NOT NULL,
    from_day  INTEGER NOT NULL,
    to_day    INTEGER NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX dated_values_by_code ON dated_values (code);

CREATE TABLE period_values (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    line      INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    series    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    period    TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (import_id, line),
    UNIQUE (indicator, period, series, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE corrections (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    line      INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    series    TEXT NOT NULL,
    subject   TEXT NOT NULL,
    period    TEXT NOT NULL,
    value     TEXT NOT NULL,
    reason    TEXT NOT NULL,
    PRIMARY KEY (import_id, line),
    UNIQUE (indicator, period, series, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE adjustments (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    line      INTEGER NOT NULL,
    scheme    TEXT NOT NULL,
    payee     TEXT NOT NULL,
    period    TEXT NOT NULL,
    amount    TEXT NOT NULL,
    reason    TEXT NOT NULL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE opening_balances (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    line      INTEGER NOT NULL,
    lineage   TEXT NOT NULL,
    balance   TEXT NOT NULL,
    payee     TEXT NOT NULL,
    period    TEXT NOT NULL,
    value     TEXT NOT NULL,
    PRIMARY KEY (import_id, line),
    UNIQUE (period, lineage, balance, payee)
) STRICT, WITHOUT ROWID;

-- Rows of rate tables whose document says "rows: imported". Keys are a JSON array of text, in the table's order.
CREATE TABLE rates (
    import_id  INTEGER NOT NULL REFERENCES imports (id),
    line       INTEGER NOT NULL,
    rate_table TEXT NOT NULL,
    keys       TEXT NOT NULL,
    lower      TEXT,
    upper      TEXT,
    value      TEXT NOT NULL,
    from_day   INTEGER,
    to_day     INTEGER,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    scheme        TEXT NOT NULL,
    lineage       TEXT NOT NULL,
    period        TEXT NOT NULL,
    fingerprint   TEXT NOT NULL,
    facts_version TEXT NOT NULL,
    calculated_at TEXT NOT NULL,
    payout_count  INTEGER NOT NULL,
    failure_count INTEGER NOT NULL
) STRICT;

CREATE INDEX runs_by_lineage ON runs (lineage, period);
CREATE INDEX runs_by_scheme ON runs (scheme, period);

CREATE TABLE payouts (
    run_id  INTEGER NOT NULL REFERENCES runs (id),
    payee   TEXT NOT NULL,
    amount  TEXT,
    failure TEXT,
    PRIMARY KEY (run_id, payee),
    CHECK ((amount IS NULL) <> (failure IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE closing_balances (
    run_id  INTEGER NOT NULL,
    payee   TEXT NOT NULL,
    balance TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (run_id, payee, balance),
    FOREIGN KEY (run_id, payee) REFERENCES payouts (run_id, payee)
) STRICT, WITHOUT ROWID;
