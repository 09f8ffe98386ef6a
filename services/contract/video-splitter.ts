import { CameraId } from './identifiers.ts';
import type { RecordedPicture, VideoConfig } from './video.ts';
import {
  RECORDED_HEAD_BYTES,
  type RecordingMessage,
  VIDEO_FLAGS,
  VIDEO_LENGTH_BYTES,
  type VideoMessage,
} from './video-message.ts';

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
  const start = viewOf(bytes);
  const flags = start.getUint8(0);
  const head = 2 + start.getUint8(1);
  const cameraId = CameraId.parse(textOf(bytes.subarray(2, head)));
  const body = bytes.subarray(head);
  if ((flags & VIDEO_FLAGS.recording) !== 0) return readRecording(cameraId, flags, body);
  const video = {
    cameraId,
    stream: (flags & VIDEO_FLAGS.sub) === 0 ? ('main' as const) : ('sub' as const),
    transcoded: (flags & VIDEO_FLAGS.transcoded) !== 0,
  };
  if ((flags & VIDEO_FLAGS.config) !== 0) return { kind: 'config', video, config: readConfig(body) };
  const key = (flags & VIDEO_FLAGS.key) !== 0;
  const chunk = { key, timestampUs: viewOf(body).getFloat64(0), data: body.subarray(8) };
  return { kind: 'chunk', video, chunk };
}

function readRecording(cameraId: CameraId, flags: number, body: Uint8Array): RecordingMessage {
  if ((flags & VIDEO_FLAGS.over) !== 0) return { kind: 'recording_over', cameraId };
  if ((flags & VIDEO_FLAGS.config) !== 0)
    return { kind: 'recording_config', cameraId, config: readConfig(body) };
  const view = viewOf(body);
  const compositionUs = view.getUint32(20);
  const picture: RecordedPicture = {
    key: (flags & VIDEO_FLAGS.key) !== 0,
    timestampUs: view.getFloat64(0),
    arrivedMs: view.getFloat64(8),
    number: view.getUint32(16),
    ...(compositionUs === 0 ? {} : { compositionUs }),
    data: body.subarray(RECORDED_HEAD_BYTES),
  };
  return { kind: 'recording_picture', cameraId, picture };
}

function readConfig(body: Uint8Array): VideoConfig {
  const view = viewOf(body);
  const end = 9 + view.getUint8(8);
  return {
    codec: textOf(body.subarray(9, end)),
    width: view.getUint32(0),
    height: view.getUint32(4),
    description: body.subarray(end),
  };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
