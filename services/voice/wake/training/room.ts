import { voiceSampleRateHz } from '../../../../models/voice-activity.ts';
import type { SeededRandom } from './seeded-random.ts';

const mostReflections = 8;
/** Walls are this far, as the way that a first reflection takes longer. */
const reflectionMs = [2, 28] as const;
const combMs = [29, 47] as const;
const combs = 5;
const allpassMs = [1.7, 6] as const;
const allpassGain = 0.6;

/**
 * What a sound becomes in a room: some early reflections, and a tail of damped combs and allpasses (Schroeder, Natural
 * sounding artificial reverberation, 1962; Moorer, 1979). The direct sound keeps its place in time.
 */
export function inRoom(samples: Float32Array, random: SeededRandom): Float32Array<ArrayBuffer> {
  const decaySeconds = random.between(0.12, 0.7);
  const tail = tailOf(samples, decaySeconds, random);
  const directToTailDb = random.between(-1, 16);
  const gain = Math.sqrt(energy(samples) / (energy(tail) + 1e-12) / 10 ** (directToTailDb / 10));
  const result = samples.map((sample, i) => sample + gain * (tail[i] ?? 0));
  for (let reflection = random.below(mostReflections); reflection > 0; reflection--) {
    const delay = delaySamples(random.between(...reflectionMs));
    const height = random.between(-0.35, 0.45);
    for (let i = delay; i < result.length; i++)
      result[i] = (result[i] ?? 0) + height * (samples[i - delay] ?? 0);
  }
  return result;
}

function tailOf(samples: Float32Array, decaySeconds: number, random: SeededRandom): Float32Array {
  const tail = new Float32Array(samples.length);
  const damping = random.between(0.1, 0.6);
  for (let comb = 0; comb < combs; comb++) {
    const delay = delaySamples(random.between(...combMs));
    const feedback = 10 ** ((-3 * delay) / voiceSampleRateHz / decaySeconds);
    addComb(samples, tail, { delay, feedback, damping });
  }
  allpass(tail, delaySamples(random.between(...allpassMs)));
  allpass(tail, delaySamples(random.between(...allpassMs)));
  return tail;
}

/** A comb whose feedback loses its high frequencies. */
function addComb(
  samples: Float32Array,
  to: Float32Array,
  {
    delay,
    feedback,
    damping,
  }: { readonly delay: number; readonly feedback: number; readonly damping: number },
): void {
  const line = new Float32Array(delay);
  let smooth = 0;
  for (let i = 0, at = 0; i < samples.length; i++) {
    const out = line[at] ?? 0;
    smooth = out * (1 - damping) + smooth * damping;
    line[at] = (samples[i] ?? 0) + smooth * feedback;
    to[i] = (to[i] ?? 0) + out;
    at = at + 1 === delay ? 0 : at + 1;
  }
}

function allpass(samples: Float32Array, delay: number): void {
  const line = new Float32Array(delay);
  for (let i = 0, at = 0; i < samples.length; i++) {
    const old = line[at] ?? 0;
    const fresh = (samples[i] ?? 0) + old * allpassGain;
    line[at] = fresh;
    samples[i] = old - fresh * allpassGain;
    at = at + 1 === delay ? 0 : at + 1;
  }
}

function delaySamples(ms: number): number {
  return Math.max(1, Math.round((ms / 1000) * voiceSampleRateHz));
}

function energy(samples: Float32Array): number {
  return samples.reduce((sum, sample) => sum + sample * sample, 0);
}
