import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ClipReader, Clips, NewClip } from '../../../../services/contract/clip.ts';
import { CameraId, EventId } from '../../../../services/contract/identifiers.ts';
import { openStore } from '../../../../services/store/store.ts';
import { onTestFinished } from 'vitest';
import { filesIn, scratchFolder } from '../scratch.ts';

const houseKey = new Uint8Array(32).fill(7);

export const newClip: NewClip = {
  cameraId: CameraId.parse('front_door'),
  eventId: EventId.parse('e1'),
  kind: 'event',
  startedAtMs: 1_700_000_000_000,
  codec: 'avc1.640028',
  width: 1920,
  height: 1080,
};

/** A store of its own for one test, and the paths of its clips' files. */
export function clipHouse(dataDirectory = scratchFolder()): {
  dataDirectory: string;
  clips: Clips;
  files: () => string[];
  close: () => void;
} {
  const store = openStore({ dataDirectory, key: houseKey });
  onTestFinished(() => {
    store.close();
  });
  const folder = join(dataDirectory, 'clips');
  return {
    dataDirectory,
    clips: store.clips,
    files: () => (existsSync(folder) ? filesIn(folder) : []).map(({ path }) => join(folder, path)),
    close: () => {
      store.close();
    },
  };
}

/** Bytes that no cipher would give by chance, different for each seed. */
export function pieceOf(seed: number, length: number): Buffer {
  const block = createHash('sha512').update(`piece ${seed}`).digest();
  return Buffer.alloc(length, block);
}

export async function bytesOf(reader: ClipReader, start = 0, end = reader.size): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of reader.read(start, end)) parts.push(part);
  return Buffer.concat(parts);
}
