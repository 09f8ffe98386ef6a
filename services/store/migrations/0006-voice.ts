/**
 * What the ear learnt in this house and what it got wrong: trained wake phrases, the household's recordings, verdicts on what
 * was heard; and timers, which outlive a restart. The sound itself and the networks are in the vault.
 */
export const sql = `
  ALTER TABLE transcript ADD COLUMN confidence REAL;
  ALTER TABLE transcript ADD COLUMN verdict TEXT CHECK (verdict IN ('not_called', 'misheard'));
  ALTER TABLE transcript ADD COLUMN meant TEXT;

  -- Sound of what was wrong. No reference to the transcript: a row goes only after its sound.
  CREATE TABLE recordings (
    entry_id    TEXT PRIMARY KEY,
    -- What Lares was called by then.
    phrase      TEXT NOT NULL,
    at_ms       REAL NOT NULL,
    duration_ms REAL NOT NULL,
    peak        REAL NOT NULL
  ) STRICT;
  CREATE INDEX recordings_by_time ON recordings (at_ms, entry_id);

  CREATE TABLE wake_models (
    phrase        TEXT PRIMARY KEY,
    -- The first 12 hexadecimal digits of the SHA-256 of embedding and network.
    model_id      TEXT NOT NULL,
    embedding     TEXT NOT NULL,
    trained_at_ms REAL NOT NULL,
    report_json   TEXT NOT NULL
  ) STRICT;

  CREATE TABLE wake_samples (
    id          TEXT PRIMARY KEY,
    phrase      TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('call', 'not_call')),
    at_ms       REAL NOT NULL,
    duration_ms REAL NOT NULL,
    peak        REAL NOT NULL
  ) STRICT;
  CREATE INDEX wake_samples_by_phrase ON wake_samples (phrase, at_ms, id);

  -- A running timer has an end, a paused one what is left of it.
  CREATE TABLE timers (
    id         INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    length_ms  REAL NOT NULL,
    ends_at_ms REAL,
    left_ms    REAL,
    CHECK ((ends_at_ms IS NULL) <> (left_ms IS NULL))
  ) STRICT;
`;
