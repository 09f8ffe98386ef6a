import { z } from 'zod';

/** What a record holds, as its first byte says. A file is an entry record and then data records; the end comes once. */
export const recordKinds = { entry: 1, data: 2, end: 3 } as const;

/** So many bytes of a file are in one record. */
export const pieceBytes = 1024 * 1024;

/** Nothing else is ever written by a restore. */
export const entryName =
  /^(?:lares\.db|vault\/[0-9a-f]{2}\/[0-9a-f]{40}|clips\/[a-z0-9_-]{2}\/[a-z0-9_-]{1,60})$/;

/** A file of the data folder, and how many bytes it has. */
export const BackupEntry = z.strictObject({
  name: z.string().regex(entryName),
  bytes: z.number().int().min(0),
});
export type BackupEntry = z.infer<typeof BackupEntry>;

/** How much there was before the end. */
export const BackupEnd = z.strictObject({ entries: z.number().int(), bytes: z.number().int() });
export type BackupEnd = z.infer<typeof BackupEnd>;

export type BackupRecord =
  { readonly kind: 'entry'; readonly entry: BackupEntry } | { readonly kind: 'data'; readonly bytes: Buffer };
