import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Milliseconds since 1970. */
export interface WrittenBetween {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A clip is written for at most so long after what it shows. */
const longestClipMs = 6 * 3_600_000;

/** The damaged databases that were set aside: nobody can erase anything in one, so that they go as a whole. */
export function removeDamaged(databaseFile: string): void {
  const prefix = `${basename(databaseFile)}.damaged-`;
  for (const name of readdirSync(dirname(databaseFile)))
    if (name.startsWith(prefix)) rmSync(join(dirname(databaseFile), name), { force: true });
}

/** The videos that were set aside since no key of them is known; by when their files were written, which is all that can be told of them. */
export function removeStrays(databaseFile: string, { fromMs, toMs }: WrittenBetween): void {
  const folder = join(dirname(databaseFile), 'clips');
  for (const name of namesIn(folder)) {
    if (!name.endsWith('.aside')) continue;
    const path = join(folder, name);
    const { mtimeMs } = statSync(path);
    if (mtimeMs >= fromMs && mtimeMs < toMs + longestClipMs) rmSync(path, { force: true });
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch {
    // No video was ever recorded.
    return [];
  }
}
