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
export const VIDEO_FLAGS = { config: 1, key: 2, sub: 4, transcoded: 8 } as const;

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

function flagsOf(message: VideoMessage): number {
  const { stream, transcoded } = message.video;
  return (
    (message.kind === 'config' ? VIDEO_FLAGS.config : 0) |
    (message.kind === 'chunk' && message.chunk.key ? VIDEO_FLAGS.key : 0) |
    (stream === 'sub' ? VIDEO_FLAGS.sub : 0) |
    (transcoded ? VIDEO_FLAGS.transcoded : 0)
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
