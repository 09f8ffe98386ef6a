import { CameraId } from './identifiers.ts';
import type { VideoStream } from './video.ts';
import { VIDEO_FLAGS, VIDEO_LENGTH_BYTES, type VideoMessage } from './video-message.ts';

/** No coded picture is this large: the line is out of step. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Makes messages of the bytes of a video line, however they are cut. What is begun is kept until the rest of it came. */
export class VideoSplitter {
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  /** Of the message that is begun, its length included. */
  #needed = VIDEO_LENGTH_BYTES;

  /** The messages that these bytes complete. Throws when they can't be messages; the line is of no use after that. */
  push(bytes: Uint8Array): readonly VideoMessage[] {
    this.#pieces.push(bytes);
    this.#bytes += bytes.length;
    if (this.#bytes < this.#needed) return [];
    const all = this.#pieces.length === 1 ? bytes : joined(this.#pieces, this.#bytes);
    const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
    const messages: VideoMessage[] = [];
    let at = 0;
    for (;;) {
      const left = all.length - at;
      this.#needed = VIDEO_LENGTH_BYTES + (left < VIDEO_LENGTH_BYTES ? 0 : lengthAt(view, at));
      if (left < this.#needed) break;
      messages.push(readVideoMessage(all.subarray(at + VIDEO_LENGTH_BYTES, at + this.#needed)));
      at += this.#needed;
    }
    this.#pieces = at === all.length ? [] : [all.subarray(at)];
    this.#bytes = all.length - at;
    return messages;
  }
}

function lengthAt(view: DataView, at: number): number {
  const length = view.getUint32(at);
  if (length > MOST_BYTES) throw new RangeError(`A message of ${length} bytes is no video.`);
  return length;
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/**
 * The message in these bytes, its length left out. Its own bytes are views, nothing is copied. Throws (RangeError, ZodError)
 * when they are none.
 */
function readVideoMessage(bytes: Uint8Array): VideoMessage {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const flags = view.getUint8(0);
  const head = 2 + view.getUint8(1);
  const video: VideoStream = {
    cameraId: CameraId.parse(textOf(bytes.subarray(2, head))),
    stream: (flags & VIDEO_FLAGS.sub) === 0 ? 'main' : 'sub',
    transcoded: (flags & VIDEO_FLAGS.transcoded) !== 0,
  };
  if ((flags & VIDEO_FLAGS.config) === 0) {
    const chunk = {
      key: (flags & VIDEO_FLAGS.key) !== 0,
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

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
