import { beforeAll, describe, expect, it } from 'vitest';
import { SpeechEmbedding } from '../../../../../models/speech-embedding.ts';
import { WakeHeads } from '../../../../../models/wake-heads.ts';
import type { WakeStage } from '../../../../../services/contract/wake.ts';
import { inQuiet } from '../../../../../services/voice/wake/training/augmentation.ts';
import { embeddingsOf } from '../../../../../services/voice/wake/training/embedded-clips.ts';
import { wordsOf } from '../../../../../services/voice/wake/training/household-recordings.ts';
import { highestScore } from '../../../../../services/voice/wake/training/judging.ts';
import { homeNoise } from '../../../../../services/voice/wake/training/noise.ts';
import { trainPhrase } from '../../../../../services/voice/wake/training/phrase-training.ts';
import { standardRecipe, type WakeRecipe } from '../../../../../services/voice/wake/training/recipe.ts';
import { SeededRandom } from '../../../../../services/voice/wake/training/seeded-random.ts';
import { synthesise } from '../../../../../services/voice/sound/speaker.ts';

/** A training as the product does it, with a hundredth of the clips. */
const tiny: WakeRecipe = {
  ...standardRecipe,
  clips: { calls: 14, near: 8, general: 14, leftOut: 4, replies: 4 },
  engines: { 'espeak-ng': 1, flite: 0, festival: 0 },
  hearings: { calls: 2, near: 1, general: 1 },
  heads: 1,
  head: { ...standardRecipe.head, hidden: 16, steps: 60, batch: 64 },
  fine: { head: { steps: 10, rate: 4e-4 }, hearings: 2, share: 0.5, folds: 2 },
};

describe('a whole training', () => {
  let network: SpeechEmbedding;
  let noise: Float32Array;
  beforeAll(async () => {
    network = await SpeechEmbedding.open();
    const random = new SeededRandom(2);
    noise = homeNoise(30 * 16_000, random).map((sample) => sample * 0.05);
  });

  it('learns a phrase from its text and some recordings, stage by stage', { timeout: 60_000 }, async () => {
    const stages: WakeStage[] = [];
    const called = await synthesise('computer');
    const pcm = new Uint8Array(Int16Array.from(called, (sample) => sample * 32_767).buffer);
    const recording = { pcm, durationMs: called.length / 16, peak: 0.5 };
    const model = await trainPhrase(
      { phrase: 'computer', language: 'en', calls: [recording, recording], notCalls: [] },
      tiny,
      {
        network,
        negatives: () => Promise.resolve(noise),
        priority: 5,
        processes: 2,
        signal: new AbortController().signal,
        progressed: (stage, done) => {
          expect(done).toBeLessThanOrEqual(1);
          if (stages.at(-1) !== stage) stages.push(stage);
        },
      },
    );
    expect(stages).toEqual(['speaking', 'hearing', 'learning', 'judging']);
    expect(model).toMatchObject({
      embedding: network.id,
      report: { phrase: 'computer', origin: 'trained', recordings: 2, heldOut: { recordings: 2 } },
    });
    const heads = await WakeHeads.open(model.network);
    const sound = inQuiet(Float32Array.from(wordsOf(recording), (sample) => sample / 32_768));
    const score = await highestScore(await embeddingsOf(sound, network), heads);
    const other = await highestScore(await embeddingsOf(noise, network), heads);
    expect(score).toBeGreaterThan(other);
    await heads.close();
  });
});
