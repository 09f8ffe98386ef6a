/** Picovoice's benchmarks measure loudness by the loudest window of this many samples. */
const windowSamples = 2048;
const mixPeak = 0.5;

/**
 * Noise under speech at a signal-to-noise ratio as Picovoice's benchmarks define it
 * (https://github.com/Picovoice/speech-to-intent-benchmark): the ratio of the energies of the loudest 2,048-sample
 * window of the speech and of the noise excerpt; the mix is scaled to a peak of 0.5. The excerpt begins at a place that the
 * seed chooses, and goes round where the noise is shorter. Samples -1..1 of one rate.
 */
export function mixWithNoise(
  speech: Float32Array,
  noise: Float32Array,
  how: { readonly snrDb: number; readonly seed: number },
): Float32Array {
  if (noise.length === 0) return speech;
  const start = Math.floor(random(how.seed) * noise.length);
  const excerpt = speech.map((_, i) => noise[(start + i) % noise.length] ?? 0);
  const noiseEnergy = loudestEnergy(excerpt);
  const gain =
    noiseEnergy === 0 ? 0 : Math.sqrt(loudestEnergy(speech) / (noiseEnergy * 10 ** (how.snrDb / 10)));
  const mix = speech.map((sample, i) => sample + gain * (excerpt[i] ?? 0));
  const peak = mix.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return peak === 0 ? mix : mix.map((sample) => (sample / peak) * mixPeak);
}

/** Mean energy of the loudest window of 2,048 samples; windows follow each other without overlap. */
export function loudestEnergy(samples: Float32Array): number {
  let loudest = 0;
  for (let start = 0; start < samples.length; start += windowSamples) {
    const window = samples.subarray(start, start + windowSamples);
    // A last window of a few samples says nothing of loudness.
    if (start > 0 && window.length < windowSamples) break;
    loudest = Math.max(loudest, window.reduce((sum, sample) => sum + sample * sample, 0) / window.length);
  }
  return loudest;
}

/** A number 0..1 that depends on the seed alone (mulberry32's first). */
export function random(seed: number): number {
  let mixed = (seed + 0x6d2b79f5) | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
