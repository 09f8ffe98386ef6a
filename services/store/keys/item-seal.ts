import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { derivedKey } from '../derived-key.ts';
import type { VaultItem } from '../vault.ts';
import type { KeyRing } from './key-ring.ts';

/** With a key of its own for each item. */
const magic = Buffer.from('LARES\x00\x02\x00', 'latin1');
/** How it was before: one key for all items. Read, never written. */
const oneKeyMagic = Buffer.from('LARES\x00\x01\x00', 'latin1');
const nonceLength = 12;
const tagLength = 16;

/**
 * Pictures, recordings and trained networks in AES-256-GCM (NIST SP 800-38D), each under a key of its own that is wrapped in
 * the database: to forget the key is to forget the picture, also where a copy of its file lies. Nonces are random; a key seals
 * no more than the versions of one picture.
 *
 *     magic and version (8) | nonce (12) | ciphertext | tag (16)
 */
export class ItemSeal {
  /** How much longer than its content a sealed item is. */
  static readonly overheadBytes = magic.length + nonceLength + tagLength;
  readonly #keys: KeyRing;
  readonly #oneKey: Uint8Array;

  /** `root`: the vault's, 32 bytes, which files from before came from. */
  constructor(keys: KeyRing, root: Uint8Array) {
    this.#keys = keys;
    this.#oneKey = derivedKey(root, 'vault content');
  }

  seal(item: VaultItem, bytes: Uint8Array): Uint8Array[] {
    const key = this.#keys.keyOf({ owner: item.kind, id: item.id });
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(boundTo(magic, item));
    const ciphertext = cipher.update(bytes);
    key.fill(0);
    return [magic, nonce, ciphertext, cipher.final(), cipher.getAuthTag()];
  }

  /** Null when it was changed, is another item's, or its key is forgotten. */
  unseal(item: VaultItem, sealed: Buffer): Uint8Array | null {
    const isOld = sealed.subarray(0, magic.length).equals(oneKeyMagic);
    if (sealed.length < ItemSeal.overheadBytes) return null;
    if (!isOld && !sealed.subarray(0, magic.length).equals(magic)) return null;
    const key = isOld ? this.#oneKey : this.#keys.find({ owner: item.kind, id: item.id });
    if (key === null) return null;
    const body = magic.length + nonceLength;
    const nonce = sealed.subarray(magic.length, body);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
    decipher.setAAD(boundTo(isOld ? oneKeyMagic : magic, item)).setAuthTag(sealed.subarray(-tagLength));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(body, -tagLength)), decipher.final()]);
    } catch {
      return null;
    } finally {
      if (!isOld) key.fill(0);
    }
  }

  forget(item: VaultItem): void {
    this.#keys.forget({ owner: item.kind, id: item.id });
  }

  /** Leaves no key in memory. */
  close(): void {
    this.#oneKey.fill(0);
  }
}

/** No id holds a zero byte, so that no two items have the same identity. */
function boundTo(version: Buffer, item: VaultItem): Buffer {
  return Buffer.concat([version, Buffer.from(`${item.kind}\x00${item.id}`)]);
}
