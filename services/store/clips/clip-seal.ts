import { createCipheriv, createDecipheriv } from 'node:crypto';

const tagBytes = 16;
export const nonceBytes = 12;

/** What a seal needs besides the bytes. */
export interface Seal {
  /** 32 bytes, of this clip alone. */
  readonly key: Uint8Array;
  /** 12 bytes, never twice with one key for different bytes. */
  readonly nonce: Uint8Array;
  /** Authenticated, not encrypted. */
  readonly bound: Uint8Array;
}

/** How much longer than its content a seal is. */
export const sealBytes = tagBytes;

/** Ciphertext of all parts, then the tag (AES-256-GCM, NIST SP 800-38D). */
export function sealed(parts: readonly Uint8Array[], { key, nonce, bound }: Seal): Buffer[] {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
  const body = parts.map((part) => cipher.update(part));
  return [...body, cipher.final(), cipher.getAuthTag()];
}

/** Null when anything was changed. */
export function unsealed(bytes: Uint8Array, { key, nonce, bound }: Seal): Buffer | null {
  if (bytes.length < tagBytes) return null;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(bound).setAuthTag(bytes.subarray(-tagBytes));
  try {
    const plain = decipher.update(bytes.subarray(0, -tagBytes));
    decipher.final();
    return plain;
  } catch {
    return null;
  }
}
