import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { clearBytesIn } from './clear-bytes.ts';
import type { Film } from './film.ts';
import { type House, killAfter, newHouse } from './house.ts';
import { type Found, look } from './look.ts';
import { mountSmallDisk } from './small-disk.ts';
import { tearClip, tearLog } from './tear.ts';

export const faults = [
  'killed',
  'newest clip cut',
  'newest clip flipped',
  'log cut',
  'log flipped',
  'disk full',
] as const;
export type Fault = (typeof faults)[number];

export interface Ground {
  readonly folder: string;
  readonly filmFolder: string;
  readonly film: Film;
  readonly secrets: ReadonlyMap<string, Buffer>;
  readonly random: () => number;
}

/** What was found after one kill. `fault`: what was really done, a kill alone where there was nothing to tear. */
export interface Round extends Found {
  readonly fault: Fault;
  readonly ended: string | null;
  readonly clear: readonly string[];
}

const longestMs = 3500;

/** Short lives are more frequent than long ones: opening, recovering and beginning are killed too. */
const lifeMs = (random: () => number): number => random() ** 1.5 * longestMs;

/**
 * Kills the house, damages what it left, and looks at a copy of that: the next life of the house itself begins with the same
 * damage, and may be killed while it recovers.
 */
export async function round(ground: Ground, house: House, wanted: Fault): Promise<Round> {
  const { filmFolder, film, secrets, random } = ground;
  const { killedMs, ended } = await killAfter(house, { filmFolder, afterMs: lifeMs(random) });
  const clear = clearBytesIn([house.dataDirectory, house.temporary], secrets);
  const fault = damaged(house, { wanted, random, killedMs }) ? wanted : 'killed';
  const folder = mkdtempSync(join(ground.folder, 'copy-'));
  try {
    const dataDirectory = join(folder, 'data');
    cpSync(house.dataDirectory, dataDirectory, { recursive: true });
    const { witness, damagedAt } = house;
    const isLogTorn = fault.startsWith('log');
    const left = { witness, damagedAt, film, killedMs, isLogTorn, isDiskFull: false };
    const found = await look({ ...left, dataDirectory, makeRoom: () => undefined });
    return { ...found, fault, ended, clear };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A new house on a disk that is soon full, looked at where it stands. */
export async function fullRound(ground: Ground): Promise<Round> {
  const { filmFolder, film, secrets, random } = ground;
  const disk = mountSmallDisk(mkdtempSync(join(ground.folder, 'disk-')));
  try {
    const house = newHouse(disk.folder);
    const { killedMs, ended } = await killAfter(house, { filmFolder, afterMs: 2000 + lifeMs(random) });
    const clear = clearBytesIn([house.dataDirectory, house.temporary], secrets);
    const { witness, damagedAt, dataDirectory } = house;
    const isDiskFull = disk.isFull();
    const left = { witness, damagedAt, film, killedMs, isLogTorn: false, isDiskFull };
    const found = await look({ ...left, dataDirectory, makeRoom: disk.makeRoom });
    return { ...found, fault: isDiskFull ? 'disk full' : 'killed', ended, clear };
  } finally {
    disk.unmount();
    rmSync(disk.folder, { recursive: true });
  }
}

function damaged(
  { dataDirectory, witness, damagedAt }: House,
  { wanted, random, killedMs }: { wanted: Fault; random: () => number; killedMs: number },
): boolean {
  if (wanted === 'killed' || wanted === 'disk full') return false;
  const how = wanted.endsWith('cut') ? 'cut' : 'flip';
  if (wanted.startsWith('log'))
    return tearLog({ dataDirectory, how, random, from: witness.safeLog(killedMs - 2000) });
  const torn = tearClip({ dataDirectory, how, random });
  if (torn !== null) damagedAt.set(torn.id, Math.min(torn.at, damagedAt.get(torn.id) ?? Infinity));
  return torn !== null;
}
