/** What the owner said was not what Lares took it for, as it was: to take that back, and to learn from. */
export const sql = `
  CREATE TABLE mistakes (
    event_id   TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    label      TEXT NOT NULL,
    identity   TEXT NOT NULL CHECK (identity IN ('no_face', 'unknown', 'known')),
    person_id  TEXT REFERENCES people (id) ON DELETE SET NULL,
    confidence REAL,
    said_at_ms REAL NOT NULL
  ) STRICT;
  CREATE INDEX mistakes_by_person ON mistakes (person_id) WHERE person_id IS NOT NULL;
`;
