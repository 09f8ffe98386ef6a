/**
 * People, their faces, visits and settings. Times are milliseconds since 1970, as REAL since a camera's clock may have
 * fractions. A name is only in `people`: events name a person by id, so that renaming and forgetting reach the past.
 */
export const sql = `
  CREATE TABLE people (
    id             TEXT PRIMARY KEY,
    name           TEXT NOT NULL,
    -- The name as it is compared: lower case, normal form.
    name_key       TEXT NOT NULL UNIQUE,
    enrolled_at_ms REAL NOT NULL
  ) STRICT;

  CREATE TABLE faces (
    id          TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    model_id    TEXT NOT NULL,
    dimension   INTEGER NOT NULL,
    metric      TEXT NOT NULL CHECK (metric IN ('euclidean', 'cosine')),
    embedding   BLOB NOT NULL,
    added_at_ms REAL NOT NULL
  ) STRICT;
  CREATE INDEX faces_by_person ON faces (person_id, added_at_ms);

  CREATE TABLE events (
    id            TEXT PRIMARY KEY,
    camera_id     TEXT NOT NULL,
    label         TEXT NOT NULL,
    score         REAL NOT NULL,
    box_x         REAL NOT NULL,
    box_y         REAL NOT NULL,
    box_width     REAL NOT NULL,
    box_height    REAL NOT NULL,
    began_at_ms   REAL NOT NULL,
    ended_at_ms   REAL,
    -- When Lares last heard of this visit: its end, should a crash leave it open.
    heard_at_ms   REAL NOT NULL,
    identity      TEXT NOT NULL CHECK (identity IN ('no_face', 'unknown', 'known')),
    person_id     TEXT REFERENCES people (id),
    similarity    REAL,
    has_snapshot  INTEGER NOT NULL DEFAULT 0 CHECK (has_snapshot IN (0, 1)),
    CHECK ((identity = 'known') = (person_id IS NOT NULL)),
    CHECK ((identity = 'known') = (similarity IS NOT NULL))
  ) STRICT;
  CREATE INDEX events_by_time ON events (began_at_ms, id);
  CREATE INDEX events_by_camera ON events (camera_id, began_at_ms, id);
  CREATE INDEX events_by_person ON events (person_id) WHERE person_id IS NOT NULL;
  CREATE INDEX events_open ON events (id) WHERE ended_at_ms IS NULL;

  CREATE TABLE event_faces (
    event_id  TEXT PRIMARY KEY REFERENCES events (id) ON DELETE CASCADE,
    model_id  TEXT NOT NULL,
    dimension INTEGER NOT NULL,
    metric    TEXT NOT NULL CHECK (metric IN ('euclidean', 'cosine')),
    embedding BLOB NOT NULL
  ) STRICT;

  CREATE TABLE settings (
    section TEXT PRIMARY KEY,
    json    TEXT NOT NULL
  ) STRICT;

  -- Settings that this version could not read, kept when new ones took their place.
  CREATE TABLE settings_set_aside (
    section         TEXT NOT NULL,
    json            TEXT NOT NULL,
    set_aside_at_ms REAL NOT NULL
  ) STRICT;
`;
