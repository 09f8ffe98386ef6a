/** Zero crossings of the sinc on each side. */
const crossings = 8;
/** Steps of the table between two crossings. */
const fineness = 64;

/**
 * Resamples by a windowed sinc (Smith's method, https://ccrma.stanford.edu/~jos/resample/): the result has
 * `ratio` × as many samples. Where it has fewer, what they can't carry is filtered out before.
 */
export function resampled(samples: Float32Array, ratio: number): Float32Array<ArrayBuffer> {
  const result = new Float32Array(Math.floor(samples.length * ratio));
  const cutoff = Math.min(1, ratio);
  const reach = crossings / cutoff;
  const tableStep = cutoff * fineness;
  for (let i = 0; i < result.length; i++) {
    const centre = i / ratio;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(samples.length - 1, Math.floor(centre + reach));
    let sum = 0;
    for (let j = first; j <= last; j++) {
      const at = Math.abs(centre - j) * tableStep;
      const whole = at | 0;
      const low = sincTable[whole] ?? 0;
      sum += (samples[j] ?? 0) * (low + ((sincTable[whole + 1] ?? 0) - low) * (at - whole));
    }
    result[i] = sum * cutoff;
  }
  return result;
}

const sincTable = Float32Array.from({ length: crossings * fineness + 2 }, (_, i) => {
  const x = i / fineness;
  if (x >= crossings) return 0;
  const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / crossings);
  return x === 0 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
});
