import { expect, test } from 'vitest';
import { loudestEnergy, mixWithNoise, random } from '../../../services/evaluate/mix.ts';

function sine(samples: number, amplitude: number): Float32Array {
  return new Float32Array(samples).map((_, i) => amplitude * Math.sin(i));
}

test('the loudest window of 2,048 samples makes the energy', () => {
  const samples = new Float32Array(6144);
  samples.fill(0.5, 2048, 4096);
  samples.fill(0.1, 4096);
  expect(loudestEnergy(samples)).toBeCloseTo(0.25, 6);
  expect(loudestEnergy(Float32Array.of(0.5, 0.5))).toBeCloseTo(0.25, 6);
  expect(loudestEnergy(new Float32Array())).toBe(0);
});

test('the mix has the ratio that was asked for and a peak of one half', () => {
  const speech = sine(8192, 0.8);
  const noise = new Float32Array(20_000).fill(0.01);
  const mix = mixWithNoise(speech, noise, { snrDb: 10, seed: 3 });
  expect(mix.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeCloseTo(0.5, 6);
  // A constant under a sine: its mean is the noise, the rest the speech.
  const mean = mix.reduce((sum, sample) => sum + sample, 0) / mix.length;
  const rest = loudestEnergy(mix.map((sample) => sample - mean));
  expect(10 * Math.log10(rest / (mean * mean))).toBeCloseTo(10, 1);
});

test('the seed chooses the excerpt', () => {
  const noise = sine(20_000, 0.3).map((sample, i) => sample * (i / 20_000));
  const mixed = (seed: number): Float32Array => mixWithNoise(sine(4096, 0.5), noise, { snrDb: 6, seed });
  expect(mixed(1)).toEqual(mixed(1));
  expect(mixed(1)).not.toEqual(mixed(2));
  expect([0, 1, 2].every((seed) => random(seed) >= 0 && random(seed) < 1)).toBe(true);
});
