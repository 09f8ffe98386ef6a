import { describe, expect, it, onTestFinished, test } from 'vitest';
import type { DiskState } from '../../../../services/contract/disk.ts';
import { Notices } from '../../../../services/hub/notices.ts';
import { diskState } from '../../../../services/hub/retention/disk-state.ts';
import { DiskWatch } from '../../../../services/hub/retention/disk-watch.ts';
import type { DiskReading, DiskTrial } from '../../../../services/store/disk-probe.ts';

const mb = 1e6;
const there = (freeBytes: number): DiskReading => ({ kind: 'there', freeBytes, totalBytes: 1000 * mb });
const signs = { before: null, trial: null, reserveOf: () => 100 * mb };
const kindOf = (more: Partial<Parameters<typeof diskState>[0]>): DiskState['kind'] =>
  diskState({ ...signs, reading: there(200 * mb), ...more }).kind;

test('a disk is what was read of it, and what became of a trial', () => {
  expect(kindOf({})).toBe('well');
  expect(kindOf({ reading: there(49 * mb) })).toBe('full');
  expect(kindOf({ reading: there(51 * mb) })).toBe('well');
  // Some more must be free before it is not full any more.
  const full = { kind: 'full', freeBytes: 0, totalBytes: 1000 * mb } as const;
  expect(kindOf({ before: full, reading: there(74 * mb) })).toBe('full');
  expect(kindOf({ before: full, reading: there(76 * mb) })).toBe('well');
  expect(kindOf({ reading: { kind: 'vanished' } })).toBe('vanished');
  expect(kindOf({ reading: null })).toBe('slow');
  const trials: readonly DiskTrial[] = [
    { kind: 'written', tookMs: 20 },
    { kind: 'written', tookMs: 5001 },
    { kind: 'full' },
    { kind: 'read_only' },
    { kind: 'failing' },
  ];
  expect(trials.map((trial) => kindOf({ trial }))).toEqual(['well', 'slow', 'full', 'read_only', 'failing']);
});

describe('the watch over the disk', () => {
  it('tries a disk that failed until it takes something again, and one that is well never', async () => {
    const trial: DiskTrial = { kind: 'written', tookMs: 1 };
    const disk: { reading: DiskReading; trial: DiskTrial } = { reading: there(200 * mb), trial };
    let trials = 0;
    const notices = new Notices();
    const watch = new DiskWatch({
      probe: {
        read: () => Promise.resolve(disk.reading),
        write: () => {
          trials += 1;
          return Promise.resolve(disk.trial);
        },
      },
      reserveOf: () => 100 * mb,
      notices,
    });
    onTestFinished(() => {
      watch.stop();
    });
    const told: string[] = [];
    watch.changed.listen(({ kind }) => told.push(kind));
    await watch.look();
    expect([watch.isWell, trials, notices.list()]).toEqual([true, 0, []]);
    disk.trial = { kind: 'failing' };
    watch.suspect();
    await watch.look();
    await watch.look();
    expect([watch.isWell, trials]).toEqual([false, 2]);
    expect(notices.list()).toMatchObject([{ id: 'disk', severity: 'error' }]);
    disk.reading = { kind: 'vanished' };
    await watch.look();
    // Nothing is written to a disk that took its place.
    expect([watch.isWell, trials]).toEqual([false, 2]);
    disk.reading = there(200 * mb);
    disk.trial = trial;
    await watch.look();
    expect([watch.isWell, trials, notices.list()]).toEqual([true, 3, []]);
    expect(told).toEqual(['well', 'failing', 'failing', 'vanished', 'well']);
  });
});
