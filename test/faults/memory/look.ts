import { spawnSync } from 'node:child_process';
import type { Clip, ClipReader } from '../../../services/contract/clip.ts';
import { ClipId, EventId } from '../../../services/contract/identifiers.ts';
import { Trouble } from '../../../services/contract/trouble.ts';
import type { Store } from '../../../services/store/store.ts';
import { type Film, picturesIn } from './film.ts';
import { door, openRecorded, recording, street } from './recorded-house.ts';
import { wholeBytes } from './tear.ts';
import type { Witness } from './witness.ts';

/** A house that was killed. */
export interface Killed {
  readonly dataDirectory: string;
  readonly witness: Witness;
  readonly film: Film;
  readonly killedMs: number;
  /** Where clips were damaged, in bytes of their files. */
  readonly damagedAt: ReadonlyMap<string, number>;
  /** Whether the database's log lost what was written last. */
  readonly isLogTorn: boolean;
  /** Whether the disk may have refused what was told. */
  readonly isDiskFull: boolean;
  /** What makes room, before it is seen whether recording goes on. */
  readonly makeRoom: () => void;
}

/** What was found of it, in sentences where something did not hold. */
export interface Found {
  readonly openMs: number;
  readonly opening: string | null;
  readonly events: number;
  readonly lost: readonly string[];
  /** Events that are gone, and were told in the last two seconds. */
  readonly young: readonly string[];
  readonly clips: number;
  readonly unplayable: readonly string[];
  readonly stuck: string | null;
}

const safeAfterMs = 2000;

/** Opens the house as its next start would, and compares it with what the witness heard. */
export async function look(killed: Killed): Promise<Found> {
  const expected = wholeBytes(killed.dataDirectory, killed.damagedAt);
  const startMs = performance.now();
  try {
    const { store, notices } = await openRecorded(killed.dataDirectory);
    const openMs = performance.now() - startMs;
    try {
      const told = notices
        .list()
        .filter(({ id }) => id !== 'recording-damaged' || killed.damagedAt.size === 0);
      return {
        openMs,
        opening: told.length === 0 ? null : told.map(({ what }) => what).join(' '),
        ...(await eventsOf(store, killed)),
        ...(await clipsOf(store, { ...killed, expected })),
        stuck: await whyStuck(store, killed),
      };
    } finally {
      store.close();
    }
  } catch (error) {
    const nothing = { events: 0, lost: [], young: [], clips: 0, unplayable: [], stuck: null };
    return { ...nothing, openMs: performance.now() - startMs, opening: whyOf(error) };
  }
}

async function eventsOf(store: Store, killed: Killed): Promise<Pick<Found, 'events' | 'lost' | 'young'>> {
  const { witness, killedMs, isLogTorn, isDiskFull } = killed;
  const [lost, young]: [string[], string[]] = [[], []];
  const count = witness.events.size;
  for (const [name, seen] of witness.events) {
    const { toldMs, hasPicture, isStored } = seen;
    if (isDiskFull && !isStored) continue;
    const id = EventId.parse(name);
    const isOld = toldMs < killedMs - safeAfterMs;
    const event = store.events.get(id);
    // What the house said is stored, a kill does not take away, however young it is.
    const mustBe = isOld || (isStored && !isLogTorn);
    if (event === null) (mustBe ? lost : young).push(`event ${name} is gone`);
    else if (hasPicture && isStored) {
      const picture = await store.events.snapshot(id).catch(whyOf);
      const isWhole = picture instanceof Uint8Array && Buffer.from(picture).equals(killed.film.jpeg);
      if (!isWhole) (mustBe ? lost : young).push(`the picture of event ${name} is gone`);
      seen.hasPicture = isWhole;
    }
    if (event === null) witness.events.delete(name);
  }
  return { events: count, lost, young };
}

