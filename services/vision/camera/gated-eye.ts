import type { VideoConfig } from '../../contract/video.ts';
import { familyOf } from './codec.ts';
import { type Decoded, Decoder } from './decoder.ts';
import { type Decoding, Gate, type Passed } from './gate.ts';
import type { Groups, Unit } from './groups.ts';
import type { Hardware } from './hardware.ts';
import type { Pace } from './pace.ts';

interface Options {
  readonly framesPerSecond: number;
  readonly groups: Groups;
  readonly hardware: Hardware | null;
  readonly signal: AbortSignal;
  /** Resolves when the next picture may come: what happened while the gate slept is looked at picture by picture. */
  readonly onPicture: (picture: Decoded) => Promise<void>;
  /** No pictures come out although there should be some; or, `ended`, the decoder is gone. */
  readonly onBroken: (how: 'barren' | 'ended') => void;
}

/** Of most cameras (25 or 15 a second) this is about right until their pace is known. */
const FIRST_EVERY = 3;
const CHECK_MS = 200;

/** Turns the units of a camera's only stream into pictures, decoding as little as its scene allows. */
export class GatedEye {
  readonly #options: Options;
  readonly #gate: Gate;
  readonly #check: NodeJS.Timeout;
  #config: VideoConfig | null = null;
  #patienceMs = 5000;
  #decoder: Decoder;
  #closeDecoder = new AbortController();

  constructor(options: Options) {
    this.#options = options;
    this.#gate = new Gate(options.groups, Date.now());
    // The decoder starts while the camera still connects: most speak H.264.
    this.#decoder = this.#open('h264', FIRST_EVERY);
    this.#check = setInterval(() => {
      if (this.#decoder.isBarren(this.#patienceMs)) options.onBroken('barren');
    }, CHECK_MS);
  }

  get decoding(): Decoding {
    return this.#gate.decoding;
  }

  configure(config: VideoConfig): void {
    this.#config = config;
    const family = familyOf(config.codec);
    if (family !== this.#decoder.family) this.#replace(family, FIRST_EVERY);
  }

  take(unit: Unit, pace: Pace): void {
    const { intervalMs } = pace;
    this.#patienceMs = pace.silenceMs;
    if (unit.chunk.key && intervalMs !== null) {
      const ideal = Math.max(1, 1000 / this.#options.framesPerSecond / intervalMs);
      const suits = Math.abs(ideal - this.#decoder.every) < 0.75;
      if (!suits && this.#decoder.isIdle) this.#replace(this.#decoder.family, Math.round(ideal));
    }
    this.#decode(this.#gate.take(unit));
  }

  moved(moving: boolean): void {
    this.#decode(this.#gate.moved(moving, Date.now()));
  }

  async stop(): Promise<void> {
    clearInterval(this.#check);
    this.#closeDecoder.abort();
    await this.#decoder.ended;
  }

  #decode(units: readonly Passed[]): void {
    if (this.#config === null) return;
    for (const unit of units) this.#decoder.decode(this.#config, unit);
  }

  #replace(family: Decoder['family'], every: number): void {
    this.#closeDecoder.abort();
    this.#closeDecoder = new AbortController();
    this.#decoder = this.#open(family, every);
  }

  #open(family: Decoder['family'], every: number): Decoder {
    const signal = AbortSignal.any([this.#options.signal, this.#closeDecoder.signal]);
    const decoder = new Decoder({ family, every, hardware: this.#options.hardware, signal });
    void this.#read(decoder, signal);
    return decoder;
  }

  async #read(decoder: Decoder, signal: AbortSignal): Promise<void> {
    await decoder.read(async (picture) => {
      if (!signal.aborted) await this.#options.onPicture(picture);
    });
    if (!signal.aborted) this.#options.onBroken('ended');
  }
}
