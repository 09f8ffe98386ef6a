/** What the owner keeps, what is oldest, and how much is written on a day. */
export const sql = `
  -- Never deleted by Lares itself, nor is the video that shows it.
  ALTER TABLE events ADD COLUMN kept INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1));
  CREATE INDEX events_kept ON events (camera_id, began_at_ms, ended_at_ms) WHERE kept = 1;
  CREATE INDEX clips_by_start ON clips (started_at_ms, id, bytes);

  -- In bytes, by day since 1970 in UTC: video by the id of its camera, and under '' all that the operating system counted. What was
  -- deleted since is in it too.
  CREATE TABLE written (
    day       INTEGER NOT NULL,
    camera_id TEXT NOT NULL,
    bytes     INTEGER NOT NULL,
    PRIMARY KEY (day, camera_id)
  ) STRICT, WITHOUT ROWID;
  INSERT INTO written
    SELECT cast(started_at_ms / 86400000 AS INTEGER), camera_id, sum(bytes) FROM clips GROUP BY 1, 2;
  CREATE TRIGGER clips_written AFTER UPDATE OF bytes ON clips WHEN new.bytes > old.bytes BEGIN
    INSERT INTO written VALUES (cast(new.started_at_ms / 86400000 AS INTEGER), new.camera_id, new.bytes - old.bytes)
    ON CONFLICT DO UPDATE SET bytes = bytes + excluded.bytes;
  END;
`;
