import { Session } from '../../../../models/session.ts';
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { WakeHeads } from '../../../../models/wake-heads.ts';
import type { Batch, ExamplePool, HardWindows } from './example-pool.ts';
import { encodeHeads } from './head-file.ts';
import { SeededRandom } from './seeded-random.ts';
import { adamCorrections, TrainingStep } from './training-step.ts';
import { weightGroups, weightPlaces, windowLength } from './weight-places.ts';

/** How a head is trained. */
export interface HeadRecipe {
  /** Neurons of each of the two layers. */
  readonly hidden: number;
  readonly steps: number;
  readonly batch: number;
  /** The highest learning rate; it rises to it and falls again (one cycle, Smith, https://arxiv.org/abs/1708.07120). */
  readonly rate: number;
  readonly decay: number;
  /** Normal noise on the input, in standard deviations. */
  readonly inputNoise: number;
  /** The share of inputs and of neurons of the first layer that are left out of a step. */
  readonly dropout: number;
  /** A call is wanted at 1 - this, everything else at this. */
  readonly smoothing: number;
}

/** Weights in the order of `weightGroups`. */
export interface HeadWeights {
  readonly hidden: number;
  readonly values: Float32Array;
}

const riseShare = 0.3;
const startDivisor = 25;
const endDivisor = 1e4;

/** The learning rate of a step: a half cosine up, and a longer one down. */
export function oneCycle(step: number, steps: number, highest: number): number {
  const top = riseShare * steps;
  const between = (from: number, to: number, share: number): number =>
    to + ((from - to) / 2) * (1 + Math.cos(Math.PI * share));
  if (step < top) return between(highest / startDivisor, highest, step / top);
  return between(highest, highest / startDivisor / endDivisor, (step - top) / (steps - top));
}

/** Weights to begin with: as PyTorch's linear layers have them, uniform within 1/√inputs. */
export function firstWeights(hidden: number, random: SeededRandom): HeadWeights {
  const places = weightPlaces(hidden);
  const values = new Float32Array(places.lastBias.start + 1);
  for (const { name } of weightGroups) {
    const { start, length } = places[name];
    const inputs = name.startsWith('firstBias') || name === 'first' ? windowLength : hidden;
    const value = (): number => {
      if (name.endsWith('Gain')) return 1;
      return name.endsWith('Shift') ? 0 : random.between(-1, 1) / Math.sqrt(inputs);
    };
    for (let i = start; i < start + length; i++) values[i] = value();
  }
  return { hidden, values };
}

/**
 * Trains one head step by step; between steps others have their turn, since each step holds the process up for some
 * milliseconds. `stepped` is told after each.
 * @throws the signal's reason when it is aborted.
 */
export async function trainHead(
  pool: ExamplePool,
  recipe: HeadRecipe,
  how: {
    readonly seed: number;
    readonly signal: AbortSignal;
    readonly stepped?: () => void;
    /** Goes on from these weights. */
    readonly from?: HeadWeights;
  },
): Promise<HeadWeights> {
  const random = new SeededRandom(how.seed);
  const session = await Session.open(TrainingStep.encode(recipe.hidden), 'training-step');
  const looks = new Set(lookShares.map((share) => Math.round(recipe.steps * share)));
  let state = stateOf(how.from ?? firstWeights(recipe.hidden, random));
  let hard: HardWindows = new Map();
  try {
    for (let step = 0; step < recipe.steps; step++) {
      await turnOfOthers();
      how.signal.throwIfAborted();
      if (looks.has(step))
        hard = await hardWindows(pool, { hidden: recipe.hidden, values: state.weights }, random);
      const batch = pool.batch(recipe, random, hard);
      const kept = dropout(batch.wanted.length * recipe.hidden, recipe.dropout, random);
      state = await stepped(session, state, { recipe, batch, kept, step });
      how.stepped?.();
    }
    return { hidden: recipe.hidden, values: state.weights };
  } finally {
    await session.close();
  }
}

/** Weights and Adam's moments of them. */
interface TrainingState {
  readonly weights: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

function stateOf({ values }: HeadWeights): TrainingState {
  return {
    weights: values,
    mean: new Float32Array(values.length),
    variance: new Float32Array(values.length),
  };
}

async function stepped(
  session: Session,
  { weights, mean, variance }: TrainingState,
  by: {
    readonly recipe: HeadRecipe;
    readonly batch: Batch;
    readonly kept: Float32Array;
    readonly step: number;
  },
): Promise<TrainingState> {
  const { recipe, kept, step } = by;
  const { windows, wanted } = by.batch;
  const outputs = await session.run({
    weights: { data: weights, shape: [weights.length] },
    mean: { data: mean, shape: [mean.length] },
    variance: { data: variance, shape: [variance.length] },
    windows: { data: windows, shape: [wanted.length, windowLength] },
    wanted: { data: wanted, shape: [wanted.length, 1] },
    kept: { data: kept, shape: [wanted.length, recipe.hidden] },
    rate: { data: Float32Array.of(oneCycle(step, recipe.steps, recipe.rate)), shape: [1] },
    decay: { data: Float32Array.of(recipe.decay), shape: [1] },
    corrections: { data: adamCorrections(step + 1), shape: [2] },
  });
  const copy = (name: string): Float32Array => Float32Array.from(outputs.floats(name).data);
  return { weights: copy('newWeights'), mean: copy('newMean'), variance: copy('newVariance') };
}

/** After these shares of the steps the hard windows are found anew. */
const lookShares = [0.25, 0.5, 0.75];
const lookedAt = 3_000;
const drawn = 2_000;

/** Of each group, windows drawn by how much the head takes them for calls; only half of what is learnt, or real voices become the cue. */
async function hardWindows(pool: ExamplePool, head: HeadWeights, random: SeededRandom): Promise<HardWindows> {
  const heads = await WakeHeads.open(encodeHeads([head], pool.normalisation));
  const hard = new Map<string, Int32Array>();
  try {
    for (const { group, windows, values } of pool.negatives(lookedAt, random)) {
      await turnOfOthers();
      const scores = await heads.score(values);
      let sum = 0;
      const sums = Float64Array.from(
        scores,
        (score) => (sum += Math.exp(Math.max(-8, Math.min(4, score)) / 2)),
      );
      const draw = (): number => {
        const at = random.next() * sum;
        let [low, high] = [0, sums.length - 1];
        while (low < high) {
          const middle = (low + high) >> 1;
          if ((sums[middle] ?? 0) > at) high = middle;
          else low = middle + 1;
        }
        return windows[low] ?? 0;
      };
      hard.set(group.name, Int32Array.from({ length: drawn }, draw));
    }
    return hard;
  } finally {
    await heads.close();
  }
}

function dropout(length: number, share: number, random: SeededRandom): Float32Array {
  const factors = new Float32Array(length);
  for (let i = 0; i < length; i++) factors[i] = random.next() < share ? 0 : 1 / (1 - share);
  return factors;
}
