import { describe, expect, it } from 'vitest';
import { WakeHeads } from '../../../../../models/wake-heads.ts';
import { ExamplePool } from '../../../../../services/voice/wake/training/example-pool.ts';
import { encodeHeads } from '../../../../../services/voice/wake/training/head-file.ts';
import {
  firstWeights,
  oneCycle,
  trainHead,
} from '../../../../../services/voice/wake/training/head-training.ts';
import { SeededRandom } from '../../../../../services/voice/wake/training/seeded-random.ts';

const recipe = {
  hidden: 16,
  steps: 60,
  batch: 64,
  rate: 2e-3,
  decay: 1e-4,
  inputNoise: 0.1,
  dropout: 0.2,
  smoothing: 0.01,
};

/** Windows of noise; those of calls have a hill in some values. */
function group(isCall: boolean, seed: number) {
  const random = new SeededRandom(seed);
  const count = 200;
  const embeddings = Float32Array.from(
    { length: (count + 15) * 96 },
    (_, i) => 3 + random.normal() + (isCall && i % 96 < 5 ? 2 : 0),
  );
  return {
    name: isCall ? 'calls' : 'talk',
    embeddings,
    windows: Int32Array.from({ length: count }, (_, i) => i),
    isCall,
    share: 0.5,
  };
}

const pool = new ExamplePool([group(true, 1), group(false, 2)], { random: new SeededRandom(3) });
const { signal } = new AbortController();

describe('training of a head', () => {
  it('tells new calls from new talk, also from the file of 8 bits', async () => {
    const heads = [
      await trainHead(pool, recipe, { seed: 1, signal }),
      await trainHead(pool, recipe, { seed: 2, signal }),
    ];
    const network = await WakeHeads.open(encodeHeads(heads, pool.normalisation));
    const [calls, talk] = [group(true, 11), group(false, 12)];
    const scores = await Promise.all(
      [calls, talk].map(({ embeddings }) => network.score(embeddings.slice(0, 12 * 16 * 96))),
    );
    expect(scores.map((some) => some.length)).toEqual([12, 12]);
    expect(Math.min(...(scores[0] ?? []))).toBeGreaterThan(0.5);
    expect(Math.max(...(scores[1] ?? []))).toBeLessThan(-0.5);
    await network.close();
  });

  it('is the same for the same seed', async () => {
    const short = { ...recipe, steps: 3 };
    const [one, again] = [
      await trainHead(pool, short, { seed: 7, signal }),
      await trainHead(pool, short, { seed: 7, signal }),
    ];
    expect(again).toEqual(one);
  });

  it('ends when it is cancelled', async () => {
    const cancelling = new AbortController();
    const training = trainHead(pool, { ...recipe, steps: 1e6 }, { seed: 1, signal: cancelling.signal });
    setTimeout(() => {
      cancelling.abort();
    }, 20);
    await expect(training).rejects.toThrow('abort');
  });
});

describe('the learning rate', () => {
  it('rises from a 25th to the highest and falls to nearly nothing', () => {
    expect([0, 30, 100].map((step) => Number(oneCycle(step, 100, 1).toFixed(4)))).toEqual([0.04, 1, 0]);
  });
});

describe('first weights', () => {
  it('have gains of one, shifts of nothing, and small random weights', () => {
    const { values } = firstWeights(4, new SeededRandom(1));
    const start = 1536 * 4;
    expect(values.subarray(start + 4, start + 12)).toEqual(Float32Array.of(1, 1, 1, 1, 0, 0, 0, 0));
    expect(values.subarray(0, start).every((value) => Math.abs(value) <= 1 / Math.sqrt(1536))).toBe(true);
  });
});
