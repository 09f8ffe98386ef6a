import { mkdir, open, type FileHandle, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Trouble } from '../../contract/trouble.ts';
import type { ClipId } from '../../contract/identifiers.ts';

/** The folder of clips. A file is named by the clip's random id, which tells nothing of what it is. */
export class ClipDisk {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Makes the file of a new clip with these first bytes, there also after a loss of power. Throws Trouble `unavailable`. */
  async create(id: ClipId, header: Uint8Array): Promise<FileHandle> {
    return orUnavailable(async () => {
      const path = this.#pathOf(id);
      const made = await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(path, 'wx', 0o600);
      try {
        await file.writeFile(header);
        await file.datasync();
        await syncFolder(dirname(path));
        if (made !== undefined) await syncFolder(this.#directory);
        return file;
      } catch (error) {
        await file.close();
        throw error;
      }
    });
  }

  /** Null when there is no such file. Throws Trouble `unavailable`. */
  async open(id: ClipId, how: 'r' | 'r+'): Promise<FileHandle | null> {
    return orUnavailable(() => open(this.#pathOf(id), how).catch(nullIfMissing));
  }

  /** Throws Trouble `unavailable`. */
  async remove(id: ClipId): Promise<void> {
    await orUnavailable(() => rm(this.#pathOf(id), { force: true }));
  }

  /** The ids that files are named by. Throws Trouble `unavailable`. */
  async names(): Promise<string[]> {
    const entries = await orUnavailable(() =>
      readdir(this.#directory, { recursive: true, withFileTypes: true }).catch(nullIfMissing),
    );
    return (entries ?? []).filter((entry) => entry.isFile()).map((entry) => entry.name);
  }

  #pathOf(id: ClipId): string {
    return join(this.#directory, id.slice(0, 2), id);
  }
}

/** What the disk does not do is told as trouble. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Trouble) throw cause;
    throw new Trouble('unavailable', {
      what: "A video can't be written to or read from the data folder.",
      advice:
        'See that its disk is there, has space left and is sound, and that the folder is writable by this user.',
      cause,
    });
  }
}

function nullIfMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}
