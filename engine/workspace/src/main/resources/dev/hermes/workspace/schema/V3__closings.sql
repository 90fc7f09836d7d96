-- Periods whose results are final, and who made them so.
PRAGMA user_version = 3;

-- Every closing and reopening; the last one of a period counts.
CREATE TABLE closings (
    number   INTEGER PRIMARY KEY AUTOINCREMENT,
    calendar TEXT NOT NULL,
    period   TEXT NOT NULL,
    closed   INTEGER NOT NULL CHECK (closed IN (0, 1)),
    author   TEXT NOT NULL,
    at       TEXT NOT NULL,
    reason   TEXT NOT NULL
) STRICT;

CREATE INDEX closings_by_period ON closings (period, calendar);

CREATE VIEW closed_periods AS
SELECT number, calendar, period, author, at, reason FROM closings AS last
WHERE closed = 1 AND NOT EXISTS (SELECT 1 FROM closings AS later
                                 WHERE later.period = last.period AND later.calendar = last.calendar
                                   AND later.number > last.number);
