-- A workspace. Days are counted from 1970-01-01; [from_day, to_day). Numbers are plain decimals, as text.
-- application_id and user_version are read before anything else: see WorkspaceDatabase.
-- Each row is stored with the hash of what is in it (see RowHash). Whoever reads rows reads them through the view intact_...
-- of their table, which refuses a row that is not what was written; "hermes doctor" finds all such rows.
PRAGMA application_id = 1212502605;
PRAGMA user_version = 4;

-- The files that documents were read from, as their author wrote them: findings point into them.
CREATE TABLE document_files (
    id     INTEGER PRIMARY KEY,
    name   TEXT NOT NULL,
    text   TEXT NOT NULL,
    hash   INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(id, name, text)) STORED,
    intact INTEGER GENERATED ALWAYS AS (hash = row_hash(id, name, text)) VIRTUAL
) STRICT;

-- What was done to documents, in order. Ids are UUIDv7.
CREATE TABLE operations (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id     TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    at     TEXT NOT NULL,
    kind   TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
    edit   TEXT REFERENCES operations (id),
    hash   INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(number, id, author, at, kind, edit)) STORED,
    intact INTEGER GENERATED ALWAYS AS (hash = row_hash(number, id, author, at, kind, edit)) VIRTUAL,
    CHECK ((kind = 'edit') = (edit IS NULL))
) STRICT;

-- What a central store has not been told yet.
CREATE TABLE outbox (
    operation TEXT NOT NULL PRIMARY KEY REFERENCES operations (id),
    hash      INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(operation)) STORED,
    intact    INTEGER GENERATED ALWAYS AS (hash = row_hash(operation)) VIRTUAL
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
    hash      INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(id, kind, code, number, base, operation, json, file_id)) STORED,
    intact    INTEGER
        GENERATED ALWAYS AS (hash = row_hash(id, kind, code, number, base, operation, json, file_id)) VIRTUAL,
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
    hash     INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(kind, code, revision, file_id)) STORED,
    intact   INTEGER GENERATED ALWAYS AS (hash = row_hash(kind, code, revision, file_id)) VIRTUAL,
    PRIMARY KEY (kind, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX current_documents_by_file ON current_documents (file_id);

-- What mappings have brought in. Every row names its import and its line in the file; row_count says how many are left of
-- those that were accepted. read_count = accepted_count + left_out_count + rejected_count.
CREATE TABLE imports (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    mapping        TEXT NOT NULL,
    file           TEXT NOT NULL,
    sha256         TEXT,
    definition     TEXT,
    author         TEXT NOT NULL,
    imported_at    TEXT NOT NULL,
    replaced_at    TEXT,
    read_count     INTEGER NOT NULL,
    accepted_count INTEGER NOT NULL,
    left_out_count INTEGER NOT NULL,
    rejected_count INTEGER NOT NULL,
    row_count      INTEGER NOT NULL,
    hash           INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(id, mapping, file, sha256, definition, author, imported_at, replaced_at, read_count, accepted_count, left_out_count, rejected_count, row_count)) STORED,
    intact         INTEGER
        GENERATED ALWAYS AS (hash = row_hash(id, mapping, file, sha256, definition, author, imported_at, replaced_at, read_count, accepted_count, left_out_count, rejected_count, row_count)) VIRTUAL
) STRICT;

CREATE INDEX imports_by_mapping ON imports (mapping);

