import { z } from 'zod';
import type { VideoChunk, VideoConfig } from './video.ts';

/**
 * The WebSocket `/live/<camera>?stream=main|sub|auto&as=video|transcoded|stills`, from the hub to a page.
 *
 * A text message is a LiveConfig: what the chunks after it are. It comes before the first chunk of a video and whenever
 * the camera changes it; the decoder starts anew, and the chunk after it is a key frame. Stills have none.
 *
 * A binary message is one chunk, numbers in network byte order:
 *
 *     byte 0     flags: bit 0 is set for a key frame, where a decoder can begin; a still is always one
 *     byte 1..8  time in microseconds of the camera's own clock (int64), which may start anew with a key frame
 *     byte 9..   NAL units, each behind its length in four bytes, or a JPEG
 *
 * The first chunk is a key frame, and the chunks since then follow at once, so that the picture is there without waiting
 * for the next one. A page that is too slow loses all chunks up to the next key frame.
 */
export const LiveWish = z.object({
  /** `auto`: as the owner chose for the camera, otherwise the main stream. A sub stream that is not there is the main one. */
  stream: z.enum(['main', 'sub', 'auto']).default('auto').catch('auto'),
  as: z.enum(['video', 'transcoded', 'stills']).default('video').catch('video'),
});
export type LiveWish = z.infer<typeof LiveWish>;

export const LiveConfig = z.object({
  /** As WebCodecs and RFC 6381 write it; `jpeg`: every chunk is a JPEG. */
  codec: z.string().min(1),
  width: z.number().int().nonnegative(),
  height: z.number().int().nonnegative(),
  /** The content of the avcC or hvcC box in base64. */
  description: z.base64(),
  stream: z.enum(['main', 'sub']),
  /** Made H.264 by Lares, since a page can't show the camera's own codec. */
  transcoded: z.boolean(),
});
export type LiveConfig = z.infer<typeof LiveConfig>;

const HEADER_BYTES = 9;
const KEY_FLAG = 1;

export function liveConfigText(
  config: VideoConfig,
  { stream, transcoded }: Pick<LiveConfig, 'stream' | 'transcoded'>,
): string {
  const { codec, width, height } = config;
  const description = btoa(String.fromCharCode(...config.description));
  const message: LiveConfig = { codec, width, height, description, stream, transcoded };
  return JSON.stringify(message);
}

/** Null when the text is none. */
export function readLiveConfig(
  text: string,
): (LiveConfig & { readonly descriptionBytes: Uint8Array<ArrayBuffer> }) | null {
  const parsed = LiveConfig.safeParse(jsonOf(text));
  if (!parsed.success) return null;
  const binary = atob(parsed.data.description);
  return { ...parsed.data, descriptionBytes: Uint8Array.from(binary, (letter) => letter.charCodeAt(0)) };
}

export function liveChunkBytes({ key, timestampUs, data }: VideoChunk): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEADER_BYTES + data.byteLength);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, key ? KEY_FLAG : 0);
  view.setBigInt64(1, BigInt(Math.round(timestampUs)));
  bytes.set(data, HEADER_BYTES);
  return bytes;
}

export interface LiveChunk extends VideoChunk {
  readonly data: Uint8Array<ArrayBuffer>;
}

/** A view into the message, nothing is copied. Null when the message is too short to be a chunk. */
export function readLiveChunk(message: ArrayBuffer): LiveChunk | null {
  if (message.byteLength <= HEADER_BYTES) return null;
  const view = new DataView(message);
  return {
    key: (view.getUint8(0) & KEY_FLAG) !== 0,
    timestampUs: Number(view.getBigInt64(1)),
    data: new Uint8Array(message, HEADER_BYTES),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
