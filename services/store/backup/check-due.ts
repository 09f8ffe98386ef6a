import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { databaseFileName } from '../../contract/key-file.ts';
import { writeFileWhole } from '../../contract/whole-file.ts';

/** A disk that loses bits in peace is found out within this time. */
const everyMs = 7 * 86_400_000;
const CheckState = z.strictObject({ atMs: z.number() });

/**
 * Whether the whole database is to be looked through before it is opened, which takes seconds where there is a lot: after an end that
 * left its log behind, as a crash does, and once a week.
 */
export function isCheckDue(dataDirectory: string, nowMs: number): boolean {
  const log = join(dataDirectory, `${databaseFileName}-wal`);
  if (existsSync(log) && statSync(log).size > 0) return true;
  try {
    const { atMs } = CheckState.parse(JSON.parse(readFileSync(pathOf(dataDirectory), 'utf8')));
    return Math.abs(nowMs - atMs) >= everyMs;
  } catch {
    return true;
  }
}

/** It was looked through, and is sound. Where nothing can be written it is looked through again. */
export function noteCheck(dataDirectory: string, nowMs: number): void {
  try {
    writeFileWhole(pathOf(dataDirectory), `${JSON.stringify({ atMs: nowMs })}\n`);
  } catch {
    return;
  }
}

/** It is to be looked through at the next opportunity. */
export function forgetCheck(dataDirectory: string): void {
  rmSync(pathOf(dataDirectory), { force: true });
}

function pathOf(dataDirectory: string): string {
  return join(dataDirectory, 'last-check.json');
}
