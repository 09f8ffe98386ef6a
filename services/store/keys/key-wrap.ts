import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Trouble } from '../../contract/trouble.ts';

const nonceLength = 12;
const tagLength = 16;

/**
 * A key of 32 bytes in AES-256-GCM (NIST SP 800-38D) under another: nonce (12), ciphertext (32), tag (16). `what` says whose
 * key it is and is authenticated, so that one wrapped key can't be put in another's place. Nonces are random: one key wraps
 * far fewer than 2³².
 */
export function wrapKey(key: Uint8Array, under: Uint8Array, what: string): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', under, nonce).setAAD(boundTo(what));
  return new Uint8Array(Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]));
}

/** Throws Trouble `damaged` when it is not what `wrapKey` gave for the same `what` under the same key. */
export function unwrapKey(wrapped: Uint8Array, under: Uint8Array, what: string): Uint8Array {
  try {
    const nonce = wrapped.subarray(0, nonceLength);
    const decipher = createDecipheriv('aes-256-gcm', under, nonce, { authTagLength: tagLength });
    decipher.setAAD(boundTo(what)).setAuthTag(wrapped.subarray(-tagLength));
    const body = decipher.update(wrapped.subarray(nonceLength, -tagLength));
    return new Uint8Array(Buffer.concat([body, decipher.final()]));
  } catch (cause) {
    throw new Trouble('damaged', {
      what: "A key in the database is damaged, so that what it locks can't be read.",
      advice: 'Put the data folder back from a backup.',
      cause,
    });
  }
}

function boundTo(what: string): Buffer {
  return Buffer.from(`lares key 1 ${what}`);
}
