import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonId } from '../../services/contract/identifiers.ts';
import { printTable } from '../../services/evaluate/table.ts';
import { CountTable } from '../../services/store/counts.ts';
import { search } from '../../services/store/search-query.ts';
import { SearchTable } from '../../services/store/search.ts';
import { TranscriptTable } from '../../services/store/transcript.ts';
import { benchClips } from './memory/clips.ts';
import { clocked, once } from './memory/clocked.ts';
import { type BenchedHouse, cameras, enrol, openDatabase, openHouse, visits } from './memory/house.ts';
import { write } from './memory/writing.ts';

// What it takes to remember a year of a million events: writing them, encrypted beside plain SQLite with the same schema, and finding
// them again. A number: how many events.
const TOTAL = Number(process.argv[2] ?? 1_000_000);
const DAY_MS = 86_400_000;
const endMs = new Date(2026, 10, 18, 12).getTime();
const [camera] = cameras;
const anna = PersonId.parse('anna');

const words = [
  ...[
    'car',
    'animal',
    'Anna',
    'unknown person',
    'path',
    'yard',
    'car driveway',
    'path vehicle',
    'Anna garage',
  ],
  ...['Anna path garage', 'Anna car', 'Anna Dora', 'known car', 'person street lawn bins', 'xyz'],
  ...[
    'yesterday',
    'car yesterday evening',
    'front door last week',
    'car last week in the evening',
    'in March',
  ],
  ...['stranger between 8 and 10', 'animal cellar in June', 'car before 1 January 2026', 'camera offline'],
  ...['who opened the garage', 'kitchen light last week'],
];

/** What is asked of the house, and within how many milliseconds it has to answer. */
function* questions({ database, events }: BenchedHouse): Generator<[string, number, () => unknown]> {
  yield ['newest 50', 5, () => events.newest({ limit: 50 })];
  yield ['newest 50 of a camera', 5, () => events.newest({ limit: 50, cameraId: camera.id })];
  yield ['newest 50 of a person', 5, () => events.newest({ limit: 50, personId: anna })];
  yield [
    ...(['newest 50 of a person at a camera', 5] as const),
    () => events.newest({ limit: 50, personId: anna, cameraId: camera.id }),
  ];
  yield ['what goes on', 5, () => events.open()];
  const counts = new CountTable(database);
  for (const days of [1, 7, 31])
    yield [
      ...([`counts by hour and kind, ${days} days`, 10] as const),
      () => counts.byHour({ fromMs: endMs - days * DAY_MS, toMs: endMs }),
    ];
  const transcript = new TranscriptTable(database);
  const table = new SearchTable({ database, events, transcript });
  table.nameCameras(cameras);
  talk(transcript);
  for (const text of words) yield [`“${text}”`, 30, () => search(table, { text, limit: 50 }, endMs)];
}

const folder = mkdtempSync(join(tmpdir(), 'lares-bench-'));
try {
  const [encrypted, plain] = [openHouse(folder, 'encrypted'), openHouse(folder, 'plain')];
  const people = enrol([encrypted, plain]);
  const { batch, single } = write({ encrypted, plain, visit: visits(people, TOTAL, endMs), total: TOTAL });
  printTable(`Memory: writing events, microseconds each, of ${TOTAL} in ${megabytes(folder)} MB`, [
    { what: 'one by one (by the clock)', ...single, 'at most': 2 },
    { what: 'in batches (of the processor)', ...batch, 'at most': 1 / 0.8 },
  ]);
  const rows = [...questions(encrypted)].map(([question, goal, ask]) => {
    const { milliseconds, processor } = clocked(ask);
    return { question, milliseconds, 'of the processor': processor, 'at most': goal };
  });
  printTable(`Memory: asking ${TOTAL} events, medians`, rows);
  for (const { database } of [encrypted, plain]) database.close();
  lookThrough(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await benchClips();

/** What a start does before it opens the database: all of it after an end that left something behind, else no more than to open it. */
function lookThrough(within: string): void {
  const open = (pragma: string) => () => {
    const database = openDatabase(within, 'encrypted');
    database.script(pragma);
    database.close();
  };
  printTable(`Memory: a start with ${TOTAL} events, looking through the database`, [
    { after: 'a crash, or a week: every page', ...once(open('PRAGMA quick_check(1)')) },
    { after: 'a sound end: the first page', ...once(open('SELECT 1')) },
  ]);
}

/** As many exchanges as are ever kept. */
function talk(transcript: TranscriptTable): void {
  for (let n = 0; n < 500; n += 1)
    transcript.add({
      ...{ id: `t${n}`, atMs: endMs - n * 3_600_000, outcome: 'done' as const },
      heard: n % 50 === 0 ? 'open the garage door' : 'turn on the kitchen light',
      intent: { name: 'HassTurnOn', slots: { name: n % 50 === 0 ? 'garage door' : 'kitchen light' } },
      reply: n % 50 === 0 ? 'The garage door opens.' : 'The kitchen light is on.',
    });
}

function megabytes(of: string): number {
  return Math.round(statSync(join(of, 'encrypted.db')).size / 1e6);
}
