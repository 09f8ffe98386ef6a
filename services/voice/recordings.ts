import type { Recording } from '../contract/wake.ts';
import { voiceSampleRateHz } from '../../models/voice-activity.ts';
import { int16Of } from './sound/sound.ts';

/** So many orders are remembered. */
const most = 10;

/** Samples -1..1 at 16 kHz as a recording. */
export function recordingOf(samples: Float32Array): Recording {
  const integers = int16Of(samples);
  const pcm = Buffer.alloc(integers.length * 2);
  for (const [at, sample] of integers.entries()) pcm.writeInt16LE(sample, at * 2);
  const peak = samples.reduce((loudest, sample) => Math.max(loudest, Math.abs(sample)), 0);
  return { pcm, durationMs: (samples.length / voiceSampleRateHz) * 1000, peak: Math.min(1, peak) };
}

/** The sound of the last few orders. It is in memory alone, and goes with it. */
export class Recordings {
  readonly #sounds = new Map<string, Float32Array>();

  keep(entryId: string, sound: Float32Array): void {
    this.#sounds.set(entryId, sound);
    for (const oldest of this.#sounds.keys()) {
      if (this.#sounds.size <= most) return;
      this.#sounds.delete(oldest);
    }
  }

  find(entryId: string): Recording | null {
    const sound = this.#sounds.get(entryId);
    return sound === undefined ? null : recordingOf(sound);
  }

  forget(): void {
    this.#sounds.clear();
  }
}
