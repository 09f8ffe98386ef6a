import type { Event } from '../../contract/event.ts';
import type { PersonId } from '../../contract/identifiers.ts';
import type { FaceDescriptor, GalleryFace, Person } from '../../contract/person.ts';
import type { TranscriptEntry } from '../../contract/voice.ts';
import { unlessDamaged } from '../../store/unless-damaged.ts';
import type { House } from '../house.ts';
import type { ZipEntry } from './zip-stream.ts';

/** What a zip without zip64 holds, with room for everything around the pictures. */
const mostBytes = 3_500_000_000;
const mostPictures = 60_000;

/** All that is kept of a person, for themselves to have. */
export interface PersonExport {
  readonly name: string;
  /** About how many bytes the archive will have. */
  readonly expectedBytes: number;
  readonly entries: () => AsyncGenerator<ZipEntry, void>;
}

interface Picture {
  readonly path: string;
  readonly atMs: number;
  readonly bytes: number;
  readonly read: () => Promise<Uint8Array | null>;
}

/** Throws Trouble `not_found`. Pictures that go while the archive is made are left out of it, and so are damaged ones: `left-out.json` names them. */
export async function exportPerson(house: House, id: PersonId): Promise<PersonExport> {
  const person = house.people.get(id);
  const events = house.store.events.ofPerson(id);
  const all = [...(await faceFiles(house, person)), ...(await eventFiles(house, events))];
  const pictures = bounded(all);
  const record = recordOf(house, { person, events, leftOut: all.length - pictures.length });
  const json = jsonOf(record);
  return {
    name: person.name,
    expectedBytes: pictures.reduce((sum, { bytes }) => sum + bytes, json.length),
    entries: async function* () {
      yield { path: 'person.json', bytes: json, atMs: Date.now() };
      const missing: string[] = [];
      for (const { path, atMs, read } of pictures) {
        const bytes = await unlessDamaged(read());
        if (bytes === null) missing.push(path);
        else yield { path, bytes, atMs };
      }
      if (missing.length > 0) yield { path: 'left-out.json', bytes: jsonOf(missing), atMs: Date.now() };
    },
  };
}

function jsonOf(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

async function faceFiles({ people, store }: House, { faces }: Person): Promise<Picture[]> {
  return Promise.all(
    faces.map(async ({ id, addedAtMs }) => ({
      path: `faces/${id}.jpg`,
      atMs: addedAtMs,
      bytes: await store.pictureSize({ kind: 'person_face', id }),
      read: () => people.face(id),
    })),
  );
}

async function eventFiles({ events, store }: House, visits: readonly Event[]): Promise<Picture[]> {
  const files: Picture[] = [];
  for (const { id, beganAtMs: atMs, hasSnapshot, hasFace } of visits) {
    if (hasSnapshot)
      files.push({
        path: `snapshots/${id}.jpg`,
        atMs,
        bytes: await store.pictureSize({ kind: 'snapshot', id }),
        read: () => events.snapshot(id),
      });
    if (hasFace)
      files.push({
        path: `snapshots/${id}-face.jpg`,
        atMs,
        bytes: await store.pictureSize({ kind: 'event_face', id }),
        read: async () => (await events.face(id))?.crop ?? null,
      });
  }
  return files;
}

/** The faces and the newest pictures, as many as an archive holds. */
function bounded(pictures: readonly Picture[]): readonly Picture[] {
  let sum = 0;
  const end = pictures.findIndex(({ bytes }) => (sum += bytes) > mostBytes);
  return pictures.slice(0, end === -1 ? mostPictures : Math.min(end, mostPictures));
}

interface Recorded {
  readonly person: Person;
  readonly events: readonly Event[];
  readonly leftOut: number;
}

function recordOf({ store, cameras }: House, { person, events, leftOut }: Recorded) {
  const gallery = new Map(store.faces.gallery(person.id).map((face) => [face.id, face]));
  const names = new Map<string, string>(cameras.list().map(({ id, name }) => [id, name]));
  return {
    name: person.name,
    enrolledAt: timeOf(person.enrolledAtMs),
    consent: person.consent && {
      givenBy: person.consent.givenBy,
      recordedBy: person.consent.recordedBy,
      at: timeOf(person.consent.atMs),
    },
    faces: person.faces.map(({ id, origin, addedAtMs, quality, pose, isUsed }) => ({
      file: `faces/${id}.jpg`,
      addedAt: timeOf(addedAtMs),
      ...{ origin, quality, pose, isUsed },
      descriptor: descriptorOf(gallery.get(id)),
    })),
    facesOfWhomTheyAreNot: store.notThem.of(person.id).length,
    events: events.map((event) => ({
      camera: names.get(event.cameraId) ?? event.cameraId,
      beganAt: timeOf(event.beganAtMs),
      endedAt: event.endedAtMs === null ? null : timeOf(event.endedAtMs),
      confidence: event.identity.kind === 'known' ? event.identity.confidence : null,
      liveness: event.liveness ?? null,
      zones: event.zones ?? [],
      crossings: event.crossings ?? [],
      snapshot: event.hasSnapshot ? `snapshots/${event.id}.jpg` : null,
      face: event.hasFace ? `snapshots/${event.id}-face.jpg` : null,
      descriptor: descriptorOf(store.eventFaces.descriptor(event.id) ?? undefined),
    })),
    said: store.transcript.naming(person.name).map(saidOf),
    picturesLeftOut: leftOut,
  };
}

/** `values`: little-endian 32-bit floats in base64. */
function descriptorOf(face: Omit<FaceDescriptor, 'crop'> | GalleryFace | undefined) {
  if (face === undefined) return null;
  const { modelId, metric, values } = face;
  const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  return { model: modelId, metric, values: bytes.toString('base64') };
}

function saidOf({ atMs, heard, reply, verdict }: TranscriptEntry) {
  return { at: timeOf(atMs), heard, reply, ...(verdict === undefined ? {} : { meant: verdict.meant }) };
}

function timeOf(ms: number): string {
  return new Date(ms).toISOString();
}
