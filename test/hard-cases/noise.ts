import { seeded } from '../services/vision/motion/moving-scene.ts';

/** Smooth pseudo-random values in -1..1 over the plane. */
export type Noise = (x: number, y: number) => number;

const SIZE = 256;

/** Value noise with one lattice point a unit, smoothly interpolated. */
export function valueNoise(seed: number): Noise {
  const random = seeded(seed);
  const lattice = Float32Array.from({ length: SIZE * SIZE }, () => random() * 2 - 1);
  const at = (x: number, y: number) => lattice[((y & (SIZE - 1)) * SIZE + (x & (SIZE - 1))) | 0] ?? 0;
  return (x, y) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [smoothed(x - left), smoothed(y - top)];
    const above = at(left, top) + u * (at(left + 1, top) - at(left, top));
    const below = at(left, top + 1) + u * (at(left + 1, top + 1) - at(left, top + 1));
    return above + v * (below - above);
  };
}

/** Noise of several scales, each half as wide and half as strong as the one before: grass, plaster, clouds. */
export function fractalNoise(seed: number, octaves = 4): Noise {
  const noise = valueNoise(seed);
  return (x, y) => {
    let sum = 0;
    for (let octave = 0, scale = 1; octave < octaves; octave++, scale *= 2)
      sum += noise(x * scale + octave * 17, y * scale + octave * 29) / scale;
    return sum / 2;
  };
}

function smoothed(share: number): number {
  return share * share * (3 - 2 * share);
}
