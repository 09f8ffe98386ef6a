import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable } from '../../services/evaluate/table.ts';
import { lockRounds } from './lock/locked-house.ts';

// Locks a house that records two cameras, and unlocks it again. A number: how many rounds.
const ROUNDS = Number(process.argv[2] ?? 20);
const folder = mkdtempSync(join(tmpdir(), 'lares-lock-'));
try {
  const { rounds, clips, broken, before, after, slowestLockMs } = await lockRounds(folder, ROUNDS);
  printTable(`Locked and unlocked while two cameras record`, [
    { rounds, clips, broken: broken.length, 'slowest lock, ms': Math.round(slowestLockMs) },
  ]);
  printTable('What the hub holds while it is locked', [
    { after: 'the first round', ...before },
    { after: 'the last round', ...after },
  ]);
  const leaks = after.handles > before.handles || after.timers > before.timers;
  process.exitCode = broken.length > 0 || leaks || clips < 2 * rounds ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
