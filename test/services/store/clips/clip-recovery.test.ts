import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ClipId } from '../../../../services/contract/identifiers.ts';
import { ClipFileWriter } from '../../../../services/store/clips/clip-file-writer.ts';
import { scratchFolder } from '../scratch.ts';
import { bytesOf, clipHouse, newClip, pieceOf } from './clip-house.ts';

const nothing = { cut: 0, empty: 0, damaged: 0, strays: 0 };
const recordBytes = 5 + 8 + 100 + 16;

/** A house as a crash leaves it: a clip of three chunks on the disk that nobody ended, and its file changed; null: gone. */
async function crashed(change: (sound: Buffer) => Uint8Array | null) {
  const before = clipHouse(scratchFolder());
  const writer = await before.clips.begin(newClip);
  for (const seed of [0, 1, 2]) {
    await writer.append(pieceOf(seed, 100), { durationMs: 10 });
    await writer.flush();
  }
  await writer.append(pieceOf(3, 100), { durationMs: 10 });
  const dataDirectory = join(scratchFolder(), 'data');
  cpSync(before.dataDirectory, dataDirectory, { recursive: true });
  await writer.abandon();
  const after = clipHouse(dataDirectory);
  const [path = ''] = after.files();
  const changed = change(readFileSync(path));
  if (changed === null) rmSync(path);
  else writeFileSync(path, changed);
  return { ...after, path, id: writer.id };
}

async function playedOf({ clips, id }: { clips: ReturnType<typeof clipHouse>['clips']; id: ClipId }) {
  const reader = await clips.openRead(id);
  if (reader === null) return null;
  const bytes = await bytesOf(reader).finally(() => reader.close());
  return { bytes, clip: reader.clip };
}

const whole = Buffer.concat([0, 1, 2].map((seed) => pieceOf(seed, 100)));

test.each<readonly [string, number, (sound: Buffer) => Buffer]>([
  ['as it stood', 3, (sound) => sound],
  ['with a half record', 3, (sound) => Buffer.concat([sound, Buffer.alloc(60, 1)])],
  ['with zeros behind it', 3, (sound) => Buffer.concat([sound, Buffer.alloc(4096)])],
  ['cut within its last record', 2, (sound) => sound.subarray(0, -1)],
  ['cut between two records', 2, (sound) => sound.subarray(0, -recordBytes)],
  ['with a last record that is torn', 2, (sound) => sound.fill(0, sound.length - 50)],
  ['with two records that are torn', 1, (sound) => sound.fill(0, sound.length + 10 - 2 * recordBytes)],
])('a clip that a crash left %s plays to its last whole piece, %i', async (_, pieces, change) => {
  const house = await crashed(change);
  expect(await house.clips.recover()).toEqual({ ...nothing, cut: 1 });
  const played = await playedOf(house);
  const clip = {
    ...newClip,
    id: house.id,
    state: 'cut',
    durationMs: pieces * 10,
    bytes: pieces * 100,
    kept: false,
  };
  expect(played).toEqual({ bytes: whole.subarray(0, pieces * 100), clip });
  expect(await house.clips.recover()).toEqual(nothing);
  // Its end is attested now: what is cut off later is noticed.
  truncateSync(house.path, readFileSync(house.path).length - 54);
  await expect(playedOf(house)).rejects.toMatchObject({ code: 'damaged' });
});

test('a clip of which nothing was written goes, one that can not be understood stays and says so', async () => {
  const empty = await crashed((sound) => sound.subarray(0, -3 * recordBytes));
  expect(await empty.clips.recover()).toEqual({ ...nothing, empty: 1 });
  expect([empty.clips.get(empty.id), empty.files()]).toEqual([null, []]);
  const unborn = await crashed(() => Buffer.alloc(0));
  expect(await unborn.clips.recover()).toEqual({ ...nothing, empty: 1 });
  expect([unborn.clips.get(unborn.id), unborn.files()]).toEqual([null, []]);
  const gone = await crashed(() => null);
  expect(await gone.clips.recover()).toEqual({ ...nothing, empty: 1 });
  const strange = await crashed(() => Buffer.from('not a clip'));
  expect(await strange.clips.recover()).toEqual({ ...nothing, damaged: 1 });
  await expect(playedOf(strange)).rejects.toMatchObject({ code: 'damaged' });
  expect(readFileSync(strange.path, 'utf8')).toBe('not a clip');
});

