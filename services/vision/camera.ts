import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { CameraSettings, CameraState } from '../contract/camera.ts';
import { Trouble } from '../contract/trouble.ts';
import { Arrivals } from './arrivals.ts';
import { Backoff } from './backoff.ts';
import { Newest } from './newest.ts';
import { sourceOf } from './source.ts';
import { type StreamTrouble, streamTrouble } from './stream-trouble.ts';
import { openStream } from './stream.ts';
import { Watchdog } from './watchdog.ts';
import { type Y4mPicture, Y4mSplitter } from './y4m.ts';

/** Cameras with sparse key frames show nothing for up to ten seconds. */
const FIRST_PICTURE_MS = 15_000;
/** A camera that was live for this long is well again: the next pause starts at one second. */
const WELL_MS = 10_000;

interface Options {
  readonly framesPerSecond: number;
  readonly onState: (state: CameraState) => void;
}

/** A picture and when it arrived, milliseconds since 1970. */
export interface CameraPicture extends Y4mPicture {
  readonly atMs: number;
}

/** One camera, for ever: connects, gives its newest pictures, notices when it goes silent, and comes back by itself. */
export class Camera {
  readonly #settings: CameraSettings;
  readonly #options: Options;
  readonly #backoff = new Backoff();
  #newest = new Newest<CameraPicture>();
  #state: CameraState = { kind: 'off' };
  #dropped = 0;

  constructor(settings: CameraSettings, options: Options) {
    this.#settings = settings;
    this.#options = options;
  }

  get state(): CameraState {
    return this.#state;
  }

  /** The newest picture each time one is asked for; those that come in between are dropped and counted. Ends with the signal. */
  async *pictures(signal: AbortSignal): AsyncGenerator<CameraPicture, void, undefined> {
    this.#newest = new Newest<CameraPicture>();
    const supervised = this.#supervise(signal).finally(() => {
      this.#newest.close();
    });
    yield* this.#newest;
    await supervised;
  }

  async #supervise(signal: AbortSignal): Promise<void> {
    this.#become({ kind: 'connecting', sinceMs: Date.now() });
    for (;;) {
      const why = await this.#watchOnce(signal);
      if (signal.aborted) break;
      if (this.#state.kind === 'live' && Date.now() - this.#state.sinceMs > WELL_MS) this.#backoff.reset();
      const pauseMs = this.#backoff.nextMs();
      this.#lose(why, pauseMs);
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
    this.#become({ kind: 'off' });
  }

  /** A camera that stays away was lost when it was first missed, however often it was tried since. */
  #lose({ what: why, advice }: StreamTrouble, pauseMs: number): void {
    const now = Date.now();
    const sinceMs = this.#state.kind === 'lost' ? this.#state.sinceMs : now;
    this.#become({ kind: 'lost', sinceMs, why, advice, retryAtMs: now + pauseMs });
  }

  /** One connection, from its start to its end; tells why it ended. */
  async #watchOnce(signal: AbortSignal): Promise<StreamTrouble> {
    const silent = new AbortController();
    const either = AbortSignal.any([signal, silent.signal]);
    const stream = openStream(sourceOf(this.#settings), this.#options.framesPerSecond, either);
    const watchdog = new Watchdog(FIRST_PICTURE_MS, () => {
      silent.abort();
    });
    const arrivals = new Arrivals(this.#options.framesPerSecond);
    for await (const picture of picturesOf(stream.output)) {
      watchdog.feed(this.#silenceMs);
      if (!either.aborted) this.#take(picture, arrivals);
    }
    watchdog.stop();
    await stream.ended;
    const end = { lines: stream.lines(), sawPicture: arrivals.count > 0, timedOut: silent.signal.aborted };
    return streamTrouble(end);
  }

  get #silenceMs(): number {
    return Math.max(2000, 3000 / this.#options.framesPerSecond);
  }

  #take(picture: Y4mPicture, arrivals: Arrivals): void {
    const late = arrivals.add(performance.now());
    if (late || !this.#newest.put({ atMs: Date.now(), ...picture })) this.#dropped += 1;
    if (this.#state.kind === 'live' && !arrivals.reportIsDue) return;
    const sinceMs = this.#state.kind === 'live' ? this.#state.sinceMs : Date.now();
    const { width, height } = picture;
    const framesPerSecond = arrivals.report();
    this.#become({
      kind: 'live',
      sinceMs,
      framesPerSecond,
      width,
      height,
      droppedFrames: this.#dropped,
      stream: 'main',
      decoding: 'all',
    });
  }

  /** News is what differs: a camera that goes on as before says nothing. */
  #become(state: CameraState): void {
    if (isDeepStrictEqual(state, this.#state)) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

/** The pictures in a stream; a stream that turns out to hold something else ends there. */
export async function* picturesOf(
  output: AsyncIterable<Uint8Array>,
): AsyncGenerator<Y4mPicture, void, undefined> {
  const splitter = new Y4mSplitter();
  try {
    for await (const chunk of output) yield* splitter.push(chunk);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
  }
}
