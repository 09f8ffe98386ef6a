import type { VideoConfig } from '../../contract/video.ts';
import type { CodecFamily } from './codec.ts';
import { type Ffmpeg, readPieces, startFfmpeg } from './ffmpeg.ts';
import type { Passed } from './gate.ts';
import { type Hardware, optionsFor } from './hardware.ts';
import { type Y4mPicture, Y4mSplitter } from './y4m.ts';
import { RawFeed, rawInput } from './raw-feed.ts';
import { DECODING, shrunk } from './stream.ts';

/** A picture that came out of the decoder, and what of it was put in. */
export interface Decoded extends Y4mPicture {
  readonly atMs: number;
  readonly glance: boolean;
}

interface Options {
  readonly family: CodecFamily;
  /** Of the pictures between two key frames every n-th is given out, and each key frame. */
  readonly every: number;
  readonly hardware: Hardware | null;
  readonly signal: AbortSignal;
}

/** More bytes than this on their way into ffmpeg: this machine is too busy, and goes on at a later key frame. */
const MOST_UNREAD = 16 * 1024 * 1024;
/** A decoder that has still to start, or to read, is given this time on a busy machine. */
const BUSY_MS = 8000;
/** Within this time after it was given, a unit's picture may still come. */
const ON_ITS_WAY_MS = 500;

/**
 * A long-lived ffmpeg that decodes the units that it is given, one at a time, and holds none back. Which picture belongs to
 * which unit is known by their order, since raw streams carry no time.
 */
export class Decoder {
  readonly family: CodecFamily;
  readonly every: number;
  readonly #ffmpeg: Ffmpeg;
  readonly #feed: RawFeed;
  /** Units whose pictures are still to come, oldest first, and since when they are waited for. */
  #owed: (Passed & { readonly givenMs: number })[] = [];
  #sinceKey = -1;
  /** When the last picture came; 0 before the first. */
  #lastMs = 0;
  /** Pictures that came and are not done with. */
  #taking = 0;

  constructor({ family, every, hardware, signal }: Options) {
    this.family = family;
    this.every = every;
    this.#ffmpeg = startFfmpeg([...optionsFor(hardware, family), ...decoderArguments(family, every)], signal);
    this.#feed = new RawFeed(this.#ffmpeg.input, MOST_UNREAD);
  }

  get ended(): Promise<void> {
    return this.#ffmpeg.ended;
  }

  /** Whether nothing but the newest picture may still come. */
  get isIdle(): boolean {
    return this.#taking === 0 && this.#owed.length <= 2;
  }

  /** Whether ffmpeg has read what it was given, and for `patienceMs` no picture came of it; or reads no more. */
  isBarren(patienceMs: number): boolean {
    const [oldest] = this.#owed;
    if (oldest === undefined) return false;
    if (this.#taking > 0) return false;
    const isBusy = this.#lastMs === 0 || this.#feed.isUnread;
    const sinceMs = Math.max(oldest.givenMs, this.#lastMs);
    return performance.now() - sinceMs > (isBusy ? Math.max(patienceMs, BUSY_MS) : patienceMs);
  }

  /** A unit that this machine is too slow for is dropped. */
  decode(config: VideoConfig, unit: Passed): void {
    if (!this.#feed.accepts(unit.chunk)) return;
    if (unit.chunk.key) this.#writeOff();
    this.#sinceKey = unit.chunk.key ? 0 : this.#sinceKey + 1;
    if (this.#sinceKey % this.every === 0) this.#owed.push({ ...unit, givenMs: performance.now() });
    this.#feed.write(config, unit.chunk);
  }

  /** What was damaged on its way gave no picture: when ffmpeg has read all, and later ones came, it is not waited for. */
  #writeOff(): void {
    if (this.#taking > 0 || this.#feed.isUnread) return;
    const nowMs = performance.now();
    this.#owed = this.#owed.filter(
      ({ givenMs }) => givenMs > this.#lastMs || nowMs - givenMs < ON_ITS_WAY_MS,
    );
  }

  /** Hands over what comes out, until ffmpeg ends. While a picture is being taken, ffmpeg waits. */
  async read(take: (picture: Decoded) => Promise<void>): Promise<void> {
    const { output } = this.#ffmpeg;
    const splitter = new Y4mSplitter();
    let taken = Promise.resolve();
    await readPieces(output, (bytes) => {
      for (const picture of splitter.push(bytes)) {
        const unit = this.#owed.shift();
        this.#lastMs = performance.now();
        this.#taking += 1;
        output.pause();
        const decoded = { ...picture, atMs: unit?.atMs ?? Date.now(), glance: unit?.glance ?? false };
        taken = taken
          .then(() => take(decoded))
          .finally(() => {
            this.#taking -= 1;
            output.resume();
          });
      }
    });
    await taken;
  }
}

function decoderArguments(family: CodecFamily, every: number): readonly string[] {
  // `ld(0)` is the number of the last key frame.
  const select = `select='if(key,st(0,n));not(mod(n-ld(0),${every}))'`;
  return [
    ...[...DECODING, '-flags', 'low_delay', ...rawInput(family)],
    ...['-vf', `${select},${shrunk}`, '-threads', '1', '-f', 'yuv4mpegpipe', 'pipe:1'],
  ];
}
