import type { CameraId } from './identifiers.ts';
import type { RecordedPicture, VideoChunk, VideoConfig, VideoStream } from './video.ts';

/**
 * What goes through the video line, the pipe in which the vision process sends video to the hub past everything else that
 * it does: live, or to be recorded. One message after the other, numbers in network byte order:
 *
 *     byte 0..3   how many bytes follow (uint32)
 *     byte 4      flags: bit 0 is set for a config, bit 1 for a key frame, bit 2 for the sub stream, bit 3 for transcoded video,
 *                 bit 4 for a recording, bit 5 for the end of what was being recorded, with nothing behind the id
 *     byte 5      how long the camera's id is, n
 *     byte 6..    the camera's id (ASCII), then, from byte m = 6 + n on, one of the two:
 *
 *     a chunk     m..m+7     time in microseconds of the camera's own clock (float64)
 *                 m+8..      the coded picture; of a recording, 16 bytes come before it: when it arrived (float64), its
 *                            number (uint32), and by how many microseconds it is shown later (uint32)
 *
 *     a config    m..m+3     width in pixels (uint32)
 *                 m+4..m+7   height in pixels (uint32)
 *                 m+8        how long the codec's name is, c
 *                 m+9..      the codec's name (ASCII), then its description
 */
export type VideoMessage =
  | { readonly kind: 'config'; readonly video: VideoStream; readonly config: VideoConfig }
  | { readonly kind: 'chunk'; readonly video: VideoStream; readonly chunk: VideoChunk }
  | RecordingMessage;

/** `recording_over`: the connection to the camera ended; what comes next begins with a config. */
export type RecordingMessage =
  | { readonly kind: 'recording_config'; readonly cameraId: CameraId; readonly config: VideoConfig }
  | { readonly kind: 'recording_picture'; readonly cameraId: CameraId; readonly picture: RecordedPicture }
  | { readonly kind: 'recording_over'; readonly cameraId: CameraId };

export const VIDEO_LENGTH_BYTES = 4;
export const VIDEO_FLAGS = { config: 1, key: 2, sub: 4, transcoded: 8, recording: 16, over: 32 } as const;
/** Before the picture of a recording. */
export const RECORDED_HEAD_BYTES = 24;

/** The message as it goes through the line, its length included. */
export function videoMessageBytes(message: VideoMessage): Uint8Array<ArrayBuffer> {
  const [head, payload] = partsOf(message);
  const id = new TextEncoder().encode('video' in message ? message.video.cameraId : message.cameraId);
  const bytes = new Uint8Array(VIDEO_LENGTH_BYTES + 2 + id.length + head.length + payload.length);
  new DataView(bytes.buffer).setUint32(0, bytes.length - VIDEO_LENGTH_BYTES);
  bytes.set([flagsOf(message), id.length], VIDEO_LENGTH_BYTES);
  bytes.set(id, VIDEO_LENGTH_BYTES + 2);
  bytes.set(head, VIDEO_LENGTH_BYTES + 2 + id.length);
  bytes.set(payload, bytes.length - payload.length);
  return bytes;
}

type Parts = readonly [Uint8Array, Uint8Array];

function partsOf(message: VideoMessage): Parts {
  if (message.kind === 'chunk') return chunkParts(message.chunk);
  if (message.kind === 'recording_picture') return pictureParts(message.picture);
  if (message.kind === 'recording_over') return [new Uint8Array(), new Uint8Array()];
  return configParts(message.config);
}

function flagsOf(message: VideoMessage): number {
  const { config, key, sub, transcoded, recording, over } = VIDEO_FLAGS;
  if (message.kind === 'recording_config') return recording | config;
  if (message.kind === 'recording_over') return recording | over;
  if (message.kind === 'recording_picture') return recording | (message.picture.key ? key : 0);
  return (
    (message.kind === 'config' ? config : 0) |
    (message.kind === 'chunk' && message.chunk.key ? key : 0) |
    (message.video.stream === 'sub' ? sub : 0) |
    (message.video.transcoded ? transcoded : 0)
  );
}

function chunkParts({ timestampUs, data }: VideoChunk): Parts {
  const head = new DataView(new ArrayBuffer(8));
  head.setFloat64(0, timestampUs);
  return [new Uint8Array(head.buffer), data];
}

function pictureParts({ timestampUs, arrivedMs, number, compositionUs = 0, data }: RecordedPicture): Parts {
  const head = new DataView(new ArrayBuffer(RECORDED_HEAD_BYTES));
  head.setFloat64(0, timestampUs);
  head.setFloat64(8, arrivedMs);
  head.setUint32(16, number);
  head.setUint32(20, compositionUs);
  return [new Uint8Array(head.buffer), data];
}

function configParts({ codec, width, height, description }: VideoConfig): Parts {
  const name = new TextEncoder().encode(codec);
  const head = new Uint8Array(9 + name.length);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  view.setUint8(8, name.length);
  head.set(name, 9);
  return [head, description];
}
