import { z } from 'zod';

/** The name of the key file inside `Paths.config`. Mode 0600. */
export const keyFileName = 'data.key';

/** The name of the database inside `Paths.data`. Where it exists, no new key may ever be made. */
export const databaseFileName = 'lares.db';

/** 32 bytes in base64. */
const base64Key = z.base64().length(44);

/**
 * How the data key lies on disk, as JSON. One file says everything: a key is kept in exactly one way.
 *
 * - `plain`: the key itself, protected by the file's mode alone.
 * - `passphrase`: the key in AES-256-GCM, under a key derived from the passphrase by Argon2id (RFC 9106).
 * - `operating_system`: the key as base64 text, sealed by Electron's safeStorage.
 */
export const KeyFile = z.discriminatedUnion('kind', [
  z.strictObject({ version: z.literal(1), kind: z.literal('plain'), key: base64Key }),
  z.strictObject({
    version: z.literal(1),
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
  }),
  z.strictObject({ version: z.literal(1), kind: z.literal('operating_system'), sealed: z.base64().min(1) }),
]);
export type KeyFile = z.infer<typeof KeyFile>;