-- The Parquet files that are current, below the folder facts. Any other file there is a leftover.
CREATE TABLE fact_files (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    dataset   TEXT NOT NULL,
    file      TEXT NOT NULL PRIMARY KEY,
    row_count INTEGER NOT NULL,
    sha256    TEXT NOT NULL,
    hash      INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(import_id, dataset, file, row_count, sha256)) STORED,
    intact    INTEGER GENERATED ALWAYS AS (hash = row_hash(import_id, dataset, file, row_count, sha256)) VIRTUAL
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
    hash      INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, code, name, level, parent, from_day, to_day)) STORED,
    intact    INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, code, name, level, parent, from_day, to_day)) VIRTUAL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE leaders (
    import_id    INTEGER NOT NULL REFERENCES imports (id),
    line         INTEGER NOT NULL,
    organisation TEXT NOT NULL,
    head         TEXT NOT NULL,
    from_day     INTEGER NOT NULL,
    to_day       INTEGER NOT NULL,
    hash         INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, organisation, head, from_day, to_day)) STORED,
    intact       INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, organisation, head, from_day, to_day)) VIRTUAL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE superiors (
    import_id   INTEGER NOT NULL REFERENCES imports (id),
    line        INTEGER NOT NULL,
    subordinate TEXT NOT NULL,
    superior    TEXT NOT NULL,
    from_day    INTEGER NOT NULL,
    to_day      INTEGER NOT NULL,
    hash        INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, subordinate, superior, from_day, to_day)) STORED,
    intact      INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, subordinate, superior, from_day, to_day)) VIRTUAL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE persons (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    line      INTEGER NOT NULL,
    person    TEXT NOT NULL,
    name      TEXT NOT NULL,
    hash      INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(import_id, line, person, name)) STORED,
    intact    INTEGER GENERATED ALWAYS AS (hash = row_hash(import_id, line, person, name)) VIRTUAL,
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
    hash         INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, person, position, organisation, from_day, to_day)) STORED,
    intact       INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, person, position, organisation, from_day, to_day)) VIRTUAL,
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
    hash      INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, code, subject, value, from_day, to_day)) STORED,
    intact    INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, code, subject, value, from_day, to_day)) VIRTUAL,
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
    hash      INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, indicator, series, subject, period, value)) STORED,
    intact    INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, indicator, series, subject, period, value)) VIRTUAL,
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
    hash      INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, indicator, series, subject, period, value, reason)) STORED,
    intact    INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, indicator, series, subject, period, value, reason)) VIRTUAL,
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
    hash      INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, scheme, payee, period, amount, reason)) STORED,
    intact    INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, scheme, payee, period, amount, reason)) VIRTUAL,
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
    hash      INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, lineage, balance, payee, period, value)) STORED,
    intact    INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, lineage, balance, payee, period, value)) VIRTUAL,
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
    hash       INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(import_id, line, rate_table, keys, lower, upper, value, from_day, to_day)) STORED,
    intact     INTEGER
        GENERATED ALWAYS AS (hash = row_hash(import_id, line, rate_table, keys, lower, upper, value, from_day, to_day)) VIRTUAL,
    PRIMARY KEY (import_id, line)
) STRICT, WITHOUT ROWID;

-- Runs that were calculated together carry the number of the first of them as calculation. The operation is the last one of
-- the journal that the documents had (0: none), the revision that of the scheme (null: it was none of the workspace's).
CREATE TABLE runs (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    calculation    INTEGER NOT NULL,
    scheme         TEXT NOT NULL,
    lineage        TEXT NOT NULL,
    period         TEXT NOT NULL,
    currency       TEXT NOT NULL,
    as_of          TEXT,
    operation      INTEGER NOT NULL,
    revision       TEXT REFERENCES revisions (id),
    fingerprint    TEXT NOT NULL,
    facts_version  TEXT NOT NULL,
    inputs_version TEXT NOT NULL,
    calculated_at  TEXT NOT NULL,
    author         TEXT NOT NULL,
    payout_count   INTEGER NOT NULL,
    failure_count  INTEGER NOT NULL,
    total          TEXT NOT NULL,
    hash           INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(id, calculation, scheme, lineage, period, currency, as_of, operation, revision, fingerprint, facts_version, inputs_version, calculated_at, author, payout_count, failure_count, total)) STORED,
    intact         INTEGER
        GENERATED ALWAYS AS (hash = row_hash(id, calculation, scheme, lineage, period, currency, as_of, operation, revision, fingerprint, facts_version, inputs_version, calculated_at, author, payout_count, failure_count, total)) VIRTUAL
) STRICT;

CREATE INDEX runs_by_calculation ON runs (calculation);
CREATE INDEX runs_by_lineage ON runs (lineage, period);
CREATE INDEX runs_by_scheme ON runs (scheme, period);

