import type { Readable } from 'node:stream';
import { readPieces, startFfmpeg } from './ffmpeg.ts';
import { Mp4Video, type VideoNews } from './mp4-video.ts';
import { Pace } from './pace.ts';
import { type Opening, sourceOf, type Address } from './source.ts';
import type { StreamEnd } from './stream-trouble.ts';
import { streamArguments, type Wanted } from './stream.ts';
import { Watchdog } from './watchdog.ts';
import { type Y4mPicture, Y4mSplitter } from './y4m.ts';

export interface ConnectionParts {
  readonly camera: Address;
  readonly opening: Opening;
  readonly wanted: Wanted;
  readonly signal: AbortSignal;
  /** So long the first picture may take. */
  readonly patienceMs: number;
  readonly onVideo: (news: VideoNews, pace: Pace) => void;
  readonly onPicture: (picture: Y4mPicture) => void;
}

/** One connection to a camera, by one ffmpeg, from its start to its end; tells how it ended. */
export async function connect(parts: ConnectionParts): Promise<StreamEnd> {
  const { wanted, camera, opening } = parts;
  const over = new AbortController();
  const signal = AbortSignal.any([parts.signal, over.signal]);
  const source = sourceOf(camera, opening);
  const ffmpeg = startFfmpeg(streamArguments(source, wanted), signal);
  ffmpeg.input.end(source.script ?? '');
  const listener = new Listener(parts, () => {
    over.abort();
  });
  const readings = [listener.readVideo(ffmpeg.output), listener.readPictures(ffmpeg.second)];
  // When one output ends, or holds something else than it should, nothing more is to be had from the other one.
  await Promise.race(readings);
  over.abort();
  await Promise.all([...readings, ffmpeg.ended]);
  listener.stop();
  return { lines: ffmpeg.lines(), sawPicture: listener.seen > 0, timedOut: listener.timedOut };
}

/** Reads what one ffmpeg sends, and notices when it sends nothing. */
class Listener {
  readonly #parts: ConnectionParts;
  readonly #pace = new Pace();
  readonly #videoDog: Watchdog | null;
  readonly #pictureDog: Watchdog | null;
  #seen = 0;
  #timedOut = false;

  constructor(parts: ConnectionParts, giveUp: () => void) {
    const bark = (): void => {
      this.#timedOut = true;
      giveUp();
    };
    const { patienceMs } = parts;
    const { video, framesPerSecond } = parts.wanted;
    this.#parts = parts;
    this.#videoDog = video ? new Watchdog(patienceMs, bark) : null;
    this.#pictureDog = framesPerSecond === null ? null : new Watchdog(patienceMs, bark);
  }

  /** Pictures so far, coded or decoded. */
  get seen(): number {
    return this.#seen;
  }

  get timedOut(): boolean {
    return this.#timedOut;
  }

  stop(): void {
    this.#videoDog?.stop();
    this.#pictureDog?.stop();
  }

  async readVideo(output: Readable): Promise<void> {
    const reader = new Mp4Video();
    await readPieces(output, (bytes) => {
      for (const news of reader.push(bytes)) this.#takeVideo(news);
    });
  }

  async readPictures(output: Readable): Promise<void> {
    const { wanted, signal, onPicture } = this.#parts;
    const dueMs = 1000 / (wanted.framesPerSecond ?? 1);
    const splitter = new Y4mSplitter();
    await readPieces(output, (bytes) => {
      for (const picture of splitter.push(bytes)) {
        this.#pictureDog?.feed(Math.max(this.#pace.silenceMs, 3 * dueMs));
        this.#seen += 1;
        if (!signal.aborted) onPicture(picture);
      }
    });
  }

  #takeVideo(news: VideoNews): void {
    if (news.kind === 'chunk') {
      this.#pace.add(news.chunk.timestampUs / 1000, performance.now());
      this.#videoDog?.feed(this.#pace.silenceMs);
      this.#seen += 1;
    }
    if (!this.#parts.signal.aborted) this.#parts.onVideo(news, this.#pace);
  }
}
