import { Fourier512 } from './fourier.ts';
import { voiceSampleRateHz } from './voice-activity.ts';

/** Bands of a row. */
export const melBands = 32;
/** Rows of 10 ms come in chunks of this many. */
export const melRowsPerChunk = 8;
export const melHopSamples = 160;
const chunkSamples = melRowsPerChunk * melHopSamples;
/** Sound that a chunk shares with the one before it: a row looks at 512 samples. */
export const melOverlapSamples = 480;

const fourierSamples = 512;
const windowSamples = 400;
const lowestHz = 60;
const highestHz = 3800;
/** Power below this counts as this. Samples are in the range of 16-bit integers here. */
const leastPower = 1e-10;
/** What is this much softer than the loudest value of a chunk is lifted. */
const rangeDb = 80;
const fullScale = 32_768;

/**
 * The log-mel rows that the speech embedding hears: what openWakeWord's melspectrogram.onnx gives when it is fed 1280 new
 * samples with the previous 480 before them (https://github.com/dscripka/openWakeWord), decibels / 10 + 2. One stream of
 * sound needs one instance.
 */
export class MelSpectrogram {
  readonly #fourier = new Fourier512();
  /** The shared sound and the chunk that is being filled. */
  readonly #samples = new Float32Array(melOverlapSamples + chunkSamples);
  readonly #windowed = new Float64Array(fourierSamples);
  readonly #power = new Float64Array(fourierSamples / 2 + 1);
  #filled = 0;

  /**
   * Takes samples -1..1 at 16 kHz, any number. Gives the rows of the chunks that are complete now, 8 rows of 32 values each; the
   * first chunk is complete after 1760 samples, then one every 1280.
   */
  hear(samples: Float32Array): Float32Array {
    const whole = Math.floor(Math.max(0, this.#filled + samples.length - melOverlapSamples) / chunkSamples);
    const rows = new Float32Array(whole * melRowsPerChunk * melBands);
    let taken = 0;
    for (let chunk = 0; chunk < whole; chunk++) {
      taken += this.#fill(samples.subarray(taken));
      const at = chunk * melRowsPerChunk * melBands;
      this.#write(rows.subarray(at, at + melRowsPerChunk * melBands));
      this.#samples.copyWithin(0, chunkSamples);
      this.#filled = melOverlapSamples;
    }
    this.#fill(samples.subarray(taken));
    return rows;
  }

  /** Forgets what was heard, as at the start of another stream. */
  reset(): void {
    this.#filled = 0;
  }

  /** Takes what there is room for. */
  #fill(samples: Float32Array): number {
    const room = Math.min(samples.length, this.#samples.length - this.#filled);
    this.#samples.set(room === samples.length ? samples : samples.subarray(0, room), this.#filled);
    this.#filled += room;
    return room;
  }

  #write(rows: Float32Array): void {
    let loudest = -Infinity;
    for (let row = 0; row < melRowsPerChunk; row++) {
      this.#transform(row * melHopSamples);
      for (let band = 0; band < melBands; band++) {
        const decibels = 10 * Math.log10(Math.max(leastPower, this.#powerIn(band)));
        loudest = Math.max(loudest, decibels);
        rows[row * melBands + band] = decibels;
      }
    }
    for (let i = 0; i < rows.length; i++) rows[i] = Math.max(rows[i] ?? 0, loudest - rangeDb) / 10 + 2;
  }

  #transform(start: number): void {
    for (let i = windowStart; i < windowStart + windowSamples; i++)
      this.#windowed[i] = (this.#samples[start + i] ?? 0) * (hann[i] ?? 0);
    this.#fourier.power(this.#windowed, this.#power, usedBins);
  }

  #powerIn(band: number): number {
    let sum = 0;
    const first = firstBin[band] ?? 0;
    const weights = triangles[band] ?? nothing;
    for (let i = 0; i < weights.length; i++) sum += (this.#power[first + i] ?? 0) * (weights[i] ?? 0);
    return sum;
  }
}

/** The rows of a whole sound; what is left after the last whole chunk is not in them. */
export function melOf(samples: Float32Array): Float32Array {
  return new MelSpectrogram().hear(samples);
}

const nothing = new Float64Array();
const windowStart = (fourierSamples - windowSamples) / 2;
/** A periodic Hann window in the middle of zeros, which also brings samples to the range of 16-bit integers. */
const hann = Float64Array.from({ length: fourierSamples }, (_, i) => {
  const n = i - windowStart;
  if (n < 0 || n >= windowSamples) return 0;
  return fullScale * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / windowSamples));
});

/** Slaney's mel scale: linear below 1 kHz, logarithmic above. */
const kneeHz = 1000;
const melPerHz = 3 / 200;
const kneeMel = kneeHz * melPerHz;
const melPerLog = 27 / Math.log(6.4);

function melOfHz(hz: number): number {
  return hz < kneeHz ? hz * melPerHz : kneeMel + Math.log(hz / kneeHz) * melPerLog;
}

function hzOfMel(mel: number): number {
  return mel < kneeMel ? mel / melPerHz : kneeHz * Math.exp((mel - kneeMel) / melPerLog);
}

/** The corners of the bands' triangles: each begins at one, is highest at the next and ends at the one after that. */
const corners = Array.from({ length: melBands + 2 }, (_, i) => {
  const lowest = melOfHz(lowestHz);
  return hzOfMel(lowest + ((melOfHz(highestHz) - lowest) * i) / (melBands + 1));
});
const binHz = voiceSampleRateHz / fourierSamples;
const usedBins = { from: Math.floor(lowestHz / binHz), to: Math.ceil(highestHz / binHz) + 1 };

/** The first bin of each band. */
const firstBin = Uint16Array.from({ length: melBands }, (_, band) => Math.ceil((corners[band] ?? 0) / binHz));
/** The weights of a band's bins from its first on; all triangles have the same area. */
const triangles = Array.from({ length: melBands }, (_, band) => {
  const [low = 0, middle = 0, high = 0] = corners.slice(band, band + 3);
  const first = firstBin[band] ?? 0;
  const bins = Math.floor(high / binHz) - first + 1;
  return Float64Array.from({ length: bins }, (_, i) => {
    const hz = (first + i) * binHz;
    const height = Math.min((hz - low) / (middle - low), (high - hz) / (high - middle));
    return (Math.max(0, height) * 2) / (high - low);
  });
});
