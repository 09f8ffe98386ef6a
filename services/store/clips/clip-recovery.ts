import type { FileHandle } from 'node:fs/promises';
import type { Clip } from '../../contract/clip.ts';
import type { ClipId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { orUnavailable } from './clip-disk.ts';
import { sealEnd, unsealChunk } from './clip-record.ts';
import { bytesAt, type ClipMap, type ChunkPlace, scanClip } from './clip-scan.ts';

/** How a clip ended that a crash left open; null when nothing of it was written. */
export type Recovered = Pick<Clip, 'durationMs' | 'bytes'> & { readonly state: 'finished' | 'cut' };

/**
 * Ends a clip behind its last whole piece that is sound, and cuts off what a crash left behind it. Throws Trouble `damaged`
 * when the header is not that of this clip, `unavailable` when the disk fails.
 */
export async function recoverClip(file: FileHandle, id: ClipId, key: Uint8Array): Promise<Recovered | null> {
  // A crash between making the file and its first bytes.
  if ((await orUnavailable(() => file.stat())).size === 0) return null;
  const map = await scanClip(file, id, key);
  if (map.end !== null) return map.end;
  const last = await lastSound(file, map);
  if (last === null) return null;
  const end = { chunks: last.index + 1, bytes: last.end, durationMs: last.untilMs, state: 'cut' } as const;
  const fileEnd = last.offset + last.length;
  await orUnavailable(async () => {
    await file.truncate(fileEnd);
    await file.write(sealEnd(map.lock, end), 0, null, fileEnd);
    await file.datasync();
  });
  return end;
}

/** Only what was written last can be torn: so they are tried from the end. */
async function lastSound(
  file: FileHandle,
  { chunks, lock }: ClipMap,
): Promise<(ChunkPlace & { readonly untilMs: number }) | null> {
  for (const place of chunks.toReversed()) {
    if (!place.endsPiece) continue;
    try {
      const { untilMs } = unsealChunk(lock, place.index, await bytesAt(file, place.offset, place.length));
      return { ...place, untilMs };
    } catch (error) {
      if (!(error instanceof Trouble && error.code === 'damaged')) throw error;
    }
  }
  return null;
}
