import {
  MelSpectrogram,
  melBands,
  melHopSamples,
  melOverlapSamples,
  melRowsPerChunk,
} from '../../../models/mel-spectrogram.ts';
import {
  embeddingLength,
  embeddingRows,
  embeddingStepRows,
  type SpeechEmbedding,
} from '../../../models/speech-embedding.ts';
import { wakeWindowEmbeddings } from '../../../models/wake-heads.ts';

/** From one window to the next, 80 ms. */
export const windowStepSamples = embeddingStepRows * melHopSamples;
const chunkSamples = melRowsPerChunk * melHopSamples;
const windowLength = wakeWindowEmbeddings * embeddingLength;
/** Windows end where chunks end, so that none waits for the next chunk. */
const rowsLeftOut = embeddingRows % embeddingStepRows;

/** Two embeddings at once cost hardly more than one; the first of them waits for 80 ms. */
const leastRows = embeddingRows + embeddingStepRows;

/** Windows of 16 embeddings that follow each other by 80 ms, as wake heads look at them: N × 16 × 96 values. */
export interface Windows {
  readonly count: number;
  readonly values: Float32Array;
  /** Sound after the end of the last window. */
  readonly newerSamples: number;
}

/** The windows of one stream of sound, each as soon as its sound is in. */
export class EmbeddingStream {
  readonly #network: SpeechEmbedding;
  readonly #mel = new MelSpectrogram();
  /** Rows that embeddings to come still hear. */
  #rows = new Float32Array();
  #rowsToLeaveOut = rowsLeftOut;
  /** The newest embeddings, one less than a window. */
  #embeddings = new Float32Array();
  #heardSamples = 0;

  constructor(network: SpeechEmbedding) {
    this.#network = network;
  }

  /** Takes samples -1..1 at 16 kHz, any number. One call at a time. */
  async hear(samples: Float32Array): Promise<Windows> {
    this.#heardSamples += samples.length;
    const newest = this.#mel.hear(samples);
    const newerSamples = Math.max(0, this.#heardSamples - melOverlapSamples) % chunkSamples;
    if (newest.length === 0) return { count: 0, values: newest, newerSamples };
    this.#rows = concatenated(this.#rows, newest.subarray(this.#rowsToLeaveOut * melBands));
    this.#rowsToLeaveOut = 0;
    if (this.#rows.length < leastRows * melBands)
      return { count: 0, values: new Float32Array(), newerSamples };
    const embeddings = await this.#network.embed(this.#rows);
    this.#rows = this.#rows.slice((embeddings.length / embeddingLength) * embeddingStepRows * melBands);
    return { ...this.#windows(concatenated(this.#embeddings, embeddings)), newerSamples };
  }

  /** Forgets what was heard, as at the start of another stream. */
  reset(): void {
    this.#mel.reset();
    this.#rows = new Float32Array();
    this.#rowsToLeaveOut = rowsLeftOut;
    this.#embeddings = new Float32Array();
    this.#heardSamples = 0;
  }

  #windows(embeddings: Float32Array): Pick<Windows, 'count' | 'values'> {
    const count = Math.max(0, embeddings.length / embeddingLength - wakeWindowEmbeddings + 1);
    const values = new Float32Array(count * windowLength);
    for (let window = 0; window < count; window++) {
      const start = window * embeddingLength;
      values.set(embeddings.subarray(start, start + windowLength), window * windowLength);
    }
    this.#embeddings = embeddings.slice(-(wakeWindowEmbeddings - 1) * embeddingLength);
    return { count, values };
  }
}

function concatenated(before: Float32Array, after: Float32Array): Float32Array<ArrayBuffer> {
  const both = new Float32Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}
