import type { Frame } from '../frames.ts';

/** A prime number of bytes between two samples, so that they don't all lie in one column. */
const STEP = 61;

/**
 * How much colour a picture has: the mean of |U - 128| + |V - 128|, 0 (none) … 256. Pictures of an infrared camera stay
 * below 1, grey streets in daylight have 3 and more.
 */
export function colourfulness({ u, v }: Pick<Frame, 'u' | 'v'>): number {
  let sum = 0;
  let samples = 0;
  for (let i = 0; i < u.length; i += STEP) {
    sum += Math.abs((u[i] ?? 128) - 128) + Math.abs((v[i] ?? 128) - 128);
    samples++;
  }
  return samples === 0 ? 0 : sum / samples;
}
