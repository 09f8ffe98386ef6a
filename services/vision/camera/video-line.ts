import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { Log } from '../../contract/log.ts';
import type { VideoStream } from '../../contract/video.ts';
import { type VideoMessage, videoMessageBytes } from '../../contract/video-message.ts';

/** The largest group of pictures that is kept, which goes out at once when somebody begins to look, and some more. */
const MOST_WAITING_BYTES = 32 * 1024 * 1024;

/**
 * The live video's own way to the hub: it waits for nothing else that this process does. When the hub is too slow, streams
 * lose chunks up to their next key frame.
 */
export class VideoLine {
  readonly #pipe: Writable;
  readonly #log: Log;
  readonly #behind = new Map<string, number>();
  #dropped = 0;

  constructor(pipe: Writable, log: Log) {
    this.#pipe = pipe;
    this.#log = log;
    // The hub is gone, and so will this process be in a moment.
    pipe.on('error', () => undefined);
  }

  /** Chunks that the hub did not get, since it was too slow. */
  get dropped(): number {
    return this.#dropped;
  }

  send(message: VideoMessage): void {
    if (!this.#pipe.writable) return;
    if (message.kind === 'chunk' && this.#loses(keyOf(message.video), message.chunk.key)) return;
    this.#pipe.write(videoMessageBytes(message));
  }

  /** Whether there is no way for the chunk; then it is counted. */
  #loses(stream: string, key: boolean): boolean {
    const missed = this.#behind.get(stream);
    const full = this.#pipe.writableLength > MOST_WAITING_BYTES;
    if (!full && (key || missed === undefined)) {
      this.#behind.delete(stream);
      if (missed !== undefined)
        this.#log.warn(`The hub was too slow for live video: ${missed} pictures are lost.`);
      return false;
    }
    this.#behind.set(stream, (missed ?? 0) + 1);
    this.#dropped += 1;
    return true;
  }
}

/** The line through the pipe with this number, which the hub gave as an argument; null when it gave none. */
export function openVideoLine(fd: string | undefined, log: Log): VideoLine | null {
  if (fd === undefined) return null;
  return new VideoLine(new Socket({ fd: Number(fd), readable: false, writable: true }), log);
}

function keyOf({ cameraId, stream, transcoded }: VideoStream): string {
  return `${cameraId}/${stream}/${transcoded}`;
}
