import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clips } from '../../../services/contract/clip.ts';
import { CameraId, type ClipId } from '../../../services/contract/identifiers.ts';
import { printTable } from '../../../services/evaluate/table.ts';
import { openStore } from '../../../services/store/store.ts';

/** A second of a camera's video at 4 Mbit/s. */
const pieceBytes = 500_000;
const pieces = 128;
const chunkBytes = 1024 * 1024;
const rounds = 5;

/** Seconds on the clock, and of the processor. */
interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function cost<T>(work: () => Promise<T>): Promise<Cost & { readonly value: T }> {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { value, seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
}

/** The same bytes into a plain file, made sure of each megabyte as a clip's are. */
async function writePlain(path: string, piece: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  const group = Buffer.alloc(chunkBytes, piece);
  for (let left = pieces * pieceBytes; left > 0; left -= chunkBytes) {
    await file.write(group, 0, Math.min(left, chunkBytes));
    await file.datasync();
  }
  await file.close();
}

async function readPlain(path: string): Promise<void> {
  const file = await open(path, 'r');
  const group = Buffer.alloc(chunkBytes);
  while ((await file.read(group, 0, chunkBytes)).bytesRead > 0);
  await file.close();
}

async function writeClip(clips: Clips, piece: Uint8Array): Promise<ClipId> {
  const cameraId = CameraId.parse('bench');
  const writer = await clips.begin({
    ...{ cameraId, eventId: null, kind: 'continuous', startedAtMs: 0 },
    ...{ codec: 'avc1.640028', width: 1920, height: 1080 },
  });
  for (let n = 0; n < pieces; n += 1) await writer.append(piece, { durationMs: 1000 });
  await writer.finish();
  return writer.id;
}

async function readClip(clips: Clips, id: ClipId, range?: readonly [number, number]): Promise<number> {
  const reader = await clips.openRead(id);
  if (reader === null) throw new Error('the clip is gone');
  const [start, end] = range ?? [0, reader.size];
  let bytes = 0;
  for await (const part of reader.read(start, end)) bytes += part.length;
  await reader.close();
  return bytes;
}

/** Bytes out of the middle, as a player asks for when somebody drags its slider. */
async function seek(clips: Clips, id: ClipId, round: number): Promise<void> {
  const start = ((round * 7919) % (pieces - 1)) * pieceBytes;
  await readClip(clips, id, [start, start + 65_536]);
}

const middle = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/**
 * Clips against plain files of the same bytes on the same disk, in turns, medians. Writing is made sure of (fdatasync) every
 * megabyte in both; reading comes from the operating system's memory, so that it is the decryption which is measured.
 */
export async function benchClips(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lares-bench-'));
  const store = openStore({ dataDirectory: join(folder, 'data'), key: randomBytes(32) });
  const costs = new Map<string, Cost[]>();
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const { value, ...spent } = await cost(work);
    costs.set(what, [...(costs.get(what) ?? []), spent]);
    return value;
  };
  try {
    const piece = randomBytes(pieceBytes);
    const path = join(folder, 'plain');
    for (let round = 0; round < rounds; round += 1) {
      await timed('write a plain file', () => writePlain(path, piece));
      const id = await timed('write a clip', () => writeClip(store.clips, piece));
      await timed('read a plain file', () => readPlain(path));
      await timed('read a clip', () => readClip(store.clips, id));
      await timed('open and read 64 KiB', () => seek(store.clips, id, round));
      await store.clips.remove(id);
    }
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  printTable(
    `Clips of ${(pieces * pieceBytes) / 1e6} MB, medians of ${rounds}`,
    [...costs].map(([what, spent]) => {
      const seconds = middle(spent.map((each) => each.seconds));
      const cpu = middle(spent.map((each) => each.cpuSeconds));
      const megabytes = what.startsWith('open') ? null : (pieces * pieceBytes) / 1e6;
      return {
        what,
        milliseconds: seconds * 1000,
        'processor, ms': cpu * 1000,
        'MB/s': megabytes === null ? null : megabytes / seconds,
        'MB per second of processor': megabytes === null ? null : megabytes / cpu,
      };
    }),
  );
}
