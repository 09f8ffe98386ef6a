/** What the house knows of people: calibrated names, consent, how each face came here. */
export const sql = `
  ALTER TABLE events RENAME COLUMN similarity TO confidence;
`;
