import { voiceSampleRateHz } from '../../../models/voice-activity.ts';
import { inQuietRoom } from '../sound/quiet-room.ts';

/** The newest sound of a stream, always the same length: a stream begins as if a quiet room had been heard before it. */
export class SoundRing {
  readonly #samples: Float32Array;
  /** Where the oldest sample is. */
  #at = 0;

  constructor(lengthMs: number) {
    this.#samples = new Float32Array((lengthMs / 1000) * voiceSampleRateHz);
    this.reset();
  }

  /** Takes samples -1..1, at most as many as the ring holds. */
  push(samples: Float32Array): void {
    const untilEnd = Math.min(samples.length, this.#samples.length - this.#at);
    this.#samples.set(samples.subarray(0, untilEnd), this.#at);
    this.#samples.set(samples.subarray(untilEnd), 0);
    this.#at = (this.#at + samples.length) % this.#samples.length;
  }

  /** A copy, the oldest sample first. */
  all(): Float32Array {
    const all = new Float32Array(this.#samples.length);
    all.set(this.#samples.subarray(this.#at));
    all.set(this.#samples.subarray(0, this.#at), this.#samples.length - this.#at);
    return all;
  }

  reset(): void {
    const room = inQuietRoom(new Float32Array(this.#samples.length));
    this.#samples.set(room.subarray(0, this.#samples.length));
    this.#at = 0;
  }
}
