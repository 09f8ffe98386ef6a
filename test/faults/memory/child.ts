import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clip } from '../../../services/contract/clip.ts';
import type { Visit } from '../../../services/contract/event.ts';
import { type CameraId, EventId } from '../../../services/contract/identifiers.ts';
import { MARKER } from './clear-bytes.ts';
import { filmIn } from './film.ts';
import { door, openRecorded, recording, street } from './recorded-house.ts';

// A house that records two cameras until it is killed, and says on its output, line by line, what must outlive it.
const tickMs = 50;
/** In a tick: the film runs twenty times as fast as it was made, so that clips fill, end and begin within seconds. */
const picturesInTick = 10;
/** Videos that stay when a house starts; the others are removed then, as retention does. */
const mostClips = 6;

const [dataDirectory = '', filmFolder = ''] = process.argv.slice(2);
const film = filmIn(filmFolder);
/** Standard output is a pipe, which takes each line before the next statement runs. */
const tell = (...words: readonly (string | number)[]): void => {
  process.stdout.write(`${words.join(' ')}\n`);
};
const log = join(dataDirectory, 'lares.db-wal');
const logBytes = (): number => (existsSync(log) ? statSync(log).size : 0);

tell('starts');
const { store } = await openRecorded(dataDirectory);
const clips = (): readonly Clip[] =>
  [street, door].flatMap(({ id }) => store.clips.list({ cameraId: id, fromMs: 0, untilMs: 1e15 }));
const old = clips().toSorted((a, b) => b.startedAtMs - a.startedAtMs);
for (const { id } of old.slice(mostClips)) {
  tell('removing', id);
  await store.clips.remove(id);
}
tell('sure', logBytes());

const { events, film: roll } = recording(store, film);
events.changed.listen(({ change, event }) => {
  if (change === 'began') tell('stored', event.id, logBytes());
});
const run = `${process.pid}-${Date.now()}`;
const known = new Set<string>();

function visit(n: number, cameraId: CameraId): Visit {
  const event: Visit['event'] = {
    id: EventId.parse(`${run}-${cameraId}-${n}`),
    ...{ cameraId, score: 0.5, beganAtMs: Date.now(), endedAtMs: null, zones: [MARKER] },
    label: 'person',
    box: { x: 0, y: 0, width: 1, height: 1 },
    identity: { kind: 'unknown' },
  };
  return { event, ...(n % 4 === 0 ? { snapshot: film.jpeg } : {}) };
}

function begin(visit: Visit): Visit {
  tell('told', visit.event.id, Date.now(), visit.snapshot === undefined ? 0 : 1);
  events.began(visit);
  return visit;
}

let guest: Visit | null = null;
for (let n = 0; ; n += 1) {
  if (n % 2 === 0) begin(visit(n, street.id));
  if (n % 16 === 0) guest = begin(visit(n, door.id));
  if (n % 16 === 11 && guest !== null)
    events.ended({ event: { ...guest.event, endedAtMs: guest.event.beganAtMs + 1 } });
  roll(picturesInTick);
  await wait(tickMs);
  for (const { id, bytes } of clips()) {
    if (!known.has(id)) tell('sure', logBytes());
    known.add(id);
    tell('clip', id, bytes);
  }
}