CREATE TABLE payouts (
    run_id  INTEGER NOT NULL REFERENCES runs (id),
    payee   TEXT NOT NULL,
    amount  TEXT,
    failure TEXT,
    hash    INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(run_id, payee, amount, failure)) STORED,
    intact  INTEGER GENERATED ALWAYS AS (hash = row_hash(run_id, payee, amount, failure)) VIRTUAL,
    PRIMARY KEY (run_id, payee),
    CHECK ((amount IS NULL) <> (failure IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE closing_balances (
    run_id  INTEGER NOT NULL,
    payee   TEXT NOT NULL,
    balance TEXT NOT NULL,
    value   TEXT NOT NULL,
    hash    INTEGER NOT NULL GENERATED ALWAYS AS (row_hash(run_id, payee, balance, value)) STORED,
    intact  INTEGER GENERATED ALWAYS AS (hash = row_hash(run_id, payee, balance, value)) VIRTUAL,
    PRIMARY KEY (run_id, payee, balance),
    FOREIGN KEY (run_id, payee) REFERENCES payouts (run_id, payee)
) STRICT, WITHOUT ROWID;

-- Every closing and reopening; the last one of a period counts.
CREATE TABLE closings (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    calendar TEXT NOT NULL,
    period   TEXT NOT NULL,
    closed   INTEGER NOT NULL CHECK (closed IN (0, 1)),
    author   TEXT NOT NULL,
    at       TEXT NOT NULL,
    reason   TEXT NOT NULL,
    hash     INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(number, calendar, period, closed, author, at, reason)) STORED,
    intact   INTEGER GENERATED ALWAYS AS (hash = row_hash(number, calendar, period, closed, author, at, reason)) VIRTUAL
) STRICT;

CREATE INDEX closings_by_period ON closings (period, calendar);

-- What is to be done, is being done and was done last. Whose number is in after_tasks (a JSON array) must be done before.
-- Due is counted in milliseconds since 1970. The holder is a program's name in the folder open, the claim its right to say
-- what came of it; the outcome says what was done, or why it was not.
CREATE TABLE tasks (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT NOT NULL,
    title       TEXT NOT NULL,
    payload     TEXT NOT NULL CHECK (json_valid(payload)),
    after_tasks TEXT NOT NULL CHECK (json_valid(after_tasks)),
    author      TEXT NOT NULL,
    queued_at   TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    due_at      INTEGER NOT NULL,
    attempts    INTEGER NOT NULL CHECK (attempts >= 0),
    holder      TEXT,
    claim       TEXT,
    changed_at  TEXT NOT NULL,
    outcome     TEXT NOT NULL,
    hash        INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(number, kind, title, payload, after_tasks, author, queued_at, state, due_at, attempts, holder, claim, changed_at, outcome)) STORED,
    intact      INTEGER
        GENERATED ALWAYS AS (hash = row_hash(number, kind, title, payload, after_tasks, author, queued_at, state, due_at, attempts, holder, claim, changed_at, outcome)) VIRTUAL,
    CHECK ((state = 'running') = (claim IS NOT NULL)),
    CHECK ((holder IS NULL) = (claim IS NULL))
) STRICT;

CREATE INDEX tasks_by_state ON tasks (state, due_at);

-- What is queued again and again, the next time at next_at (milliseconds since 1970).
CREATE TABLE schedules (
    name       TEXT NOT NULL PRIMARY KEY,
    kind       TEXT NOT NULL,
    title      TEXT NOT NULL,
    payload    TEXT NOT NULL CHECK (json_valid(payload)),
    recurrence TEXT NOT NULL,
    next_at    INTEGER NOT NULL,
    last_task  INTEGER,
    hash       INTEGER NOT NULL
        GENERATED ALWAYS AS (row_hash(name, kind, title, payload, recurrence, next_at, last_task)) STORED,
    intact     INTEGER
        GENERATED ALWAYS AS (hash = row_hash(name, kind, title, payload, recurrence, next_at, last_task)) VIRTUAL
) STRICT, WITHOUT ROWID;


