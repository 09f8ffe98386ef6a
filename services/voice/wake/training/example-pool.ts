import { embeddingLength } from '../../../../models/speech-embedding.ts';
import type { HeadRecipe } from './head-training.ts';
import type { SeededRandom } from './seeded-random.ts';
import { windowLength } from './weight-places.ts';

/** Examples of one kind: embeddings of many sounds after each other, and which of them end a window that is looked at. */
export interface ExampleGroup {
  readonly name: string;
  readonly embeddings: Float32Array;
  /** Places of the first embedding of each window. */
  readonly windows: Int32Array;
  readonly isCall: boolean;
  /** How much of each batch is taken from this group; shares add up to 1. */
  readonly share: number;
}

/** Mean and deviation of each value of an embedding. */
export interface Normalisation {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

export interface Batch {
  readonly windows: Float32Array;
  /** 0..1 for each window. */
  readonly wanted: Float32Array;
}

/** Windows of groups that are most like calls, each as often as it is hard; half of a group's share is taken from them. */
export type HardWindows = ReadonlyMap<string, Int32Array>;
const noneHard: HardWindows = new Map();

const noiseTableLength = 1 << 18;

/** What heads learn from. */
export class ExamplePool {
  readonly normalisation: Normalisation;
  readonly #groups: readonly ExampleGroup[];
  /** Prepared random numbers, since a batch needs some hundred thousand. */
  readonly #noise: Float32Array;
  readonly #chance: Float32Array;

  constructor(
    groups: readonly ExampleGroup[],
    how: { readonly random: SeededRandom; readonly normalisation?: Normalisation },
  ) {
    this.#groups = groups.filter((group) => group.windows.length > 0);
    this.normalisation = how.normalisation ?? normalisationOf(this.#groups);
    this.#noise = Float32Array.from({ length: noiseTableLength }, () => how.random.normal());
    this.#chance = Float32Array.from({ length: noiseTableLength }, () => how.random.next());
  }

  /** Windows of no calls, for a look at which of them are hard: at most so many of each group. */
  *negatives(
    most: number,
    random: SeededRandom,
  ): Generator<{
    readonly group: ExampleGroup;
    readonly windows: Int32Array;
    readonly values: Float32Array;
  }> {
    for (const group of this.#groups) {
      if (group.isCall) continue;
      const windows = Int32Array.from(
        { length: Math.min(most, group.windows.length) },
        () => group.windows[random.below(group.windows.length)] ?? 0,
      );
      const values = new Float32Array(windows.length * windowLength);
      for (const [row, from] of windows.entries()) {
        const start = from * embeddingLength;
        values.set(group.embeddings.subarray(start, start + windowLength), row * windowLength);
      }
      yield { group, windows, values };
    }
  }

  /** Windows of all groups by their shares, normalised, with noise and dropout. */
  batch(recipe: HeadRecipe, random: SeededRandom, hard: HardWindows = noneHard): Batch {
    const total = this.#groups.reduce((sum, group) => sum + group.share, 0);
    const counts = this.#groups.map(({ share }) => Math.max(1, Math.round((share / total) * recipe.batch)));
    const size = counts.reduce((sum, count) => sum + count, 0);
    const windows = new Float32Array(size * windowLength);
    const wanted = new Float32Array(size);
    let row = 0;
    for (const [index, group] of this.#groups.entries()) {
      for (let i = 0; i < (counts[index] ?? 0); i++, row++) {
        wanted[row] = group.isCall ? 1 - recipe.smoothing : recipe.smoothing;
        const these = i % 2 === 0 ? group.windows : (hard.get(group.name) ?? group.windows);
        const from = these[random.below(these.length)] ?? 0;
        this.#write(group.embeddings, from, {
          to: windows.subarray(row * windowLength, (row + 1) * windowLength),
          noiseAt: random.below(noiseTableLength - windowLength),
          chanceAt: random.below(noiseTableLength - windowLength),
          recipe,
        });
      }
    }
    return { windows, wanted };
  }

  #write(
    embeddings: Float32Array,
    from: number,
    how: {
      readonly to: Float32Array;
      readonly noiseAt: number;
      readonly chanceAt: number;
      readonly recipe: HeadRecipe;
    },
  ): void {
    const { to, noiseAt, chanceAt, recipe } = how;
    const { mean, deviation } = this.normalisation;
    const [noise, chance] = [this.#noise, this.#chance];
    const { dropout, inputNoise } = recipe;
    const start = from * embeddingLength;
    const kept = 1 / (1 - dropout);
    for (let step = 0; step < windowLength; step += embeddingLength) {
      for (let j = 0; j < embeddingLength; j++) {
        const i = step + j;
        if ((chance[chanceAt + i] ?? 0) < dropout) continue;
        const value = ((embeddings[start + i] ?? 0) - (mean[j] ?? 0)) / (deviation[j] ?? 1);
        to[i] = (value + (noise[noiseAt + i] ?? 0) * inputNoise) * kept;
      }
    }
  }
}

const leastDeviation = 1e-3;

/** Over the first embedding of every window, each group by its share. */
function normalisationOf(groups: readonly ExampleGroup[]): Normalisation {
  const mean = new Float32Array(embeddingLength);
  const deviation = new Float32Array(embeddingLength);
  const weight = groups.reduce((sum, { share }) => sum + share, 0);
  for (let j = 0; j < embeddingLength; j++) {
    let [sum, squares] = [0, 0];
    for (const { embeddings, windows, share } of groups) {
      const each = share / weight / windows.length;
      for (const window of windows) {
        const value = embeddings[(window + lookedAt) * embeddingLength + j] ?? 0;
        sum += each * value;
        squares += each * value * value;
      }
    }
    mean[j] = sum;
    deviation[j] = Math.sqrt(Math.max(0, squares - sum * sum)) + leastDeviation;
  }
  return { mean, deviation };
}

/** The embedding of a window that stands for it: late, where calls are. */
const lookedAt = 11;