async function clipsOf(
  store: Store,
  killed: Killed & { readonly expected: ReadonlyMap<string, number> },
): Promise<Pick<Found, 'clips' | 'unplayable'>> {
  const { witness, damagedAt, expected, film } = killed;
  const ids = new Set([...witness.clips.keys(), ...allClips(store).map(({ id }) => id)]);
  const unplayable: string[] = [];
  let shortest: Buffer | null = null;
  for (const id of ids) {
    const { movie, trouble } = await played(store, id);
    const bytes = expected.get(id) ?? 0;
    const promised = damagedAt.has(id) ? 0 : (witness.clips.get(id) ?? 0);
    if (movie.length !== bytes || bytes < promised)
      unplayable.push(`clip ${id} plays ${movie.length} bytes of ${bytes}, promised were ${promised}`);
    else if (trouble !== null && !damagedAt.has(id))
      unplayable.push(`clip ${id} of ${bytes} bytes: ${trouble}`);
    else if (picturesIn(movie, film) === null) unplayable.push(`clip ${id} shows something else`);
    if (movie.length > 0 && movie.length < (shortest?.length ?? Infinity)) shortest = movie;
  }
  if (shortest !== null) {
    const [shown, found] = [picturesIn(shortest, film), framesOf(shortest)];
    if (found !== String(shown)) unplayable.push(`ffprobe finds ${found} pictures of ${String(shown)}`);
  }
  return { clips: ids.size, unplayable };
}

/** Null when two cameras and an event are recorded as ever. */
async function whyStuck(store: Store, { film, makeRoom }: Killed): Promise<string | null> {
  makeRoom();
  const before = new Set(allClips(store).map(({ id }) => id));
  const { events, recorder, film: roll } = recording(store, film);
  const id = EventId.parse('goes-on');
  events.began({
    event: {
      ...{ id, cameraId: door.id, label: 'person', score: 1, beganAtMs: Date.now(), endedAtMs: null },
      ...{ box: { x: 0, y: 0, width: 1, height: 1 }, identity: { kind: 'unknown' } },
    },
    snapshot: film.jpeg,
  });
  await events.settled();
  roll(30);
  await recorder.stop();
  const made = allClips(store).filter((clip) => !before.has(clip.id));
  const shown: (number | null)[] = [];
  for (const clip of made) shown.push(picturesIn((await played(store, clip.id)).movie, film));
  if (store.events.get(id)?.hasSnapshot !== true) return 'no event can be kept';
  return shown.join() === '30,30' ? null : `recorded were ${shown.join() || 'no'} pictures of 30,30`;
}

/** What of a clip comes before trouble. */
async function played(store: Store, id: string): Promise<{ movie: Buffer; trouble: string | null }> {
  const parts: Uint8Array[] = [];
  let reader: ClipReader | null = null;
  let trouble: string | null = null;
  try {
    reader = await store.clips.openRead(ClipId.parse(id));
    if (reader !== null) for await (const part of reader.read(0, reader.size)) parts.push(Buffer.from(part));
  } catch (error) {
    trouble = whyOf(error);
  } finally {
    await reader?.close();
  }
  return { movie: Buffer.concat(parts), trouble };
}

function allClips(store: Store): readonly Clip[] {
  return [street, door].flatMap(({ id }) => store.clips.list({ cameraId: id, fromMs: 0, untilMs: 1e15 }));
}

/** As many pictures as a decoder finds, or what it complains of. */
function framesOf(movie: Buffer): string {
  const entries = ['-count_frames', '-show_entries', 'stream=nb_read_frames', '-of', 'csv=p=0'];
  const { stdout, stderr } = spawnSync('ffprobe', ['-v', 'warning', ...entries, 'pipe:0'], {
    ...{ input: movie, encoding: 'utf8', maxBuffer: 1 << 24 },
  });
  return (stderr === '' ? stdout : stderr).trim();
}

function whyOf(error: unknown): string {
  return error instanceof Trouble ? `${error.code}: ${error.message}` : String(error);
}