-- Readers read these.
CREATE VIEW intact_document_files AS SELECT id, name, text
FROM document_files WHERE require_intact(intact, 'document_files');
CREATE VIEW intact_operations AS SELECT number, id, author, at, kind, edit
FROM operations WHERE require_intact(intact, 'operations');
CREATE VIEW intact_outbox AS SELECT operation
FROM outbox WHERE require_intact(intact, 'outbox');
CREATE VIEW intact_revisions AS SELECT id, kind, code, number, base, operation, json, file_id
FROM revisions WHERE require_intact(intact, 'revisions');
CREATE VIEW intact_current_documents AS SELECT kind, code, revision, file_id
FROM current_documents WHERE require_intact(intact, 'current_documents');
CREATE VIEW intact_imports AS SELECT id, mapping, file, sha256, definition, author, imported_at, replaced_at, read_count,
       accepted_count, left_out_count, rejected_count, row_count
FROM imports WHERE require_intact(intact, 'imports');
CREATE VIEW intact_fact_files AS SELECT import_id, dataset, file, row_count, sha256
FROM fact_files WHERE require_intact(intact, 'fact_files');
CREATE VIEW intact_organisations AS SELECT import_id, line, code, name, level, parent, from_day, to_day
FROM organisations WHERE require_intact(intact, 'organisations');
CREATE VIEW intact_leaders AS SELECT import_id, line, organisation, head, from_day, to_day
FROM leaders WHERE require_intact(intact, 'leaders');
CREATE VIEW intact_superiors AS SELECT import_id, line, subordinate, superior, from_day, to_day
FROM superiors WHERE require_intact(intact, 'superiors');
CREATE VIEW intact_persons AS SELECT import_id, line, person, name
FROM persons WHERE require_intact(intact, 'persons');
CREATE VIEW intact_assignments AS SELECT import_id, line, person, position, organisation, from_day, to_day
FROM assignments WHERE require_intact(intact, 'assignments');
CREATE VIEW intact_dated_values AS SELECT import_id, line, code, subject, value, from_day, to_day
FROM dated_values WHERE require_intact(intact, 'dated_values');
CREATE VIEW intact_period_values AS SELECT import_id, line, indicator, series, subject, period, value
FROM period_values WHERE require_intact(intact, 'period_values');
CREATE VIEW intact_corrections AS SELECT import_id, line, indicator, series, subject, period, value, reason
FROM corrections WHERE require_intact(intact, 'corrections');
CREATE VIEW intact_adjustments AS SELECT import_id, line, scheme, payee, period, amount, reason
FROM adjustments WHERE require_intact(intact, 'adjustments');
CREATE VIEW intact_opening_balances AS SELECT import_id, line, lineage, balance, payee, period, value
FROM opening_balances WHERE require_intact(intact, 'opening_balances');
CREATE VIEW intact_rates AS SELECT import_id, line, rate_table, keys, lower, upper, value, from_day, to_day
FROM rates WHERE require_intact(intact, 'rates');
CREATE VIEW intact_runs AS SELECT id, calculation, scheme, lineage, period, currency, as_of, operation, revision, fingerprint,
       facts_version, inputs_version, calculated_at, author, payout_count, failure_count, total
FROM runs WHERE require_intact(intact, 'runs');
CREATE VIEW intact_payouts AS SELECT run_id, payee, amount, failure
FROM payouts WHERE require_intact(intact, 'payouts');
CREATE VIEW intact_closing_balances AS SELECT run_id, payee, balance, value
FROM closing_balances WHERE require_intact(intact, 'closing_balances');
CREATE VIEW intact_closings AS SELECT number, calendar, period, closed, author, at, reason
FROM closings WHERE require_intact(intact, 'closings');
CREATE VIEW intact_tasks AS SELECT number, kind, title, payload, after_tasks, author, queued_at, state, due_at, attempts,
       holder, claim, changed_at, outcome
FROM tasks WHERE require_intact(intact, 'tasks');
CREATE VIEW intact_schedules AS SELECT name, kind, title, payload, recurrence, next_at, last_task
FROM schedules WHERE require_intact(intact, 'schedules');

CREATE VIEW closed_periods AS
SELECT number, calendar, period, author, at, reason FROM intact_closings AS last
WHERE closed = 1 AND NOT EXISTS (SELECT 1 FROM intact_closings AS later
                                 WHERE later.period = last.period AND later.calendar = last.calendar
                                   AND later.number > last.number);
