import { join } from 'node:path';
import type { Visit } from '../../../services/contract/event.ts';
import { CameraId, EventId, PersonId } from '../../../services/contract/identifiers.ts';
import { Database } from '../../../services/store/database.ts';
import { EventFaceTable } from '../../../services/store/event-faces.ts';
import { EventTable } from '../../../services/store/events.ts';
import { FaceIndex } from '../../../services/store/face-index.ts';
import { KeyRing } from '../../../services/store/keys/key-ring.ts';
import { migrate } from '../../../services/store/migrate.ts';
import { Vault } from '../../../services/store/vault.ts';

/** The tables of one house, on encrypted pages or on plain ones. */
export interface BenchedHouse {
  readonly database: Database;
  readonly events: EventTable;
}

const key = new Uint8Array(32).fill(5);
const camera = (id: string, name: string, area: string) => ({ id: CameraId.parse(id), name, area });
export const cameras = [
  camera('front_door', 'Front door', 'Porch'),
  camera('driveway', 'Driveway', 'Yard'),
  camera('garage', 'Garage', 'Yard'),
  camera('garden', 'Garden', 'Garden'),
  camera('cellar', 'Cellar', 'Basement'),
  camera('street', 'Street', 'Yard'),
  camera('terrace', 'Terrace', 'Garden'),
  camera('hallway', 'Hallway', 'Ground floor'),
] as const;
const names = ['Anna', 'Bert', 'Cem', 'Dora', 'Emil'];
const zones = ['Path', 'Steps', 'Lawn', 'Parking', 'Bins', 'Gate'];

export function openDatabase(folder: string, pages: 'encrypted' | 'plain'): Database {
  return Database.open(join(folder, `${pages}.db`), key);
}

/** The same schema both times: plain pages are what is left when SQLite3 Multiple Ciphers takes the key away. */
export function openHouse(folder: string, pages: 'encrypted' | 'plain'): BenchedHouse {
  const database = openDatabase(folder, pages);
  if (pages === 'plain')
    database.script("PRAGMA journal_mode = delete; PRAGMA rekey = ''; PRAGMA journal_mode = wal;");
  migrate(database);
  const parts = {
    database,
    vault: new Vault({ directory: join(folder, 'vault'), keys: new KeyRing(database, key), root: key }),
    index: new FaceIndex(database),
  };
  const events = new EventTable({ ...parts, faces: new EventFaceTable(parts), now: () => 0 });
  return { database, events };
}

/** The same people in each house. */
export function enrol(houses: readonly BenchedHouse[]): PersonId[] {
  const people = names.map((name) => ({ id: name.toLowerCase(), name }));
  for (const { database } of houses)
    for (const person of people)
      database.run(
        'INSERT INTO people (id, name, name_key, enrolled_at_ms) VALUES (@id, @name, @id, 0)',
        person,
      );
  return people.map(({ id }) => PersonId.parse(id));
}

/** Visits of a year, about as a house has them: half of them vehicles, a third people, of whom a third are known; the same in every run. */
export function visits(people: readonly PersonId[], total: number, endMs: number) {
  const everyMs = (365 * 86_400_000) / total;
  let state = 1;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  return (n: number): Visit['event'] => {
    const beganAtMs = endMs - (total - n) * everyMs;
    const kind = random();
    const label = kind < 0.5 ? 'vehicle' : kind < 0.84 ? 'person' : kind < 0.99 ? 'animal' : 'camera_offline';
    const personId = pick(people);
    const isKnown = label === 'person' && personId !== undefined && random() < 0.33;
    return {
      id: EventId.parse(`${Math.trunc(beganAtMs).toString(36)}-${n.toString(36)}`),
      cameraId: pick(cameras)?.id ?? CameraId.parse('none'),
      label,
      score: 0.5 + random() / 2,
      box: { x: random() / 2, y: random() / 2, width: 0.25, height: 0.5 },
      beganAtMs,
      endedAtMs: beganAtMs + 20_000,
      identity: isKnown
        ? { kind: 'known', personId, name: '', confidence: 0.9 }
        : { kind: label === 'person' ? 'unknown' : 'no_face' },
      ...(random() < 0.4 ? { zones: [pick(zones) ?? '', pick(zones) ?? ''] } : {}),
      ...(random() < 0.05
        ? { crossings: [{ line: 'Gate line', direction: 'in' as const, atMs: beganAtMs }] }
        : {}),
      ...(label === 'camera_offline' ? { why: 'The camera does not answer.' } : {}),
    };
  };
}
