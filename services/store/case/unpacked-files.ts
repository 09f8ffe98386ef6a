import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from '../../contract/trouble.ts';
import { CaseEntryRecord } from './case-record.ts';

export interface UnpackedFile {
  readonly name: string;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly isWhole: boolean;
}

const manifestName = 'manifest.json';

/** The files of a case while they are unpacked, one after the other. Of one with a flaw, what stands before it is kept under another name. */
export class UnpackedFiles {
  readonly #folder: string;
  readonly #list: UnpackedFile[] = [];
  #now: { name: string; file: FileHandle; hash: Hash; bytes: number; isWhole: boolean } | null = null;
  #manifest: Buffer[] | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get list(): readonly UnpackedFile[] {
    return this.#list;
  }

  /** As far as it is there; null when nothing of it is. */
  get manifest(): Buffer | null {
    return this.#manifest === null ? null : Buffer.concat(this.#manifest);
  }

  /** `record`: what its record says of the next file. */
  async begin(record: Buffer): Promise<void> {
    await this.end();
    const { name } = CaseEntryRecord.parse(JSON.parse(record.toString()));
    const path = join(this.#folder, name);
    await this.#orUnavailable(async () => {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(path, 'wx', 0o600);
      this.#now = { name, file, hash: createHash('sha256'), bytes: 0, isWhole: true };
    });
    if (name === manifestName) this.#manifest = [];
  }

  /** What lies behind a flaw belongs to nothing that could be named. */
  async write(bytes: Buffer): Promise<void> {
    const now = this.#now;
    if (now?.isWhole !== true) return;
    now.hash.update(bytes);
    now.bytes += bytes.length;
    if (now.name === manifestName) this.#manifest?.push(bytes);
    await this.#orUnavailable(() => now.file.writeFile(bytes));
  }

  /** Something of the file at hand, or the beginning of another one, is not there. */
  flawed(): void {
    if (this.#now !== null) this.#now.isWhole = false;
  }

  /** A file behind whose end the flaw was is whole after all, and so is a manifest that can be read. `hashes`: as it says them, by name. */
  async settle(hashes: ReadonlyMap<string, string>): Promise<void> {
    for (const [index, file] of this.#list.entries()) {
      const isRight = file.name === manifestName ? hashes.size > 0 : hashes.get(file.name) === file.sha256;
      if (file.isWhole || !isRight) continue;
      const path = join(this.#folder, file.name);
      await this.#orUnavailable(() => rename(`${path}.damaged`, path));
      this.#list[index] = { ...file, isWhole: true };
    }
  }

  async end(): Promise<void> {
    const now = this.#now;
    this.#now = null;
    if (now === null) return;
    await now.file.close();
    const { name, bytes, isWhole } = now;
    const path = join(this.#folder, name);
    if (!isWhole) await this.#orUnavailable(() => rename(path, `${path}.damaged`));
    this.#list.push({ name, bytes, sha256: now.hash.digest('hex'), isWhole });
  }

  /** May be called again. */
  async close(): Promise<void> {
    await this.#now?.file.close().catch(() => undefined);
    this.#now = null;
  }

  async #orUnavailable(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      throw new Trouble('unavailable', {
        what: "The case can't be unpacked there.",
        advice: 'See that the folder belongs to you, and that its disk has space and is sound.',
        cause,
      });
    }
  }
}
