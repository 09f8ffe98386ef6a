import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Witness } from './witness.ts';

const child = join(import.meta.dirname, 'child.ts');

/** A house's folders, and what was heard of it in all its lives. */
export interface House {
  readonly dataDirectory: string;
  /** Where its processes are told to put what is temporary. */
  readonly temporary: string;
  readonly witness: Witness;
  /** Where clips were damaged, in bytes of their files. */
  readonly damagedAt: Map<string, number>;
}

export function newHouse(folder: string): House {
  const [dataDirectory, temporary] = [join(folder, 'data'), join(folder, 'temporary')];
  // One that is killed at once would make none.
  for (const made of [temporary, dataDirectory]) mkdirSync(made, { recursive: true });
  return { dataDirectory, temporary, witness: new Witness(), damagedAt: new Map() };
}

/**
 * Lets a house live until so long after its first statement, then kills it. When it was killed, and why it ended before, if it did.
 */
export async function killAfter(
  { dataDirectory, temporary, witness }: House,
  { filmFolder, afterMs }: { readonly filmFolder: string; readonly afterMs: number },
): Promise<{ killedMs: number; ended: string | null }> {
  const house = spawn(process.execPath, [child, dataDirectory, filmFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: temporary },
  });
  let complaint = '';
  house.stderr.on('data', (bytes) => {
    complaint += String(bytes);
  });
  const closed = new Promise<NodeJS.Signals | null>((resolve) => {
    house.once('close', (_, signal) => {
      resolve(signal);
    });
  });
  const lines = createInterface({ input: house.stdout });
  const began = new Promise<void>((resolve) => {
    lines.on('line', (line) => {
      witness.hear(line);
      resolve();
    });
  });
  await Promise.race([began, closed]);
  await Promise.race([wait(afterMs), closed]);
  const killedMs = Date.now();
  house.kill('SIGKILL');
  const signal = await closed;
  return { killedMs, ended: signal === 'SIGKILL' ? null : `it ended by itself: ${complaint.trim()}` };
}
