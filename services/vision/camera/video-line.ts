import { Socket } from 'node:net';
import type { Writable } from 'node:stream';
import type { Log } from '../../contract/log.ts';
import { type VideoMessage, videoMessageBytes } from '../../contract/video-message.ts';

/** The largest group of pictures that is kept, which goes out at once when somebody begins to look, and some more. */
const MOST_WAITING_BYTES = 32 * 1024 * 1024;
/** A recording begins with all that was kept of its camera, and is worth more than what somebody looks at. */
const MOST_WAITING_FOR_RECORDINGS = 96 * 1024 * 1024;

/**
 * The video's own way to the hub: it waits for nothing else that this process does. When the hub is too slow, streams lose
 * chunks up to their next key frame; those of a recording last, and the hub sees from their numbers that they are missing.
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
    const picture = pictureOf(message);
    if (picture !== null && this.#loses(picture)) return;
    this.#pipe.write(videoMessageBytes(message));
  }

  /** Whether there is no way for the picture; then it is counted. */
  #loses({ stream, use, key }: Picture): boolean {
    const missed = this.#behind.get(stream);
    const most = use === 'live video' ? MOST_WAITING_BYTES : MOST_WAITING_FOR_RECORDINGS;
    const full = this.#pipe.writableLength > most;
    if (!full && (key || missed === undefined)) {
      this.#behind.delete(stream);
      if (missed !== undefined)
        this.#log.warn(`The hub was too slow for ${use}: ${missed} pictures are lost.`);
      return false;
    }
    this.#behind.set(stream, (missed ?? 0) + 1);
    this.#dropped += 1;
    return true;
  }
}

interface Picture {
  readonly stream: string;
  readonly use: 'live video' | 'a recording';
  readonly key: boolean;
}

/** Null for what always finds its way. */
function pictureOf(message: VideoMessage): Picture | null {
  if (message.kind === 'recording_picture')
    return { stream: `${message.cameraId}/recording`, use: 'a recording', key: message.picture.key };
  if (message.kind !== 'chunk') return null;
  const { cameraId, stream, transcoded } = message.video;
  const { key } = message.chunk;
  return { stream: `${cameraId}/${stream}/${transcoded}`, use: 'live video', key };
}

/** The line through the pipe with this number, which the hub gave as an argument; null when it gave none. */
export function openVideoLine(fd: string | undefined, log: Log): VideoLine | null {
  if (fd === undefined) return null;
  return new VideoLine(new Socket({ fd: Number(fd), readable: false, writable: true }), log);
}
