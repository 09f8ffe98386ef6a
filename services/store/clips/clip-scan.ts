import type { FileHandle } from 'node:fs/promises';
import type { NewClip } from '../../contract/clip.ts';
import type { ClipId } from '../../contract/identifiers.ts';
import { orUnavailable } from './clip-disk.ts';
import { type ClipLock, fixedHeaderBytes, headerLength, lockOf, unsealHeader } from './clip-header.ts';
import {
  type ClipEnd,
  chunkOverhead,
  clipDamaged,
  headBytes,
  recordKinds,
  recordLength,
  unsealEnd,
} from './clip-record.ts';

/** Where a chunk lies. */
export interface ChunkPlace {
  readonly index: number;
  /** In the file, of the whole record. */
  readonly offset: number;
  readonly length: number;
  /** In the MP4. */
  readonly start: number;
  readonly end: number;
  readonly endsPiece: boolean;
}

export interface ClipMap {
  readonly clip: NewClip;
  readonly lock: ClipLock;
  readonly chunks: readonly ChunkPlace[];
  /** Null when the clip has none yet, or none that is sound and says what lies before it. */
  readonly end: ClipEnd | null;
  /** Where the records end in the file. */
  readonly fileEnd: number;
}

/**
 * What lies where in a clip's file, by the heads of its records; chunks are not decrypted. It ends where the file ends, behind
 * an end record, or where no whole record follows. Throws Trouble `damaged` when the header is not that of this clip and key.
 */
export async function scanClip(file: FileHandle, id: ClipId, key: Uint8Array): Promise<ClipMap> {
  const { size } = await file.stat();
  const length = headerLength(await bytesAt(file, 0, fixedHeaderBytes), id);
  if (length === null) throw clipDamaged();
  const header = await bytesAt(file, 0, length);
  const clip = unsealHeader(header, key);
  if (clip === null) throw clipDamaged();
  const lock = lockOf(header, key);
  const chunks: ChunkPlace[] = [];
  let offset = length;
  let start = 0;
  for (;;) {
    const record = recordLength(await bytesAt(file, offset, headBytes));
    if (record === null || offset + record.length > size) break;
    if (record.kind === recordKinds.end) {
      const end = unsealEnd(lock, chunks.length, await bytesAt(file, offset, record.length));
      return { clip, lock, chunks, end: end?.bytes === start ? end : null, fileEnd: offset + record.length };
    }
    const index = chunks.length;
    const end = start + record.length - chunkOverhead;
    const endsPiece = record.kind === recordKinds.whole;
    chunks.push({ index, offset, length: record.length, start, end, endsPiece });
    offset += record.length;
    start = end;
  }
  return { clip, lock, chunks, end: null, fileEnd: offset };
}

/** So many bytes, or into this buffer; fewer when the file ends before. Throws Trouble `unavailable`. */
export async function bytesAt(file: FileHandle, position: number, into: number | Buffer): Promise<Buffer> {
  const bytes = typeof into === 'number' ? Buffer.allocUnsafe(into) : into;
  const { length } = bytes;
  let read = 0;
  await orUnavailable(async () => {
    while (read < length) {
      const { bytesRead } = await file.read(bytes, read, length - read, position + read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
  });
  return bytes.subarray(0, read);
}
