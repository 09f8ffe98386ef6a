import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CameraId, ClipId, EventId } from '../../../../services/contract/identifiers.ts';
import { Trouble } from '../../../../services/contract/trouble.ts';
import { filesIn, scratchFolder } from '../scratch.ts';
import { bytesOf, clipHouse, newClip, pieceOf } from './clip-house.ts';

const damaged: unknown = expect.objectContaining({ name: 'Trouble', code: 'damaged' });
const missing = ClipId.parse('00000000-0000-4000-8000-000000000000');

test('what is appended comes back, any range of it, and nothing of it lies in clear', async () => {
  const dataDirectory = scratchFolder();
  const { clips, close } = clipHouse(dataDirectory);
  const pieces = [
    pieceOf(1, 900),
    pieceOf(2, 300_000),
    pieceOf(3, 2_600_000),
    pieceOf(4, 1_048_576),
    pieceOf(5, 1),
  ];
  const writer = await clips.begin(newClip);
  for (const [index, piece] of pieces.entries()) await writer.append(piece, { durationMs: index * 100 });
  const whole = Buffer.concat(pieces);
  const kept = {
    ...newClip,
    id: writer.id,
    state: 'finished',
    durationMs: 1000,
    bytes: whole.length,
    kept: false,
  };
  expect(await writer.finish()).toEqual(kept);
  expect(await writer.finish()).toEqual(kept);
  expect(clips.get(writer.id)).toEqual(kept);
  const reader = await clips.openRead(writer.id);
  if (reader === null) throw new Error('the clip is there');
  expect(reader.clip).toEqual(kept);
  expect(reader.size).toBe(whole.length);
  const ranges = [
    [0, whole.length],
    [0, 0],
    [899, 901],
    [300_900, 300_901],
    [whole.length - 2, whole.length],
    [1_000_000, 3_500_000],
  ];
  for (const [start = 0, end = 0] of ranges)
    expect((await bytesOf(reader, start, end)).equals(whole.subarray(start, end)), `${start} to ${end}`).toBe(
      true,
    );
  await expect(bytesOf(reader, 0, whole.length + 1)).rejects.toThrow(RangeError);
  await reader.close();
  await reader.close();
  close();
  for (const { path, bytes } of filesIn(dataDirectory))
    for (const secret of [pieces[1]?.subarray(0, 64) ?? '', 'avc1.640028', 'front_door', '1700000000000'])
      expect(bytes.includes(secret), `${String(secret)} in ${path}`).toBe(false);
});

test('a clip plays while it is written, up to its last whole piece on the disk', async () => {
  const { clips } = clipHouse();
  const writer = await clips.begin(newClip);
  const early = await clips.openRead(writer.id);
  expect(early?.size).toBe(0);
  await early?.close();
  await writer.append(pieceOf(1, 500), { durationMs: 40 });
  await writer.flush();
  // The first megabyte of this one is on the disk, its end is not.
  await writer.append(pieceOf(2, 1_200_000), { durationMs: 40 });
  const reader = await clips.openRead(writer.id);
  if (reader === null) throw new Error('the clip is there');
  expect(clips.get(writer.id)).toMatchObject({ state: 'recording', bytes: 500, durationMs: 40 });
  expect(await bytesOf(reader)).toEqual(pieceOf(1, 500));
  await reader.close();
  expect(await writer.finish()).toMatchObject({ state: 'finished', bytes: 1_200_500, durationMs: 80 });
  await expect(writer.append(pieceOf(3, 5), { durationMs: 1 })).rejects.toThrow('the clip has ended');
});

test('thousands of small pieces go into one chunk', async () => {
  const { clips } = clipHouse();
  const writer = await clips.begin(newClip);
  for (let n = 0; n < 5000; n += 1) await writer.append(pieceOf(n, 20), { durationMs: 1 });
  expect(await writer.finish()).toMatchObject({ state: 'finished', bytes: 100_000, durationMs: 5000 });
  const reader = await clips.openRead(writer.id);
  if (reader === null) throw new Error('the clip is there');
  const whole = Buffer.concat(Array.from({ length: 5000 }, (_, n) => pieceOf(n, 20)));
  expect((await bytesOf(reader)).equals(whole)).toBe(true);
  await reader.close();
});

test('what waits is written by itself after a while', async () => {
  const { clips } = clipHouse();
  const writer = await clips.begin(newClip);
  // A megabyte of it goes at once, the rest waits.
  await writer.append(pieceOf(1, 1_100_000), { durationMs: 1 });
  await expect.poll(() => clips.get(writer.id)?.bytes, { timeout: 30_000 }).toBe(1_100_000);
  await writer.finish();
});

