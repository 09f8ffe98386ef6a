import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

export const tagBytes = 16;

/**
 * The records of one case file in AES-256-GCM (NIST SP 800-38D). A nonce is the record's number and the header is
 * authenticated with each, so that none can be changed, left out, moved, or put into another file.
 */
export class CaseSeal {
  readonly #key: Uint8Array;
  readonly #headerHash: Buffer;

  /** `caseKey`: of this file alone, 32 bytes (`case-key.ts`); `header`: its bytes. */
  constructor(caseKey: Uint8Array, header: Uint8Array) {
    this.#key = new Uint8Array(hkdfSync('sha256', caseKey, '', 'lares 1 case records', 32));
    this.#headerHash = createHash('sha256').update(header).digest();
  }

  /** The record of this number: ciphertext, then the tag (16). */
  seal(number: number, plain: readonly Uint8Array[]): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(number)).setAAD(this.#headerHash);
    const body = plain.map((part) => cipher.update(part));
    return Buffer.concat([...body, cipher.final(), cipher.getAuthTag()]);
  }

  /** Null when it is not the record of this number of this file. */
  unseal(number: number, sealed: Buffer): Buffer | null {
    const options = { authTagLength: tagBytes };
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonceOf(number), options);
    decipher.setAAD(this.#headerHash).setAuthTag(sealed.subarray(-tagBytes));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
    } catch {
      return null;
    }
  }

  /** Leaves no key in memory. */
  close(): void {
    this.#key.fill(0);
  }
}

function nonceOf(number: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(number, 6, 6);
  return nonce;
}
