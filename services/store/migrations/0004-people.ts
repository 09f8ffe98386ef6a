/**
 * What the house knows of people: calibrated names, consent, how each face came here and how good it is, who is not
 * whom, and the groups of those who have no name.
 */
export const sql = `
  ALTER TABLE events RENAME COLUMN similarity TO confidence;
  ALTER TABLE events ADD COLUMN liveness REAL;
  DROP INDEX events_by_person;
  CREATE INDEX events_by_person ON events (person_id, began_at_ms, id) WHERE person_id IS NOT NULL;
  -- JSON of Event.zones and Event.crossings.
  ALTER TABLE events ADD COLUMN zones TEXT;
  ALTER TABLE events ADD COLUMN crossings TEXT;

  ALTER TABLE people ADD COLUMN consent_given_by TEXT;
  ALTER TABLE people ADD COLUMN consent_recorded_by TEXT;
  ALTER TABLE people ADD COLUMN consent_at_ms REAL;
  -- When the person is erased, unless the owner takes it back.
  ALTER TABLE people ADD COLUMN leaves_at_ms REAL;

  ALTER TABLE faces ADD COLUMN origin TEXT NOT NULL DEFAULT 'photo'
    CHECK (origin IN ('photo', 'camera', 'event', 'sighting'));
  ALTER TABLE faces ADD COLUMN quality REAL;
  ALTER TABLE faces ADD COLUMN yaw REAL;
  ALTER TABLE faces ADD COLUMN pitch REAL;
  ALTER TABLE faces ADD COLUMN roll REAL;
  -- The visit that it was seen in.
  ALTER TABLE faces ADD COLUMN event_id TEXT REFERENCES events (id) ON DELETE SET NULL;
  -- The embedder that found no face in its crop.
  ALTER TABLE faces ADD COLUMN unread_by TEXT;
  CREATE INDEX faces_by_event ON faces (event_id) WHERE event_id IS NOT NULL;

  -- Faces of which the owner said that they are not this person.
  CREATE TABLE not_them (
    id        TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    event_id  TEXT REFERENCES events (id) ON DELETE SET NULL,
    model_id  TEXT NOT NULL,
    dimension INTEGER NOT NULL,
    metric    TEXT NOT NULL CHECK (metric IN ('euclidean', 'cosine')),
    embedding BLOB NOT NULL,
    at_ms     REAL NOT NULL,
    unread_by TEXT
  ) STRICT;
  CREATE INDEX not_them_by_person ON not_them (person_id, at_ms);
  CREATE INDEX not_them_by_event ON not_them (event_id) WHERE event_id IS NOT NULL;

  -- Faces that are alike and have no name; which ones is told by event_faces.
  CREATE TABLE groups (
    id         TEXT PRIMARY KEY,
    made_at_ms REAL NOT NULL
  ) STRICT;

  ALTER TABLE event_faces ADD COLUMN quality REAL;
  ALTER TABLE event_faces ADD COLUMN yaw REAL;
  ALTER TABLE event_faces ADD COLUMN pitch REAL;
  ALTER TABLE event_faces ADD COLUMN roll REAL;
  ALTER TABLE event_faces ADD COLUMN liveness REAL;
  ALTER TABLE event_faces ADD COLUMN unread_by TEXT;
  ALTER TABLE event_faces ADD COLUMN group_id TEXT REFERENCES groups (id) ON DELETE SET NULL;
  CREATE INDEX event_faces_by_group ON event_faces (group_id, event_id) WHERE group_id IS NOT NULL;
  CREATE INDEX event_faces_by_model ON event_faces (model_id);
`;
