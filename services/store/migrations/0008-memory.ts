/** Names what the visit of this row is about, where it has no number yet, and writes the numbers down. Of no zones and lines JSON has no rows. */
const indexNew = `
    INSERT INTO search_subjects (kind, key)
    VALUES ('label', new.label), ('identity', new.identity), ('camera', new.camera_id) ON CONFLICT DO NOTHING;
    INSERT INTO search_subjects (kind, key) SELECT 'person', new.person_id WHERE new.person_id IS NOT NULL ON CONFLICT DO NOTHING;
    INSERT INTO search_subjects (kind, key) SELECT 'why', new.why WHERE new.why IS NOT NULL ON CONFLICT DO NOTHING;
    INSERT INTO search_subjects (kind, key) SELECT 'zone', value FROM json_each(new.zones) WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO search_subjects (kind, key) SELECT 'line', value ->> 'line' FROM json_each(new.crossings) WHERE true ON CONFLICT DO NOTHING;
    INSERT INTO search_events (rowid, subjects)
    SELECT new.moment, group_concat('s' || number, ' ') FROM search_subjects
    WHERE kind = 'label' AND key = new.label
      OR kind = 'identity' AND key = new.identity
      OR kind = 'camera' AND key = new.camera_id
      OR kind = 'person' AND key = new.person_id
      OR kind = 'why' AND key = new.why
      OR kind = 'zone' AND key IN (SELECT value FROM json_each(new.zones))
      OR kind = 'line' AND key IN (SELECT value ->> 'line' FROM json_each(new.crossings));`;

const hourOf = (row: string): string => `cast(${row}.began_at_ms / 3600000 AS INTEGER)`;

const counted = (row: string, change: '+ 1' | '- 1'): string => `
    INSERT INTO event_counts (camera_id, hour, label, events)
    VALUES (${row}.camera_id, ${hourOf(row)}, ${row}.label, 0 ${change}), ('', ${hourOf(row)}, ${row}.label, 0 ${change})
    ON CONFLICT DO UPDATE SET events = events ${change};`;

/**
 * A million events: what was seen and said can be searched, visits are counted by the hour, and an audit is kept.
 *
 * What events are about (a label, whether somebody is known, a camera, person, zone, line, or why a camera was away) are subjects, each with a number and
 * named once. `search_names` finds subjects by words; `search_events` has only the numbers, so that a new name, or
 * erasing one, is one row, however many events there are.
 */