test('a clip without a byte, and one that is abandoned, leave nothing', async () => {
  const { clips, files } = clipHouse();
  const empty = await clips.begin(newClip);
  expect(await empty.finish()).toBeNull();
  const abandoned = await clips.begin(newClip);
  await abandoned.append(pieceOf(1, 3_000_000), { durationMs: 1 });
  await abandoned.abandon();
  await abandoned.abandon();
  expect([clips.get(empty.id), clips.get(abandoned.id), files()]).toEqual([null, null, []]);
});

test('clips are found by camera and time, and by visit; kept; removed', async () => {
  const { clips, files } = clipHouse();
  const at = async (startedAtMs: number, changes = {}) => {
    const writer = await clips.begin({ ...newClip, startedAtMs, ...changes });
    await writer.append(pieceOf(1, 10), { durationMs: 1000 });
    await writer.finish();
    return writer.id;
  };
  const cameraId = newClip.cameraId;
  const second = await at(2000);
  const first = await at(1000, { kind: 'continuous', eventId: null });
  await at(1000, { cameraId: CameraId.parse('garden'), eventId: EventId.parse('e2') });
  const ids = (fromMs: number, untilMs: number) =>
    clips.list({ cameraId, fromMs, untilMs }).map(({ id }) => id);
  expect([ids(0, 9000), ids(2000, 9000), ids(2001, 2002), ids(0, 2000), ids(3000, 9000)]).toEqual([
    ...[[first, second], [second], [second], [first], []],
  ]);
  expect(clips.ofEvent(EventId.parse('e1')).map(({ id }) => id)).toEqual([second]);
  expect([clips.keep(first, true), clips.get(first)?.kept, clips.keep(missing, true)]).toEqual([
    true,
    true,
    false,
  ]);
  expect([await clips.remove(first), await clips.remove(first)]).toEqual([true, false]);
  expect([ids(0, 9000), files().length]).toEqual([[second], 2]);
  expect([clips.get(missing), await clips.openRead(missing)]).toEqual([null, null]);
});

test('a file whose clip was removed is of no use, wherever a copy of it is put', async () => {
  const { clips, files } = clipHouse();
  const begun = async () => {
    const writer = await clips.begin(newClip);
    await writer.append(pieceOf(1, 10), { durationMs: 1 });
    await writer.finish();
    return writer.id;
  };
  const gone = await begun();
  const [path = ''] = files();
  const copy = readFileSync(path);
  await clips.remove(gone);
  const other = await begun();
  writeFileSync(files()[0] ?? '', copy);
  await expect(clips.openRead(other)).rejects.toEqual(damaged);
});

test('who forgets a camera forgets what it saw, and a new clip of it has a new key', async () => {
  const dataDirectory = scratchFolder();
  const { clips, files } = clipHouse(dataDirectory);
  const record = async (cameraId: CameraId) => {
    const writer = await clips.begin({ ...newClip, cameraId });
    await writer.append(pieceOf(1, 10), { durationMs: 1 });
    await writer.finish();
    return writer.id;
  };
  const garden = CameraId.parse('garden');
  const [, , other] = [await record(garden), await record(garden), await record(newClip.cameraId)];
  expect(await clips.forgetCamera(garden)).toBe(2);
  expect(files()).toEqual([join(dataDirectory, 'clips', other.slice(0, 2), other)]);
  const again = await clips.openRead(await record(garden));
  expect(again?.size).toBe(10);
  await again?.close();
});

test('a file that is gone is told', async () => {
  const { clips, files } = clipHouse();
  const writer = await clips.begin(newClip);
  await writer.append(pieceOf(1, 10), { durationMs: 1 });
  await writer.finish();
  rmSync(files()[0] ?? '');
  await expect(clips.openRead(writer.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await clips.remove(writer.id)).toBe(true);
});

test('a folder that can not be written is told, and leaves no clip', async () => {
  const dataDirectory = scratchFolder();
  const { clips } = clipHouse(dataDirectory);
  writeFileSync(join(dataDirectory, 'clips'), 'a file where the folder should be');
  const error = await clips.begin(newClip).catch((thrown: unknown) => thrown);
  expect(error instanceof Trouble ? error.code : error).toBe('unavailable');
  expect(clips.list({ cameraId: newClip.cameraId, fromMs: 0, untilMs: 2e12 })).toEqual([]);
});
