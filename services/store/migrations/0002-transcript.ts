/** What was said to Lares after the wake word, and what it answered. */
export const sql = `
  CREATE TABLE transcript (
    id          TEXT PRIMARY KEY,
    at_ms       REAL NOT NULL,
    heard       TEXT NOT NULL,
    intent_json TEXT,
    outcome     TEXT NOT NULL,
    reply       TEXT NOT NULL
  ) STRICT;
  CREATE INDEX transcript_by_time ON transcript (at_ms, id);
`;
