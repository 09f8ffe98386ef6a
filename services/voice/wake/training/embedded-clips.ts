import { melBands, melOf, melRowsPerChunk } from '../../../../models/mel-spectrogram.ts';
import { embeddingLength, embeddingRows, type SpeechEmbedding } from '../../../../models/speech-embedding.ts';
import { wakeWindowEmbeddings } from '../../../../models/wake-heads.ts';

/** Windows end where chunks of the spectrogram end, as in the stream of a microphone. */
const rowsLeftOut = embeddingRows % melRowsPerChunk;
/** The sample after which the first embedding of a sound is there, and from one to the next. */
const firstEndSamples = 480 + 1_280 * 10;
const stepSamples = 1_280;

/** The embeddings of a whole sound, as a stream would give them: N × 96. */
export async function embeddingsOf(samples: Float32Array, network: SpeechEmbedding): Promise<Float32Array> {
  return network.embed(melOf(samples).subarray(rowsLeftOut * melBands));
}

/** The sample of a sound at which its n-th embedding is complete. */
export function endOfEmbedding(index: number): number {
  return firstEndSamples + stepSamples * index;
}

/** Embeddings of many sounds after each other, which grow; and where windows begin that are looked at. */
export class EmbeddedClips {
  #embeddings = new Float32Array(1 << 16);
  #used = 0;
  readonly #windows: number[] = [];
  /** Which clip each window belongs to. */
  readonly #owners: number[] = [];
  #clips = 0;

  get clips(): number {
    return this.#clips;
  }

  get embeddings(): Float32Array {
    return this.#embeddings.subarray(0, this.#used);
  }

  get windows(): Int32Array {
    return Int32Array.from(this.#windows);
  }

  get owners(): Int32Array {
    return Int32Array.from(this.#owners);
  }

  /** Adds a sound. `looksAt`: whether the window that ends with this embedding, which is complete at this sample, is looked at. */
  add(embeddings: Float32Array, looksAt: (endsAtSample: number) => boolean = () => true): void {
    const count = embeddings.length / embeddingLength;
    const ends = Array.from(
      { length: Math.max(0, count - wakeWindowEmbeddings + 1) },
      (_, i) => i + wakeWindowEmbeddings - 1,
    );
    const chosen = ends.filter((end) => looksAt(endOfEmbedding(end)));
    const [first, last] = [chosen[0], chosen.at(-1)];
    this.#clips += 1;
    if (first === undefined || last === undefined) return;
    const start = first - wakeWindowEmbeddings + 1;
    const at = this.#used / embeddingLength;
    this.#append(embeddings.subarray(start * embeddingLength, (last + 1) * embeddingLength));
    for (const end of chosen) {
      this.#windows.push(at + end - wakeWindowEmbeddings + 1 - start);
      this.#owners.push(this.#clips - 1);
    }
  }

  #append(embeddings: Float32Array): void {
    while (this.#used + embeddings.length > this.#embeddings.length) {
      const larger = new Float32Array(this.#embeddings.length * 2);
      larger.set(this.#embeddings);
      this.#embeddings = larger;
    }
    this.#embeddings.set(embeddings, this.#used);
    this.#used += embeddings.length;
  }
}
