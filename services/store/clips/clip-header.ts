import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { NewClip } from '../../contract/clip.ts';
import { CameraId, type ClipId, EventId } from '../../contract/identifiers.ts';
import { nonceBytes, sealBytes, sealed, unsealed } from './clip-seal.ts';

/** How many bytes tell how long the header is. */
export const fixedHeaderBytes = 28;

const magic = Buffer.from('LARCLIP\x01', 'latin1');
/** No names of a camera, a visit and a codec make more. */
const longestMeta = 4096;
/** The key is the clip's own, and the header is written once. */
const nonce = Buffer.alloc(nonceBytes, 0);

/** The clip's key, and the SHA-256 of its header, which every record is bound to. */
export interface ClipLock {
  readonly key: Uint8Array;
  readonly headerHash: Uint8Array;
}

/** The header of a clip's file; integers are little-endian: magic and version (8) | id (16) | length of the rest (4) | sealed JSON. */
export function sealHeader(id: ClipId, key: Uint8Array, clip: NewClip): Buffer {
  const meta = Buffer.from(JSON.stringify(clip));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(meta.length + sealBytes);
  const bound = Buffer.concat([magic, idBytes(id), length]);
  return Buffer.concat([bound, ...sealed([meta], { key, nonce, bound })]);
}

/** How long the whole header is, by its first `fixedHeaderBytes`; null when they are not those of this clip. */
export function headerLength(fixed: Buffer, id: ClipId): number | null {
  const begin = Buffer.concat([magic, idBytes(id)]);
  if (fixed.length < fixedHeaderBytes || !fixed.subarray(0, begin.length).equals(begin)) return null;
  const length = fixed.readUInt32LE(begin.length);
  return length > longestMeta ? null : fixedHeaderBytes + length;
}

/** What the header says; null when it was changed or belongs to another key. */
export function unsealHeader(header: Uint8Array, key: Uint8Array): NewClip | null {
  const bound = header.subarray(0, fixedHeaderBytes);
  const meta = unsealed(header.subarray(fixedHeaderBytes), { key, nonce, bound });
  return meta === null ? null : Meta.parse(JSON.parse(meta.toString()));
}

export function lockOf(header: Uint8Array, key: Uint8Array): ClipLock {
  return { key, headerHash: createHash('sha256').update(header).digest() };
}

const Meta = z.object({
  cameraId: CameraId,
  eventId: EventId.nullable(),
  kind: z.enum(['event', 'continuous']),
  startedAtMs: z.number(),
  codec: z.string(),
  width: z.number(),
  height: z.number(),
});

function idBytes(id: ClipId): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}
