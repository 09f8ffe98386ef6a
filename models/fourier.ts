/**
 * The discrete Fourier transform of real signals of 512 samples: a complex one of half the length (radix 4, decimation in
 * frequency), taken apart into even and odd samples (Press et al., Numerical Recipes, section 12.3). Tables are made
 * once; nothing is allocated afterwards.
 */
export class Fourier512 {
  /** Even samples, then after `transform` in the order of base-4 digits turned round. */
  readonly #real = new Float64Array(half);
  readonly #imaginary = new Float64Array(half);

  /** Power (re² + im², unscaled) of the bins `from` ≤ k < `to` of at most 256, k · rate / 512 Hz, into `power[k]`. */
  power(signal: Float64Array, power: Float64Array, { from, to }: { from: number; to: number }): void {
    const re = this.#real;
    const im = this.#imaginary;
    for (let n = 0; n < half; n++) {
      re[n] = signal[2 * n] ?? 0;
      im[n] = signal[2 * n + 1] ?? 0;
    }
    transform(re, im);
    for (let k = from; k < to; k++) {
      const a = order[k % half] ?? 0;
      const b = order[(half - k) % half] ?? 0;
      const evenRe = ((re[a] ?? 0) + (re[b] ?? 0)) / 2;
      const evenIm = ((im[a] ?? 0) - (im[b] ?? 0)) / 2;
      const oddRe = ((im[a] ?? 0) + (im[b] ?? 0)) / 2;
      const oddIm = ((re[b] ?? 0) - (re[a] ?? 0)) / 2;
      const c = halfTurnCos[k] ?? 0;
      const s = halfTurnSin[k] ?? 0;
      const outRe = evenRe + c * oddRe - s * oddIm;
      const outIm = evenIm + c * oddIm + s * oddRe;
      power[k] = outRe * outRe + outIm * outIm;
    }
  }
}

const half = 256;
/** exp(-2πik/256) = cos + i sin. */
const turnCos = Float64Array.from({ length: half }, (_, k) => Math.cos((2 * Math.PI * k) / half));
const turnSin = Float64Array.from({ length: half }, (_, k) => -Math.sin((2 * Math.PI * k) / half));
/** exp(-2πik/512). */
const halfTurnCos = Float64Array.from({ length: half + 1 }, (_, k) => Math.cos((Math.PI * k) / half));
const halfTurnSin = Float64Array.from({ length: half + 1 }, (_, k) => -Math.sin((Math.PI * k) / half));
/** Where the value of a frequency is after the transform: its four base-4 digits turned round. */
const order = Uint8Array.from({ length: half }, (_, k) => {
  const digits = [k & 3, (k >> 2) & 3, (k >> 4) & 3, k >> 6];
  return digits.reduce((number, digit) => number * 4 + digit, 0);
});

/** In place. */
function transform(re: Float64Array, im: Float64Array): void {
  for (let quarter = half / 4; quarter >= 1; quarter /= 4) {
    const step = half / (4 * quarter);
    for (let j = 0; j < quarter; j++) {
      for (let at = j; at < half; at += 4 * quarter) butterfly({ re, im, at, quarter, turn: j * step });
    }
  }
}

interface Butterfly {
  readonly re: Float64Array;
  readonly im: Float64Array;
  readonly at: number;
  readonly quarter: number;
  readonly turn: number;
}

/** Four values, `quarter` apart: their sums, each turned by its multiple of `turn`. */
function butterfly({ re, im, at, quarter, turn }: Butterfly): void {
  const [p, q, r] = [at + quarter, at + 2 * quarter, at + 3 * quarter];
  const sumRe = (re[at] ?? 0) + (re[q] ?? 0);
  const sumIm = (im[at] ?? 0) + (im[q] ?? 0);
  const lessRe = (re[at] ?? 0) - (re[q] ?? 0);
  const lessIm = (im[at] ?? 0) - (im[q] ?? 0);
  const oddSumRe = (re[p] ?? 0) + (re[r] ?? 0);
  const oddSumIm = (im[p] ?? 0) + (im[r] ?? 0);
  const oddLessRe = (re[p] ?? 0) - (re[r] ?? 0);
  const oddLessIm = (im[p] ?? 0) - (im[r] ?? 0);
  re[at] = sumRe + oddSumRe;
  im[at] = sumIm + oddSumIm;
  turned({ re, im, at: p, turn }, lessRe + oddLessIm, lessIm - oddLessRe);
  turned({ re, im, at: q, turn: 2 * turn }, sumRe - oddSumRe, sumIm - oddSumIm);
  turned({ re, im, at: r, turn: 3 * turn }, lessRe - oddLessIm, lessIm + oddLessRe);
}

function turned({ re, im, at, turn }: Omit<Butterfly, 'quarter'>, valueRe: number, valueIm: number): void {
  const c = turnCos[turn] ?? 0;
  const s = turnSin[turn] ?? 0;
  re[at] = valueRe * c - valueIm * s;
  im[at] = valueRe * s + valueIm * c;
}
