/** What the household wants to buy; what was bought goes. */
export const sql = `
  CREATE TABLE shopping_items (
    id          INTEGER PRIMARY KEY,
    item        TEXT NOT NULL,
    added_at_ms REAL NOT NULL
  ) STRICT;
`;
