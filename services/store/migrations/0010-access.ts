/** Who may use the kiosk, and from where. PINs and passwords are hashes (Argon2id), the ids of sessions too (SHA-256). */
export const sql = `
  CREATE TABLE members (
    id           TEXT PRIMARY KEY,
    name         TEXT NOT NULL,
    role         TEXT NOT NULL,
    -- Whoever of the known people they are; they stay a member when that person is erased.
    person_id    TEXT REFERENCES people (id) ON DELETE SET NULL,
    pin          TEXT NOT NULL,
    -- For the way in over the network; null: none.
    password     TEXT,
    -- Who was removed, and can be taken back until then.
    leaves_at_ms REAL,
    added_at_ms  REAL NOT NULL
  ) STRICT;

  -- Wrong PINs and passwords, by who they were tried for and by where they came from.
  CREATE TABLE access_waits (
    scope      TEXT PRIMARY KEY,
    wrong      INTEGER NOT NULL,
    open_at_ms REAL NOT NULL
  ) STRICT;

  CREATE TABLE access_settings (
    id   INTEGER PRIMARY KEY CHECK (id = 1),
    json TEXT NOT NULL
  ) STRICT;

  -- Browsers that are logged in over the network.
  CREATE TABLE access_sessions (
    id         TEXT PRIMARY KEY,
    member_id  TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    device     TEXT NOT NULL,
    began_at_ms REAL NOT NULL,
    used_at_ms REAL NOT NULL
  ) STRICT;

  -- What the house proves itself by in the network: key and certificate, as PEM.
  CREATE TABLE house_certificate (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    private_key TEXT NOT NULL,
    certificate TEXT NOT NULL
  ) STRICT;
`;
