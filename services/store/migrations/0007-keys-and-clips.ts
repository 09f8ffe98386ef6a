/** Keys below the house's own, and the clips of cameras; the video itself is in files of its own. */
export const sql = `
  -- Each in AES-256-GCM under a key of the house: nonce (12), ciphertext (32), tag (16).
  CREATE TABLE keys (
    -- What the key is for: a camera, a kind of picture, …
    owner   TEXT NOT NULL,
    -- Which of them.
    id      TEXT NOT NULL,
    wrapped BLOB NOT NULL CHECK (length(wrapped) = 60),
    PRIMARY KEY (owner, id)
  ) STRICT, WITHOUT ROWID;

  -- No reference to events: video outlives the visit's row as long as the owner keeps it, and may begin before it.
  CREATE TABLE clips (
    id            TEXT PRIMARY KEY,
    camera_id     TEXT NOT NULL,
    event_id      TEXT,
    kind          TEXT NOT NULL CHECK (kind IN ('event', 'continuous')),
    state         TEXT NOT NULL CHECK (state IN ('recording', 'finished', 'cut')),
    started_at_ms REAL NOT NULL,
    duration_ms   REAL NOT NULL DEFAULT 0,
    bytes         INTEGER NOT NULL DEFAULT 0,
    codec         TEXT NOT NULL,
    width         INTEGER NOT NULL,
    height        INTEGER NOT NULL,
    kept          INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
    -- The clip's own key, under the key of its camera.
    wrapped_key   BLOB NOT NULL CHECK (length(wrapped_key) = 60)
  ) STRICT;
  CREATE INDEX clips_by_camera ON clips (camera_id, started_at_ms, id);
  CREATE INDEX clips_by_event ON clips (event_id, started_at_ms, id) WHERE event_id IS NOT NULL;
  CREATE INDEX clips_open ON clips (id) WHERE state = 'recording';
`;
