import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';
import { backupDamaged } from './backup-header.ts';

export const tagBytes = 16;

/**
 * The records of one backup in AES-256-GCM (NIST SP 800-38D), under a key of this file alone. A nonce is the record's number and
 * the header is authenticated with each, so that none can be changed, left out, moved, or put into another backup.
 */
export class BackupSeal {
  readonly #key: Uint8Array;
  readonly #headerHash: Buffer;
  #number = 0;

  /** `backupKey`: of the house, for backups alone, 32 bytes; `salt`: of the file, random; `header`: its bytes. */
  constructor(parts: { backupKey: Uint8Array; salt: Uint8Array; header: Uint8Array }) {
    this.#key = new Uint8Array(hkdfSync('sha256', parts.backupKey, parts.salt, 'lares 1 backup file', 32));
    this.#headerHash = createHash('sha256').update(parts.header).digest();
  }

  /** The next record: ciphertext, then the tag (16). */
  seal(plain: readonly Uint8Array[]): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.#key, this.#nonce()).setAAD(this.#headerHash);
    const body = plain.map((part) => cipher.update(part));
    return Buffer.concat([...body, cipher.final(), cipher.getAuthTag()]);
  }

  /** What the next record holds. Throws Trouble `damaged` when it is not the next one of this backup. */
  unseal(sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, this.#nonce(), { authTagLength: tagBytes });
    try {
      decipher.setAAD(this.#headerHash).setAuthTag(sealed.subarray(-tagBytes));
      return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
    } catch (cause) {
      throw backupDamaged(cause);
    }
  }

  /** Leaves no key in memory. */
  close(): void {
    this.#key.fill(0);
  }

  #nonce(): Buffer {
    const nonce = Buffer.alloc(12);
    nonce.writeUIntBE(this.#number, 6, 6);
    this.#number += 1;
    return nonce;
  }
}