test('a file that no clip knows goes, unless the database knows no clip at all', async () => {
  const house = await crashed((sound) => sound);
  const stray = '00112233-4455-4677-8899-aabbccddeeff';
  const path = join(dirname(house.path), '..', '00', stray);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'unreadable');
  expect(await house.clips.recover()).toEqual({ ...nothing, cut: 1, strays: 1 });
  expect(house.files()).toEqual([house.path]);
  const fresh = clipHouse();
  mkdirSync(join(fresh.dataDirectory, 'clips'));
  writeFileSync(join(fresh.dataDirectory, 'clips', stray), 'unreadable');
  expect([await fresh.clips.recover(), fresh.files().length]).toEqual([nothing, 1]);
});

test('a clip that is recorded while others are recovered is left alone', async () => {
  const { clips } = clipHouse();
  const writer = await clips.begin(newClip);
  await writer.append(pieceOf(0, 10), { durationMs: 1 });
  expect(await clips.recover()).toEqual(nothing);
  expect(await writer.finish()).toMatchObject({ state: 'finished', bytes: 10 });
});

test('a full disk is told to every call, and the clip is ended as far as the disk lets it', async () => {
  const file = await open('/dev/full', 'r+');
  const ends: unknown[] = [];
  const writer = new ClipFileWriter({
    ...{ id: ClipId.parse('a'), file, headerBytes: 0 },
    lock: { key: new Uint8Array(32), headerHash: new Uint8Array(32) },
    ended: (end) => {
      ends.push(end);
      return Promise.resolve(null);
    },
  });
  const unavailable: unknown = expect.objectContaining({ name: 'Trouble', code: 'unavailable' });
  await writer.append(pieceOf(0, 10), { durationMs: 1 });
  await expect(writer.flush()).rejects.toEqual(unavailable);
  await expect(writer.append(pieceOf(0, 10), { durationMs: 1 })).rejects.toEqual(unavailable);
  await expect(writer.flush()).rejects.toEqual(unavailable);
  expect([await writer.finish(), ends]).toEqual([null, [null]]);
});

const store = fileURLToPath(new URL('../../../../services/store/store.ts', import.meta.url));

/** Records one clip after the other, as fast as it can, until it is killed; says the id and how much is flushed. */
const recorder = `
  import { openStore } from ${JSON.stringify(store)};
  const [dataDirectory] = process.argv.slice(1);
  const { clips } = openStore({ dataDirectory, key: new Uint8Array(32).fill(7) });
  for (;;) {
    const writer = await clips.begin(${JSON.stringify(newClip)});
    for (let n = 1; n <= 20; n += 1) {
      await writer.append(new Uint8Array(30_000).fill(n), { durationMs: 10 });
      await writer.flush();
      console.log(writer.id, n);
    }
    await writer.finish();
  }`;

test('killed while it records, again and again, no flushed piece is lost', async () => {
  const dataDirectory = scratchFolder();
  const flushed = new Map<string, number>();
  for (const lines of [3, 30]) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', recorder, dataDirectory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let seen = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      const [id = '', n] = line.split(' ');
      flushed.set(id, Number(n));
      if ((seen += 1) >= lines) child.kill('SIGKILL');
    }
    await ended;
  }
  const { clips, files } = clipHouse(dataDirectory);
  expect(await clips.recover()).toMatchObject({ damaged: 0 });
  for (const [id, pieces] of flushed) {
    const played = await playedOf({ clips, id: ClipId.parse(id) });
    expect(played?.clip.bytes).toBeGreaterThanOrEqual(pieces * 30_000);
    expect(played?.bytes.every((byte, at) => byte === Math.floor(at / 30_000) + 1)).toBe(true);
  }
  expect(files().length).toBe(clips.list({ cameraId: newClip.cameraId, fromMs: 0, untilMs: 2e12 }).length);
});
