/** Spans of time that are to be erased, until they are: what a crash cuts short goes on at the next start. */
export const sql = `
  CREATE TABLE span_erasures (
    number       INTEGER PRIMARY KEY,
    from_ms      REAL NOT NULL,
    to_ms        REAL NOT NULL,
    -- Of this camera only.
    camera_id    TEXT,
    -- Whether what is kept on purpose goes too.
    kept         INTEGER NOT NULL CHECK (kept IN (0, 1)),
    starts_at_ms REAL NOT NULL
  ) STRICT;
`;
