import { createHash } from 'node:crypto';
import type { CaseEntry, CaseManifest } from '../../contract/case.ts';
import type { Clip } from '../../contract/clip.ts';
import type { Event } from '../../contract/event.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { CaseContent } from '../../store/case/case-writer.ts';
import type { Store } from '../../store/store.ts';
import { indexOf } from '../playback/clip-index.ts';
import { MovieFile } from '../playback/movie-file.ts';
import type { CasePlan } from './case-plan.ts';

export interface CaseAbout {
  readonly plan: CasePlan;
  readonly store: Pick<Store, 'events' | 'clips'>;
  /** The version of this Lares. */
  readonly lares: string;
  readonly madeAtMs: number;
  readonly cameras: CaseManifest['cameras'];
  readonly audit: CaseManifest['audit'];
}

type Listed = Omit<CaseEntry, 'bytes' | 'sha256'>;

/**
 * The files of a case one after the other, each read when the one before is written, and last the manifest with the hash of each.
 * What is gone or damaged meanwhile is left out, and the manifest says so.
 */
export async function* caseContents(about: CaseAbout): AsyncGenerator<CaseContent, void> {
  const { plan, store } = about;
  const files: CaseEntry[] = [];
  const leftOut: CaseManifest['leftOut'] = [];
  for await (const { listed, bytes } of everyFile(plan, store, leftOut)) {
    const hash = createHash('sha256');
    let length = 0;
    const hashed = async function* (): AsyncGenerator<Uint8Array, void> {
      for await (const part of bytes) {
        hash.update(part);
        length += part.length;
        yield part;
      }
    };
    yield { name: listed.name, bytes: unlessBroken(hashed(), listed.name, leftOut) };
    files.push({ ...listed, bytes: length, sha256: hash.digest('hex') });
  }
  const manifest: CaseManifest = {
    format: 1,
    lares: about.lares,
    madeAt: timeOf(about.madeAtMs),
    of: ofText(plan.of),
    cameras: about.cameras,
    audit: about.audit,
    files,
    leftOut,
  };
  yield { name: 'manifest.json', bytes: [jsonOf(manifest)] };
}

interface CaseFile {
  readonly listed: Listed;
  readonly bytes: CaseContent['bytes'];
}

async function* everyFile(
  { events, clips, exchanges }: CasePlan,
  store: CaseAbout['store'],
  leftOut: CaseManifest['leftOut'],
): AsyncGenerator<CaseFile, void> {
  if (events.length > 0) yield { listed: { name: 'events.json', kind: 'events' }, bytes: [jsonOf(events)] };
  if (exchanges.length > 0) yield { listed: { name: 'said.json', kind: 'said' }, bytes: [jsonOf(exchanges)] };
  for (const event of events) yield* picturesOf(event, store, leftOut);
  for (const clip of clips) {
    const video = await videoOf(clip, store, leftOut);
    if (video !== null) yield video;
  }
}

async function* picturesOf(
  event: Event,
  { events }: Pick<Store, 'events'>,
  leftOut: CaseManifest['leftOut'],
): AsyncGenerator<CaseFile, void> {
  const { id, cameraId: camera, beganAtMs } = event;
  const about = { camera, event: id, from: timeOf(beganAtMs) };
  for (const [kind, folder, read] of [
    ['picture', 'pictures', event.hasSnapshot ? () => events.snapshot(id) : null],
    ['face', 'faces', event.hasFace ? async () => (await events.face(id))?.crop ?? null : null],
  ] as const) {
    if (read === null) continue;
    const name = `${folder}/${id}.jpg`;
    const bytes = await orWhyNot(read, name, leftOut);
    if (bytes !== null) yield { listed: { name, kind, ...about }, bytes: [bytes] };
  }
}

async function videoOf(
  clip: Clip,
  { clips }: Pick<Store, 'clips'>,
  leftOut: CaseManifest['leftOut'],
): Promise<CaseFile | null> {
  const { cameraId: camera, startedAtMs, codec, width, height, eventId } = clip;
  const time = timeOf(startedAtMs).replaceAll(':', '-');
  const name = `videos/${camera} ${time} ${clip.id.slice(0, 8)}.mp4`;
  const reader = await orWhyNot(() => clips.openRead(clip.id), name, leftOut);
  if (reader === null) return null;
  const index = await orWhyNot(() => indexOf(reader, reader.size), name, leftOut);
  if (index === null || index.fragments.length === 0) {
    await reader.close();
    return null;
  }
  const movie = new MovieFile(reader, index);
  const bytes = async function* (): AsyncGenerator<Uint8Array, void> {
    try {
      yield* movie.read(0, movie.size);
    } finally {
      await reader.close();
    }
  };
  const to = timeOf(startedAtMs + reader.clip.durationMs);
  const listed: Listed = {
    ...{ name, kind: 'video', camera, from: timeOf(startedAtMs), to, codec, width, height },
    ...(eventId === null ? {} : { event: eventId }),
    ...(clip.state === 'finished' ? {} : { isCut: true }),
  };
  return { listed, bytes: bytes() };
}

/** What can't be read to its end is as long as what could be read, and the manifest says so. */
async function* unlessBroken(
  bytes: AsyncIterable<Uint8Array>,
  name: string,
  leftOut: CaseManifest['leftOut'],
): AsyncGenerator<Uint8Array, void> {
  try {
    yield* bytes;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    leftOut.push({ name, why: `The rest of it: ${error.message}` });
  }
}

async function orWhyNot<T>(
  read: () => Promise<T | null>,
  name: string,
  leftOut: CaseManifest['leftOut'],
): Promise<T | null> {
  try {
    const value = await read();
    if (value === null) leftOut.push({ name, why: 'It is not there any more.' });
    return value;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    leftOut.push({ name, why: error.message });
    return null;
  }
}

function ofText(of: CasePlan['of']): CaseManifest['of'] {
  if (of.kind === 'events') return { events: [...of.eventIds] };
  const span = { from: timeOf(of.fromMs), to: timeOf(of.toMs) };
  return of.cameraId === undefined ? span : { ...span, camera: of.cameraId };
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