export const sql = `
  -- Milliseconds since 1970 × 1024 and the order of those of the same millisecond: whole, unique, and sorted by time.
  ALTER TABLE events ADD COLUMN moment INTEGER;
  CREATE UNIQUE INDEX events_by_moment ON events (moment);
  CREATE INDEX events_by_person_camera ON events (person_id, camera_id, began_at_ms, id) WHERE person_id IS NOT NULL;
  DROP INDEX events_open;
  CREATE INDEX events_open ON events (began_at_ms, id) WHERE ended_at_ms IS NULL;

  CREATE TABLE search_subjects (
    number INTEGER PRIMARY KEY,
    kind   TEXT NOT NULL CHECK (kind IN ('label', 'identity', 'camera', 'person', 'zone', 'line', 'why')),
    -- The label or identity itself, an id, the zone's or line's name, or the sentence.
    key    TEXT NOT NULL,
    UNIQUE (kind, key)
  ) STRICT;
  CREATE VIRTUAL TABLE search_names USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2');
  CREATE VIRTUAL TABLE search_said USING fts5 (
    entry_id UNINDEXED, text, tokenize = 'porter unicode61 remove_diacritics 2');
  -- The row is a moment. Holds no word and no name, hence neither text nor places.
  CREATE VIRTUAL TABLE search_events USING fts5 (
    subjects, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
  -- What is deleted is taken out at once, and not only marked.
  INSERT INTO search_names (search_names, rank) VALUES ('secure-delete', 1);
  INSERT INTO search_said (search_said, rank) VALUES ('secure-delete', 1);

  CREATE TRIGGER search_subject_inserted AFTER INSERT ON search_subjects BEGIN
    INSERT INTO search_names (rowid, text) VALUES (new.number, CASE new.kind
      WHEN 'person' THEN (SELECT name FROM people WHERE id = new.key)
      WHEN 'camera' THEN replace(new.key, '_', ' ')
      ELSE new.key END);
  END;
  CREATE TRIGGER search_subject_deleted AFTER DELETE ON search_subjects BEGIN
    DELETE FROM search_names WHERE rowid = old.number;
  END;
  CREATE TRIGGER people_renamed AFTER UPDATE OF name ON people BEGIN
    UPDATE search_names SET text = new.name
    WHERE rowid = (SELECT number FROM search_subjects WHERE kind = 'person' AND key = new.id);
  END;
  CREATE TRIGGER people_deleted AFTER DELETE ON people BEGIN
    DELETE FROM search_subjects WHERE kind = 'person' AND key = old.id;
  END;
  CREATE TRIGGER transcript_deleted AFTER DELETE ON transcript BEGIN
    DELETE FROM search_said WHERE entry_id = old.id;
  END;

  -- Visits of an hour since 1970, which is an hour of the clock in most places; of all cameras together under ''.
  CREATE TABLE event_counts (
    camera_id TEXT NOT NULL,
    hour      INTEGER NOT NULL,
    label     TEXT NOT NULL,
    events    INTEGER NOT NULL,
    PRIMARY KEY (camera_id, hour, label)
  ) STRICT, WITHOUT ROWID;


  CREATE TRIGGER events_inserted AFTER INSERT ON events BEGIN ${indexNew}
    ${counted('new', '+ 1')}
  END;
  CREATE TRIGGER events_changed AFTER UPDATE OF moment, label, identity, camera_id, person_id, zones, crossings, why ON events
  WHEN (old.moment, old.label, old.identity, old.camera_id, old.person_id, old.zones, old.crossings, old.why)
    IS NOT (new.moment, new.label, new.identity, new.camera_id, new.person_id, new.zones, new.crossings, new.why)
  BEGIN
    DELETE FROM search_events WHERE rowid = old.moment;${indexNew}
  END;
  CREATE TRIGGER events_recounted AFTER UPDATE OF began_at_ms, label, camera_id ON events
  WHEN (old.began_at_ms, old.label, old.camera_id) IS NOT (new.began_at_ms, new.label, new.camera_id)
  BEGIN
    ${counted('old', '- 1')}
    ${counted('new', '+ 1')}
  END;
  CREATE TRIGGER events_deleted AFTER DELETE ON events BEGIN
    DELETE FROM search_events WHERE rowid = old.moment;
    ${counted('old', '- 1')}
  END;

  -- Those that there are already.
  UPDATE events SET moment = numbered.moment FROM (
    SELECT id, cast(began_at_ms AS INTEGER) * 1024 - 1
      + row_number() OVER (PARTITION BY cast(began_at_ms AS INTEGER) ORDER BY id) AS moment
    FROM events) AS numbered
  WHERE events.id = numbered.id;
  INSERT INTO event_counts SELECT camera_id, ${hourOf('events')}, label, count(*) FROM events GROUP BY 1, 2, 3;
  INSERT INTO event_counts SELECT '', hour, label, sum(events) FROM event_counts GROUP BY 2, 3;

  -- Who did what. Each mark is keyed and covers the entry and the mark before it; a person is a keyed hash of their id.
  CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at_ms  REAL NOT NULL,
    who    TEXT NOT NULL,
    deed   TEXT NOT NULL,
    about  TEXT NOT NULL,
    person TEXT NOT NULL,
    mark   BLOB NOT NULL
  ) STRICT;
  -- The newest entry, sealed, so that a cut at the end shows.
  CREATE TABLE audit_head (
    number INTEGER NOT NULL,
    mark   BLOB NOT NULL,
    seal   BLOB NOT NULL
  ) STRICT;
  CREATE TRIGGER audit_never_changed BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit is only ever added to');
  END;
  CREATE TRIGGER audit_never_deleted BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit is only ever added to');
  END;
  CREATE TRIGGER audit_head_goes_on BEFORE UPDATE ON audit_head WHEN new.number <= old.number BEGIN
    SELECT RAISE(ABORT, 'the audit is only ever added to');
  END;
  CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head BEGIN
    SELECT RAISE(ABORT, 'the audit is only ever added to');
  END;
`;
