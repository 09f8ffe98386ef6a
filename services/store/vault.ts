import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from '../contract/trouble.ts';
import { derivedKey } from './derived-key.ts';
import { ItemSeal } from './keys/item-seal.ts';
import type { KeyRing } from './keys/key-ring.ts';

/** What a file is, and of whom. Both are authenticated, so that one file can't be put in another's place. */
export interface VaultItem {
  readonly kind:
    'snapshot' | 'event_face' | 'person_face' | 'not_them' | 'recording' | 'wake_sample' | 'wake_model';
  readonly id: string;
}

/** The name of a file is a keyed hash over this and the item; it is the same for all versions of what is in the file. */
const namePrefix = Buffer.from('LARES\x00\x01\x00', 'latin1');

/**
 * Pictures, recordings and trained networks as sealed files (`ItemSeal`). The file name is a keyed hash of kind and id: the folder
 * tells nothing but how many there are. A file is written beside its place, flushed, then renamed: after a crash there is the
 * old one or the new one.
 */
export class Vault {
  readonly #directory: string;
  readonly #seal: ItemSeal;
  readonly #nameKey: Uint8Array;
  /** Work on one file happens in the order it was asked for, so that an older picture never replaces a newer one. */
  readonly #pending = new Map<string, Promise<unknown>>();

  /** `root`: a key of 32 bytes that never changes in the life of the folder. Files that a crash left half-written go. */
  constructor({ directory, keys, root }: { directory: string; keys: KeyRing; root: Uint8Array }) {
    this.#directory = directory;
    this.#seal = new ItemSeal(keys, root);
    this.#nameKey = derivedKey(root, 'vault names');
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }))
      if (name.endsWith('.part')) rmSync(join(directory, name), { force: true });
  }

  async put(item: VaultItem, bytes: Uint8Array): Promise<void> {
    await this.#inOrder(item, async (path) => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await writeWhole(path, this.#seal.seal(item, bytes));
    });
  }

  /** Null when there is no such file; throws Trouble `damaged` when it was changed. */
  async get(item: VaultItem): Promise<Uint8Array | null> {
    return this.#inOrder(item, async (path) => {
      const sealed = await readIfThere(path);
      if (sealed === null) return null;
      const bytes = this.#seal.unseal(item, sealed);
      if (bytes === null) throw damaged();
      return bytes;
    });
  }

  /** How many bytes the picture has; 0 when there is none. */
  async size(item: VaultItem): Promise<number> {
    return this.#inOrder(item, async (path) => {
      const sealed = await stat(path).catch(() => null);
      return sealed === null ? 0 : sealed.size - ItemSeal.overheadBytes;
    });
  }

  /** The key first: what is left after a crash can't be read. */
  async remove(item: VaultItem): Promise<void> {
    await this.#inOrder(item, (path) => {
      this.#seal.forget(item);
      return rm(path, { force: true });
    });
  }

  /** Leaves no key in memory. Nothing may be asked afterwards. */
  close(): void {
    this.#seal.close();
    this.#nameKey.fill(0);
  }

  async #inOrder<T>(item: VaultItem, work: (path: string) => Promise<T>): Promise<T> {
    const name = createHmac('sha256', this.#nameKey)
      .update(namePrefix)
      .update(`${item.kind}\x00${item.id}`)
      .digest('hex')
      .slice(0, 40);
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

function damaged(): Trouble {
  return new Trouble('damaged', {
    what: 'A kept picture or recording is damaged, so that it is not used.',
    advice: 'Put it back from a backup, or remove what it belongs to.',
  });
}
