import type { DiskState } from '../../contract/disk.ts';
import type { NewNotice } from '../notices.ts';
import type { DiskReading, DiskTrial } from '../../store/disk-probe.ts';
import { floorOf } from './reserve.ts';

/** A quarter of a megabyte that takes longer is no place for video. */
const slowMs = 5000;

export interface DiskSigns {
  /** How it was. */
  readonly before: DiskState | null;
  /** Null: it did not answer in time. */
  readonly reading: DiskReading | null;
  /** What became of a trial; null: it was not tried. */
  readonly trial: DiskTrial | null;
  /** Of a disk of this size, in bytes. */
  readonly reserveOf: (totalBytes: number) => number;
}

/** How a disk is by what was read of it, and by what became of bytes that were written on trial. */
export function diskState({ before, reading, trial, reserveOf }: DiskSigns): DiskState {
  if (reading === null) return { kind: 'slow' };
  if (reading.kind !== 'there') return reading;
  const { freeBytes, totalBytes } = reading;
  const floorBytes = floorOf(reserveOf(totalBytes));
  // It is not full and well by turns where somebody writes as fast as room is made.
  const neededBytes = before?.kind === 'full' ? 1.5 * floorBytes : floorBytes;
  if (freeBytes < neededBytes || trial?.kind === 'full') return { kind: 'full', freeBytes, totalBytes };
  if (trial === null) return { kind: 'well', freeBytes, totalBytes };
  if (trial.kind !== 'written') return { kind: trial.kind };
  return trial.tookMs > slowMs ? { kind: 'slow' } : { kind: 'well', freeBytes, totalBytes };
}

const goesOn =
  'Recording goes on by itself when that is well again; visits are still noted where the disk of the database allows.';

/** What the owner is told of a disk that is not well. */
export function diskTrouble(kind: Exclude<DiskState['kind'], 'well'>): Pick<NewNotice, 'what' | 'advice'> {
  switch (kind) {
    case 'full':
      return {
        what: 'The disk is full, so that nothing is recorded.',
        advice: `Free some space on it, or let Lares keep video for fewer days. ${goesOn}`,
      };
    case 'vanished':
      return {
        what: 'The disk of the recordings is gone, so that nothing is recorded.',
        advice: `See that it is plugged in and mounted. ${goesOn}`,
      };
    case 'read_only':
      return {
        what: 'The disk of the recordings can’t be written, so that nothing is recorded.',
        advice: `See whether it is mounted read-only, which a failing disk or memory card often is, and whether the folder belongs to this user. ${goesOn}`,
      };
    case 'slow':
      return {
        what: 'The disk of the recordings is too slow, so that nothing is recorded.',
        advice: `Record fewer cameras, or use a faster disk. ${goesOn}`,
      };
    case 'failing':
      return {
        what: 'The disk of the recordings answers with errors, so that nothing is recorded.',
        advice: `Save what is on it and replace it. ${goesOn}`,
      };
  }
}
