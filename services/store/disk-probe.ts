import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DiskState } from '../contract/disk.ts';

/** What can be told of a disk without writing to it. */
export type DiskReading =
  | { readonly kind: 'there'; readonly freeBytes: number; readonly totalBytes: number }
  | { readonly kind: Exclude<DiskState['kind'], 'well' | 'full' | 'slow'> };

/** What became of bytes that were written on trial. */
export type DiskTrial = { readonly kind: 'written'; readonly tookMs: number } | DiskFault;
export interface DiskFault {
  readonly kind: Exclude<DiskState['kind'], 'well' | 'slow'>;
}

/** Lies in the folder of video, so that another disk in its place, or none, is told from it. Neither is the name of a clip. */
const markName = 'lares.mark';
const trialName = 'lares.trial';
const trialBytes = 256 * 1024;

/** Asks the disk that video goes to how it is. */
export class DiskProbe {
  readonly #directory: string;
  /** The device that the folder was on when the mark was seen for the last time. */
  #device: number | null = null;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Writes nothing but the mark, where there is none yet. Never throws. */
  async read(): Promise<DiskReading> {
    try {
      if (!(await this.#isThere())) return { kind: 'vanished' };
      await access(this.#directory, constants.W_OK);
      const { bavail, blocks, bsize } = await statfs(this.#directory);
      return { kind: 'there', freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    } catch (error) {
      const { kind } = faultOf(error);
      // How much is free says that by itself.
      return { kind: kind === 'full' ? 'failing' : kind };
    }
  }

  /** Writes some bytes to the disk itself and removes them; they say nothing. Never throws. */
  async write(): Promise<DiskTrial> {
    const path = join(this.#directory, trialName);
    const beganMs = performance.now();
    try {
      const file = await open(path, 'w', 0o600);
      try {
        // Noise, since some disks store zeros without using space.
        await file.writeFile(randomBytes(trialBytes));
        await file.datasync();
      } finally {
        await file.close();
      }
      return { kind: 'written', tookMs: performance.now() - beganMs };
    } catch (error) {
      return faultOf(error);
    } finally {
      await rm(path, { force: true }).catch(() => undefined);
    }
  }

  /** The folder is made where its place is the disk that it was on, or was never seen; it is not where a disk was taken away. */
  async #isThere(): Promise<boolean> {
    const device = await deviceOf(this.#directory);
    const place = device ?? (await deviceOf(dirname(this.#directory)));
    const marked = device !== null && (await deviceOf(join(this.#directory, markName))) !== null;
    if (!marked) {
      if (place === null || (this.#device !== null && place !== this.#device)) return false;
      await mkdir(this.#directory, { recursive: true, mode: 0o700 });
      // A full disk takes no mark; it is there all the same.
      await writeFile(join(this.#directory, markName), '', { mode: 0o600 }).catch(unlessFull);
    }
    this.#device = place;
    return true;
  }
}

/** Null when nothing is there. */
async function deviceOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).dev;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function unlessFull(error: unknown): void {
  if (faultOf(error).kind !== 'full') throw error;
}

/** The operating system's own words for it (errno(3)). */
function faultOf(error: unknown): DiskFault {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'full' };
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { kind: 'read_only' };
    case 'ENOENT':
    case 'ENODEV':
    case 'ENXIO':
    case 'ENOTCONN':
    case 'ENOTDIR':
    case 'ESTALE':
      return { kind: 'vanished' };
    default:
      return { kind: 'failing' };
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
