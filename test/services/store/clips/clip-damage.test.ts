import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ClipId } from '../../../../services/contract/identifiers.ts';
import { Trouble } from '../../../../services/contract/trouble.ts';
import { scratchFolder } from '../scratch.ts';
import { bytesOf, clipHouse, newClip, pieceOf } from './clip-house.ts';

const pieceBytes = 8;
const pieces = 3;
/** Head, time and tag around the MP4 of a chunk. */
const recordBytes = 5 + 8 + pieceBytes + 16;
const endBytes = 5 + 12 + 21 + 16;

/** A finished clip of three chunks, its file's bytes, and a way to read what a changed file still gives. */
async function clipOfThree(dataDirectory = scratchFolder()) {
  const { clips, files } = clipHouse(dataDirectory);
  const known = new Set(files());
  const writer = await clips.begin(newClip);
  for (let seed = 0; seed < pieces; seed += 1) {
    await writer.append(pieceOf(seed, pieceBytes), { durationMs: 10 });
    await writer.flush();
  }
  await writer.finish();
  const path = files().find((file) => !known.has(file)) ?? '';
  const sound = readFileSync(path);
  /** How many bytes are read before the trouble, and its code; every byte that is read must be the right one. */
  const readOf = async (bytes: Uint8Array) => {
    writeFileSync(path, bytes);
    const parts: Uint8Array[] = [];
    let code = 'sound';
    try {
      const reader = await clips.openRead(writer.id);
      try {
        for await (const part of reader?.read(0, reader.size) ?? []) parts.push(part);
      } finally {
        await reader?.close();
      }
    } catch (error) {
      code = error instanceof Trouble ? error.code : String(error);
    }
    const read = Buffer.concat(parts);
    expect(read.equals(whole.subarray(0, read.length))).toBe(true);
    return [read.length / pieceBytes, code];
  };
  const header = sound.length - pieces * recordBytes - endBytes;
  return { clips, path, sound, header, readOf, id: writer.id };
}

const whole = Buffer.concat(Array.from({ length: pieces }, (_, seed) => pieceOf(seed, pieceBytes)));

test('each flipped byte, and each length it is cut to, is noticed, and what lies before it is read', async () => {
  const { sound, header, readOf } = await clipOfThree();
  expect(await readOf(sound)).toEqual([pieces, 'sound']);
  const wholeBefore = (at: number) =>
    at < header ? 0 : Math.min(pieces, Math.floor((at - header) / recordBytes));
  for (let at = 0; at < sound.length; at += 1) {
    // What is sealed in the header is one seal: a few of its bytes speak for all.
    if (at > 28 && at < header - 16 && at % 20 > 0) continue;
    const flipped = Buffer.from(sound);
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    expect([at, ...(await readOf(flipped))]).toEqual([at, wholeBefore(at), 'damaged']);
    expect([at, ...(await readOf(sound.subarray(0, at)))]).toEqual([at, wholeBefore(at), 'damaged']);
  }
});

test('chunks that are swapped, left out, repeated or put behind the end are noticed', async () => {
  const { sound, header, readOf } = await clipOfThree();
  const record = (index: number) =>
    sound.subarray(header + index * recordBytes, header + (index + 1) * recordBytes);
  const begin = sound.subarray(0, header);
  const end = sound.subarray(-endBytes);
  const made = (...parts: Uint8Array[]) => Buffer.concat([begin, ...parts]);
  expect([
    await readOf(made(record(0), record(2), record(1), end)),
    await readOf(made(record(0), record(2), end)),
    await readOf(made(record(0), record(1), end)),
    await readOf(made(record(0), record(0), record(1), record(2), end)),
    await readOf(made(end)),
    await readOf(made(record(0), record(1), record(2))),
  ]).toEqual([
    [1, 'damaged'],
    [1, 'damaged'],
    [2, 'damaged'],
    [1, 'damaged'],
    [0, 'damaged'],
    [3, 'damaged'],
  ]);
});

test('the header, a chunk or the end of another clip of the same camera is noticed', async () => {
  const dataDirectory = scratchFolder();
  const [{ sound, header, readOf }, other] = [
    await clipOfThree(dataDirectory),
    await clipOfThree(dataDirectory),
  ];
  expect(other.sound.length).toBe(sound.length);
  const at = (start: number, end: number) =>
    Buffer.concat([sound.subarray(0, start), other.sound.subarray(start, end), sound.subarray(end)]);
  expect([
    await readOf(other.sound),
    await readOf(at(0, header)),
    await readOf(at(28, header)),
    await readOf(at(header + recordBytes, header + 2 * recordBytes)),
    await readOf(at(sound.length - endBytes, sound.length)),
  ]).toEqual([
    [0, 'damaged'],
    [0, 'damaged'],
    [0, 'damaged'],
    [1, 'damaged'],
    [3, 'damaged'],
  ]);
});

test('with the key of another house nothing is opened', async () => {
  const { path, id } = await clipOfThree();
  const other = clipHouse();
  const theirs = await other.clips.begin(newClip);
  await theirs.append(pieceOf(1, 10), { durationMs: 1 });
  await theirs.finish();
  writeFileSync(other.files()[0] ?? '', readFileSync(path));
  await expect(other.clips.openRead(theirs.id)).rejects.toMatchObject({ name: 'Trouble', code: 'damaged' });
  expect(await other.clips.openRead(ClipId.parse(id))).toBeNull();
});

test('a range is read as long as its own chunks are sound', async () => {
  const { clips, path, sound, header, id } = await clipOfThree();
  const changed = Buffer.from(sound);
  changed[header + recordBytes + 20] = 0;
  changed[header + recordBytes + 21] = 0;
  writeFileSync(path, changed);
  const reader = await clips.openRead(id);
  if (reader === null) throw new Error('the clip is there');
  expect(await bytesOf(reader, 2 * pieceBytes, 3 * pieceBytes)).toEqual(pieceOf(2, pieceBytes));
  await expect(bytesOf(reader, 2 * pieceBytes - 1, 2 * pieceBytes)).rejects.toMatchObject({
    code: 'damaged',
  });
  await reader.close();
});
