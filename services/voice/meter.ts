import type { VoiceReading } from '../contract/wake.ts';

/** 96 ms: about ten readings a second. */
const framesPerReading = 3;
const softestDb = -90;

/** What the microphone gives, for an owner who wants to see it. */
export class Meter {
  readonly #tell: (reading: VoiceReading) => void;
  /** Whether anybody wants to see it. */
  isOn = false;
  #frames = 0;
  #energy = 0;
  #samples = 0;
  #speech = 0;
  #likeness = 0;

  constructor(tell: (reading: VoiceReading) => void) {
    this.#tell = tell;
  }

  /** The next samples, -1..1, and what the ear made of them. */
  follow(samples: Float32Array, { speech, likeness }: Pick<VoiceReading, 'speech' | 'likeness'>): void {
    if (!this.isOn) return;
    for (const sample of samples) this.#energy += sample * sample;
    this.#samples += samples.length;
    this.#speech = Math.max(this.#speech, speech);
    this.#likeness = Math.max(this.#likeness, likeness);
    this.#frames += 1;
    if (this.#frames < framesPerReading) return;
    const levelDb = Math.min(0, Math.max(softestDb, 10 * Math.log10(this.#energy / this.#samples)));
    this.#tell({ levelDb, speech: this.#speech, likeness: this.#likeness });
    this.#frames = this.#energy = this.#samples = this.#speech = this.#likeness = 0;
  }
}
