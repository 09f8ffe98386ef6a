import { randomBytes } from 'node:crypto';
import { Trouble } from '../../contract/trouble.ts';
import type { ClipLock } from './clip-header.ts';
import { nonceBytes, sealBytes, sealed, unsealed } from './clip-seal.ts';

/**
 * Behind the header a clip's file holds records; integers are little-endian, numbers of time and bytes are float64:
 *
 *     chunk   length of the body (4) | kind (1) | sealed: time from the clip's beginning to the chunk's end in ms (8), MP4 | tag (16)
 *     end     length of the body (4) | kind (1) | nonce (12) | sealed: chunks (4), bytes of MP4 (8), time in ms (8), state (1) | tag (16)
 *
 * Each is bound to the header and to its number, so that none can be changed, swapped, left out or taken from another clip. A
 * chunk is written once, so its number is its nonce; an end may be written again after a crash, so its nonce is random.
 */
export const recordKinds = {
  /** A piece goes on in the next chunk: no clip ends here. */
  inside: 1,
  /** A piece ends with this chunk. */
  whole: 2,
  end: 3,
} as const;

/** Of MP4 in one chunk, at most. Smaller ones cost more: 64 KiB 2.6 times as much time. */
export const chunkBytes = 1024 * 1024;
export const headBytes = 5;

const timeBytes = 8;
const totalsBytes = 21;
const endLength = nonceBytes + totalsBytes;

/** What is around the MP4 of a chunk. */
export const chunkOverhead = headBytes + timeBytes + sealBytes;
export const endRecordBytes = headBytes + endLength + sealBytes;

/** The length of a whole record by its head; null when no record begins so. */
export function recordLength(head: Buffer): { readonly kind: number; readonly length: number } | null {
  if (head.length < headBytes) return null;
  const body = head.readUInt32LE(0);
  const kind = head.readUInt8(4);
  const length = headBytes + body + sealBytes;
  if (kind === recordKinds.end) return body === endLength ? { kind, length } : null;
  const isChunk = kind === recordKinds.inside || kind === recordKinds.whole;
  return isChunk && body > timeBytes && body <= timeBytes + chunkBytes ? { kind, length } : null;
}

export interface Chunk {
  readonly index: number;
  readonly kind: 1 | 2;
  /** From the clip's beginning to the end of this chunk. */
  readonly untilMs: number;
  readonly parts: readonly Uint8Array[];
}

/** The pieces of the record, in their order: they are written as they are, since a copy would cost as much as the cipher. */
export function sealChunk(lock: ClipLock, { index, kind, untilMs, parts }: Chunk): Buffer[] {
  const time = Buffer.alloc(timeBytes);
  time.writeDoubleLE(untilMs);
  const head = headOf(
    parts.reduce((sum, part) => sum + part.length, timeBytes),
    kind,
  );
  const bound = boundTo(lock, index, head);
  return [head, ...sealed([time, ...parts], { key: lock.key, nonce: chunkNonce(index), bound })];
}

/** Throws Trouble `damaged` when it was changed, or is not the chunk of this number of this clip. */
export function unsealChunk(
  lock: ClipLock,
  index: number,
  record: Buffer,
): { readonly untilMs: number; readonly bytes: Uint8Array } {
  const bound = boundTo(lock, index, record.subarray(0, headBytes));
  const body = unsealed(record.subarray(headBytes), { key: lock.key, nonce: chunkNonce(index), bound });
  if (body === null) throw clipDamaged();
  return { untilMs: body.readDoubleLE(), bytes: body.subarray(timeBytes) };
}

export interface ClipEnd {
  readonly chunks: number;
  readonly bytes: number;
  readonly durationMs: number;
  readonly state: 'finished' | 'cut';
}

export function sealEnd(lock: ClipLock, end: ClipEnd): Buffer {
  const nonce = Buffer.concat([Buffer.of(recordKinds.end), randomBytes(nonceBytes - 1)]);
  const totals = Buffer.alloc(totalsBytes);
  totals.writeUInt32LE(end.chunks, 0);
  totals.writeDoubleLE(end.bytes, 4);
  totals.writeDoubleLE(end.durationMs, 12);
  totals.writeUInt8(end.state === 'finished' ? 1 : 0, 20);
  const head = headOf(endLength, recordKinds.end);
  const bound = boundTo(lock, end.chunks, head);
  return Buffer.concat([head, nonce, ...sealed([totals], { key: lock.key, nonce, bound })]);
}

/** `index`: how many chunks lie before it. Null when it was changed, or is not the end of this clip behind so many chunks. */
export function unsealEnd(lock: ClipLock, index: number, record: Buffer): ClipEnd | null {
  const nonce = record.subarray(headBytes, headBytes + nonceBytes);
  const bound = boundTo(lock, index, record.subarray(0, headBytes));
  const totals = unsealed(record.subarray(headBytes + nonceBytes), { key: lock.key, nonce, bound });
  if (totals === null) return null;
  return {
    chunks: totals.readUInt32LE(0),
    bytes: totals.readDoubleLE(4),
    durationMs: totals.readDoubleLE(12),
    state: totals.readUInt8(20) === 1 ? 'finished' : 'cut',
  };
}

export function clipDamaged(cause?: unknown): Trouble {
  return new Trouble('damaged', {
    what: 'A kept video is damaged or a part of it is missing.',
    advice:
      'What comes before that place can be played; put the rest back from a backup, or delete the video.',
    cause,
  });
}

/** Its row is there, and its file is not, as after a restore. */
export function clipGone(): Trouble {
  return new Trouble('not_found', {
    what: 'The video of this recording is gone.',
    advice: 'It was not in the backup that this house came from, or its file was removed.',
  });
}

function headOf(length: number, kind: number): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(length, 0);
  head.writeUInt8(kind, 4);
  return head;
}

function chunkNonce(index: number): Buffer {
  const nonce = Buffer.alloc(nonceBytes);
  nonce.writeUInt8(recordKinds.whole, 0);
  nonce.writeUInt32LE(index, 8);
  return nonce;
}

function boundTo({ headerHash }: ClipLock, index: number, head: Uint8Array): Buffer {
  const number = Buffer.alloc(4);
  number.writeUInt32LE(index);
  return Buffer.concat([headerHash, number, head]);
}
