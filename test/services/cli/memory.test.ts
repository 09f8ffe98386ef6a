import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openedText } from '../../../services/cli/case.ts';
import { contentsText } from '../../../services/cli/memory.ts';
import { timeOf } from '../../../services/cli/span-options.ts';
import { openDataKey } from '../../../services/store/data-key.ts';
import { openStore } from '../../../services/store/store.ts';
import { EventId } from '../../../services/contract/identifiers.ts';
import { startHouse } from '../../fixtures/house.ts';
import { lares } from '../../fixtures/lares.ts';
import { jpegOf, visit } from '../store/samples.ts';
import { filesIn } from '../store/scratch.ts';

const counts = { events: 2, pictures: 2, faces: 1, clips: 3, clipBytes: 5_000_000, exchanges: 0 };

describe('for a terminal', () => {
  it('a span of time is what there is, and what is kept on purpose', () => {
    const none = { events: 0, pictures: 0, faces: 0, clips: 0, clipBytes: 0, exchanges: 0 };
    const there = 'There are 2 events, 2 pictures, 1 faces, 3 videos (5.0 MB), 0 exchanges.';
    expect(contentsText({ goes: counts, kept: none })).toBe(there);
    expect(contentsText({ goes: counts, kept: { ...none, events: 1 } })).toBe(
      `${there}\nKept on purpose, which --kept takes along: 1 events, 0 pictures, 0 faces, 0 videos (0 bytes), 0 exchanges.`,
    );
  });

  it('times are as the clock here shows them, unless they have a zone', () => {
    expect(timeOf('2026-11-20 08:30')).toBe(new Date(2026, 10, 20, 8, 30).getTime());
    expect(timeOf('2026-11-20')).toBe(new Date(2026, 10, 20).getTime());
    expect(timeOf('2026-11-20T08:30:00Z')).toBe(Date.UTC(2026, 10, 20, 8, 30));
    expect(() => timeOf('yesterday')).toThrow('Give a time like "2026-11-20 08:00".');
  });

  it('a case names every flaw', () => {
    const flaws = [
      { kind: 'changed', record: 3 },
      { kind: 'moved', record: 4, from: 5 },
      { kind: 'cut_off', record: 9 },
    ] as const;
    expect(openedText({ manifest: null, files: [], flaws })).toBe(
      [
        'The list of what belongs to this case is damaged or missing.',
        'This file is not as it was written. 0 files are whole and were unpacked:',
        '  Record 3 was changed.',
        '  In the place of record 4 stands record 5.',
        "  The file is cut off, or can't be read, from record 9 on.",
      ].join('\n'),
    );
  });
});

it('what a house saw in a span of time is erased: lares memory', async () => {
  const { address, folder, api } = await startHouse();
  const opened = await openDataKey({ configDirectory: join(folder, 'config'), dataExists: true });
  if (opened.kind !== 'open') throw new Error('the house is locked');
  const store = openStore({ dataDirectory: join(folder, 'data'), key: opened.key });
  const beganAtMs = Date.UTC(2026, 0, 5, 12);
  store.events.put(visit('e1', { beganAtMs, endedAtMs: beganAtMs + 1000 }));
  await store.events.putSnapshot(EventId.parse('e1'), jpegOf('at the door'));
  store.close();
  const port = { LARES_PORT: new URL(address).port };
  const span = ['--from', '2026-01-05T11:00Z', '--to', '2026-01-05T13:00Z'];
  const refused = await lares(folder, ['memory', 'erase', ...span], port);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('Give --yes.')]);
  const erased = await lares(folder, ['memory', 'erase', ...span, '--yes'], port);
  expect(erased.out).toContain('Erased: 1 events, 1 pictures, 0 faces, 0 videos (0 bytes), 0 exchanges.');
  expect(erased.code).toBe(0);
  await expect(api.events.get.query({ eventId: EventId.parse('e1') })).rejects.toThrow('not there any more');
  expect(filesIn(join(folder, 'data/vault'))).toEqual([]);
});
