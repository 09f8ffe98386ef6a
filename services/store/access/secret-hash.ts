import { randomBytes, timingSafeEqual } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { z } from 'zod';

/**
 * OWASP's recommendation for Argon2id (Password Storage Cheat Sheet: 19 MiB, two passes, one lane). The hash is in the encrypted
 * database, and the hub stands still while one is computed, so it is cheaper than what protects a key file.
 */
const cost = { memoryKib: 19_456, iterations: 2, parallelism: 1 } as const;
const hashBytes = 32;

/** A PIN or a password, as it is kept. Bounded, so that a damaged row can't ask for all memory. */
export const SecretHash = z.strictObject({
  salt: z.base64().length(24),
  memoryKib: z.number().int().min(8192).max(1_048_576),
  iterations: z.number().int().min(1).max(64),
  parallelism: z.number().int().min(1).max(16),
  hash: z.base64().length(44),
});
export type SecretHash = z.infer<typeof SecretHash>;

/** Argon2id (RFC 9106) with a random salt. */
export async function hashSecret(secret: string): Promise<SecretHash> {
  const salted = { salt: randomBytes(16).toString('base64'), ...cost };
  return { ...salted, hash: Buffer.from(await derive(secret, salted)).toString('base64') };
}

/** In constant time. Where there is no hash it takes as long, and is false. */
export async function isSecret(secret: string, kept: SecretHash | null): Promise<boolean> {
  const { hash, ...salted } = kept ?? nobodys;
  const derived = await derive(secret, salted);
  return timingSafeEqual(derived, Buffer.from(hash, 'base64')) && kept !== null;
}

const nobodys: SecretHash = {
  salt: Buffer.alloc(16).toString('base64'),
  ...cost,
  hash: Buffer.alloc(hashBytes).toString('base64'),
};

function derive(secret: string, { salt, ...parameters }: Omit<SecretHash, 'hash'>): Promise<Uint8Array> {
  return argon2id({
    // The same letters typed on another keyboard may come in another form (RFC 8265).
    password: secret.normalize('NFKC'),
    salt: Buffer.from(salt, 'base64'),
    memorySize: parameters.memoryKib,
    iterations: parameters.iterations,
    parallelism: parameters.parallelism,
    hashLength: hashBytes,
    outputType: 'binary',
  });
}
