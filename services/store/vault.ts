import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from '../contract/trouble.ts';
import { derivedKey } from './derived-key.ts';

/** What a file is, and of whom. Both are authenticated, so that one file can't be put in another's place. */
export interface VaultItem {
  readonly kind:
    'snapshot' | 'event_face' | 'person_face' | 'not_them' | 'recording' | 'wake_sample' | 'wake_model';
  readonly id: string;
}

const magic = Buffer.from('LARES\x00\x01\x00', 'latin1');
const nonceLength = 12;
const tagLength = 16;

/**
 * Pictures, recordings and trained networks as files, each in AES-256-GCM (NIST SP 800-38D) with a random nonce; a household stays far below the 2³² files
 * that one key allows. The file name is a keyed hash of kind and id: the folder tells nothing but how many there are.
 * A file is written beside its place, flushed, then renamed: after a crash there is the old one or the new one.
 *
 *     magic and version (8) | nonce (12) | ciphertext | tag (16)
 */
export class Vault {
  readonly #directory: string;
  readonly #contentKey: Uint8Array;
  readonly #nameKey: Uint8Array;
  /** Work on one file happens in the order it was asked for, so that an older picture never replaces a newer one. */
  readonly #pending = new Map<string, Promise<unknown>>();

  /** `key`: the data key, 32 bytes. Files that a crash left half-written go. */
  constructor(directory: string, key: Uint8Array) {
    this.#directory = directory;
    this.#contentKey = derivedKey(key, 'vault content');
    this.#nameKey = derivedKey(key, 'vault names');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.part')) rmSync(join(directory, name), { force: true });
  }

  async put(item: VaultItem, bytes: Uint8Array): Promise<void> {
    await this.#inOrder(item, async (path) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeWhole(path, this.#seal(item, bytes));
    });
  }

  /** Null when there is no such file; throws Trouble `damaged` when it was changed. */
  async get(item: VaultItem): Promise<Uint8Array | null> {
    return this.#inOrder(item, async (path) => {
      const sealed = await readIfThere(path);
      return sealed === null ? null : this.#unseal(item, sealed);
    });
  }

  /** How many bytes the picture has; 0 when there is none. */
  async size(item: VaultItem): Promise<number> {
    return this.#inOrder(item, async (path) => {
      const sealed = await stat(path).catch(() => null);
      return sealed === null ? 0 : sealed.size - magic.length - nonceLength - tagLength;
    });
  }

  async remove(item: VaultItem): Promise<void> {
    await this.#inOrder(item, (path) => rm(path, { force: true }));
  }

  #seal(item: VaultItem, bytes: Uint8Array): Uint8Array[] {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.#contentKey, nonce).setAAD(identityOf(item));
    const ciphertext = cipher.update(bytes);
    return [magic, nonce, ciphertext, cipher.final(), cipher.getAuthTag()];
  }

  #unseal(item: VaultItem, sealed: Buffer): Uint8Array {
    const body = magic.length + nonceLength;
    if (sealed.length < body + tagLength || !sealed.subarray(0, magic.length).equals(magic)) throw damaged();
    const nonce = sealed.subarray(magic.length, body);
    const decipher = createDecipheriv('aes-256-gcm', this.#contentKey, nonce, { authTagLength: tagLength });
    decipher.setAAD(identityOf(item)).setAuthTag(sealed.subarray(-tagLength));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(body, -tagLength)), decipher.final()]);
    } catch (cause) {
      throw damaged(cause);
    }
  }

  async #inOrder<T>(item: VaultItem, work: (path: string) => Promise<T>): Promise<T> {
    const name = createHmac('sha256', this.#nameKey).update(identityOf(item)).digest('hex').slice(0, 40);
    const before = this.#pending.get(name) ?? Promise.resolve();
    const path = join(this.#directory, name.slice(0, 2), name);
    const done = before.catch(() => undefined).then(() => work(path));
    this.#pending.set(name, done);
    try {
      return await done;
    } finally {
      if (this.#pending.get(name) === done) this.#pending.delete(name);
    }
  }
}

/** No id holds a zero byte, so that no two items have the same identity. */
function identityOf(item: VaultItem): Buffer {
  return Buffer.concat([magic, Buffer.from(`${item.kind}\x00${item.id}`)]);
}

/** The folder is flushed too: without it the rename itself may be lost with the power. */
async function writeWhole(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(part, 'wx', 0o600);
    try {
      for (const bytes of parts) await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true });
    throw unwritable(cause);
  }
  const folder = await open(dirname(path));
  await folder.sync().finally(() => folder.close());
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function unwritable(cause: unknown): Trouble {
  return new Trouble('unavailable', {
    what: "A picture or recording can't be written to the data folder.",
    advice: 'See that its disk has space left and that the folder is writable by this user.',
    cause,
  });
}

function damaged(cause?: unknown): Trouble {
  return new Trouble('damaged', {
    what: 'A kept picture or recording is damaged, so that it is not used.',
    advice: 'Put it back from a backup, or remove what it belongs to.',
    cause,
  });
}
