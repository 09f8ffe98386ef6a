/** Why a camera was away, as one sentence for the owner; visits have none. */
export const sql = `
  ALTER TABLE events ADD COLUMN why TEXT;
`;
