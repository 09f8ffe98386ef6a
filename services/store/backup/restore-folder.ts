import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { databaseFileName } from '../../contract/key-file.ts';
import { forgetKeyMark } from '../key-mark.ts';

/**
 * Where a restore writes, inside the data folder, which may be a disk of its own: nothing there counts until it is moved into
 * its place, and the database is moved last.
 */
export class RestoreFolder {
  readonly path: string;
  readonly #dataDirectory: string;

  constructor(dataDirectory: string) {
    this.#dataDirectory = dataDirectory;
    this.path = restoreFolder(dataDirectory);
  }

  /** Empty, also when another restore was cut short. */
  async begin(): Promise<void> {
    await this.remove();
    await mkdir(this.path, { recursive: true, mode: 0o700 });
  }

  /** The pictures and videos into their places. One that is there already stays: it is the same one, or newer. */
  async placeFiles(names: readonly string[], progress?: () => void): Promise<void> {
    const folders = new Set<string>();
    for (const name of names) {
      if (name === databaseFileName) continue;
      const place = join(this.#dataDirectory, name);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      if (!existsSync(place)) await rename(join(this.path, name), place);
      folders.add(dirname(place));
      progress?.();
    }
    for (const folder of folders) await flush(folder);
  }

  /** The database into its place, and with it the house is there. The log of another one must not be beside it. */
  async placeDatabase(): Promise<void> {
    for (const ending of ['-wal', '-shm', '-journal'])
      await rm(join(this.#dataDirectory, `${databaseFileName}${ending}`), { force: true });
    forgetKeyMark(this.#dataDirectory);
    await rename(join(this.path, databaseFileName), join(this.#dataDirectory, databaseFileName));
    await flush(this.#dataDirectory);
    await this.remove();
  }

  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Whether a restore was cut short before it changed anything that counts. */
export function isRestoreCutShort(dataDirectory: string): boolean {
  return existsSync(restoreFolder(dataDirectory));
}

function restoreFolder(dataDirectory: string): string {
  return join(dataDirectory, 'restore.part');
}

async function flush(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}
