import { expect, it } from 'vitest';
import type { SearchPage } from '../../../services/contract/search.ts';
import { CameraId, EventId } from '../../../services/contract/identifiers.ts';
import { searchText } from '../../../services/cli/search.ts';
import { timeText } from '../../../services/cli/time-text.ts';

const nothing: SearchPage = { results: [], words: [], spans: [], next: null };
const name = (id: string): string => (id === 'door' ? 'Front door' : id);
const atMs = Date.UTC(2026, 10, 18, 12);

it('what was found is told the newest first, and that there is more', () => {
  const page: SearchPage = {
    ...nothing,
    results: [
      {
        kind: 'event',
        event: {
          ...{ id: EventId.parse('e'), cameraId: CameraId.parse('door'), label: 'camera_offline', score: 1 },
          ...{ box: { x: 0, y: 0, width: 1, height: 1 }, beganAtMs: atMs, endedAtMs: null },
          ...{ identity: { kind: 'no_face' }, hasSnapshot: false, hasFace: false, why: 'It is away.' },
        },
      },
      {
        kind: 'exchange',
        entry: { id: 't', atMs, heard: 'hello', intent: null, outcome: 'answered', reply: 'Hello.' },
      },
    ],
    next: 5,
  };
  const time = timeText(atMs);
  expect(searchText(page, name)).toBe(
    [
      `${time}  Front door: camera offline, It is away.`,
      `${time}  heard: hello`,
      '                     answered: Hello.',
      '… and more: --limit',
    ].join('\n'),
  );
});

it('where nothing was found the words are told back as they were understood', () => {
  expect(searchText({ ...nothing, words: ['unicorn', 'garden'] }, name)).toBe(
    'Nothing was found of unicorn, garden.',
  );
  expect(searchText({ ...nothing, spans: [{ fromMs: atMs, toMs: null }] }, name)).toBe(
    `Nothing was found from ${timeText(atMs)} to any time.`,
  );
});
