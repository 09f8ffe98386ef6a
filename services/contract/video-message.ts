import { CameraId } from './identifiers.ts';
import type { VideoChunk, VideoConfig, VideoStream } from './video.ts';

/**
 * What goes through the video line, the pipe in which the vision process sends live video to the hub past everything else
 * that it does. One message after the other, numbers in network byte order:
 *
 *     byte 0..3   how many bytes follow (uint32)
 *     byte 4      flags: bit 0 is set for a config, bit 1 for a key frame, bit 2 for the sub stream, bit 3 for transcoded video
 *     byte 5      how long the camera's id is, n
 *     byte 6..    the camera's id (ASCII), then, from byte m = 6 + n on, one of the two:
 *
 *     a chunk     m..m+7     time in microseconds of the camera's own clock (float64)
 *                 m+8..      the coded picture
 *
 *     a config    m..m+3     width in pixels (uint32)
 *                 m+4..m+7   height in pixels (uint32)
 *                 m+8        how long the codec's name is, c
 *                 m+9..      the codec's name (ASCII), then its description
 */
export type VideoMessage =
  | { readonly kind: 'config'; readonly video: VideoStream; readonly config: VideoConfig }
  | { readonly kind: 'chunk'; readonly video: VideoStream; readonly chunk: VideoChunk };

export const VIDEO_LENGTH_BYTES = 4;
const FLAGS = { config: 1, key: 2, sub: 4, transcoded: 8 } as const;

/** The message as it goes through the line, its length included. */
export function videoMessageBytes(message: VideoMessage): Uint8Array<ArrayBuffer> {
  const [head, payload] = message.kind === 'config' ? configParts(message.config) : chunkParts(message.chunk);
  const id = new TextEncoder().encode(message.video.cameraId);
  const bytes = new Uint8Array(VIDEO_LENGTH_BYTES + 2 + id.length + head.length + payload.length);
  new DataView(bytes.buffer).setUint32(0, bytes.length - VIDEO_LENGTH_BYTES);
  bytes.set([flagsOf(message), id.length], VIDEO_LENGTH_BYTES);
  bytes.set(id, VIDEO_LENGTH_BYTES + 2);
  bytes.set(head, VIDEO_LENGTH_BYTES + 2 + id.length);
  bytes.set(payload, bytes.length - payload.length);
  return bytes;
}

/**
 * The message in these bytes, its length left out. Its own bytes are views, nothing is copied. Throws (RangeError, ZodError)
 * when they are none.
 */
export function readVideoMessage(bytes: Uint8Array): VideoMessage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint8(0);
  const head = 2 + view.getUint8(1);
  const video: VideoStream = {
    cameraId: CameraId.parse(textOf(bytes.subarray(2, head))),
    stream: (flags & FLAGS.sub) === 0 ? 'main' : 'sub',
    transcoded: (flags & FLAGS.transcoded) !== 0,
  };
  if ((flags & FLAGS.config) === 0) {
    const chunk = {
      key: (flags & FLAGS.key) !== 0,
      timestampUs: view.getFloat64(head),
      data: bytes.subarray(head + 8),
    };
    return { kind: 'chunk', video, chunk };
  }
  const codecEnd = head + 9 + view.getUint8(head + 8);
  const config = {
    codec: textOf(bytes.subarray(head + 9, codecEnd)),
    width: view.getUint32(head),
    height: view.getUint32(head + 4),
    description: bytes.subarray(codecEnd),
  };
  return { kind: 'config', video, config };
}

function flagsOf(message: VideoMessage): number {
  const { stream, transcoded } = message.video;
  return (
    (message.kind === 'config' ? FLAGS.config : 0) |
    (message.kind === 'chunk' && message.chunk.key ? FLAGS.key : 0) |
    (stream === 'sub' ? FLAGS.sub : 0) |
    (transcoded ? FLAGS.transcoded : 0)
  );
}

function chunkParts({ timestampUs, data }: VideoChunk): readonly [Uint8Array, Uint8Array] {
  const head = new DataView(new ArrayBuffer(8));
  head.setFloat64(0, timestampUs);
  return [new Uint8Array(head.buffer), data];
}

function configParts({ codec, width, height, description }: VideoConfig): readonly [Uint8Array, Uint8Array] {
  const name = new TextEncoder().encode(codec);
  const head = new Uint8Array(9 + name.length);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  view.setUint8(8, name.length);
  head.set(name, 9);
  return [head, description];
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
