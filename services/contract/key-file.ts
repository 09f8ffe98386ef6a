import { z } from 'zod';

/** The name of the key file inside `Paths.config`. Mode 0600. */
export const keyFileName = 'data.key';

/** The name of the database inside `Paths.data`. Where it exists, no new key may ever be made. */
export const databaseFileName = 'lares.db';

/** 32 bytes in base64. */
const base64Key = z.base64().length(44);

/** The key itself, protected by the file's mode alone. */
const plain = { kind: z.literal('plain'), key: base64Key };

/** The key in AES-256-GCM, under a key derived from the passphrase by Argon2id (RFC 9106). */
const passphrase = {
  kind: z.literal('passphrase'),
  /** Bounded, so that a damaged file can't ask for all memory or all night. */
  argon2id: z.strictObject({
    salt: z.base64().min(24),
    memoryKib: z.number().int().min(8192).max(1_048_576),
    iterations: z.number().int().min(1).max(64),
    parallelism: z.number().int().min(1).max(16),
  }),
  nonce: z.base64(),
  /** Ciphertext and the 16 bytes of tag. */
  wrapped: z.base64(),
};

/** The key as base64 text, sealed by Electron's safeStorage. */
const operatingSystem = { kind: z.literal('operating_system'), sealed: z.base64().min(1) };

/** The key in AES-256-GCM, under a key derived from the printed recovery code by HKDF-SHA-256 (RFC 5869). */
const recovery = { kind: z.literal('recovery'), salt: z.base64().length(24), wrapped: z.base64().length(80) };

/** One way to the house's key. */
export const KeyWay = z.discriminatedUnion('kind', [
  z.strictObject(plain),
  z.strictObject(passphrase),
  z.strictObject(operatingSystem),
  z.strictObject(recovery),
]);
export type KeyWay = z.infer<typeof KeyWay>;

const ways = z
  .array(KeyWay)
  .min(1)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'one way of each kind');

const Version2 = z.strictObject({
  version: z.literal(2),
  ways,
  /** While a new key takes the place of the old one: the new key under the old one, and the ways to it. */
  rotation: z.strictObject({ wrapped: z.base64().length(80), ways }).optional(),
});

/** The key was kept in exactly one way. */
const Version1 = z
  .discriminatedUnion('kind', [
    z.strictObject({ version: z.literal(1), ...plain }),
    z.strictObject({ version: z.literal(1), ...passphrase }),
    z.strictObject({ version: z.literal(1), ...operatingSystem }),
  ])
  .transform(({ version: _, ...way }): z.infer<typeof Version2> => ({ version: 2, ways: [way] }));

/**
 * How the house's data key lies on disk, as JSON: one key, and several ways to it side by side, at most one of each kind.
 * A file of version 1 is read as version 2, and written so when it changes.
 */
export const KeyFile = z.union([Version2, Version1]);
export type KeyFile = z.infer<typeof Version2>;
