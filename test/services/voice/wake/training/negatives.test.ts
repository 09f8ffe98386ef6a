import { describe, expect, it } from 'vitest';
import { SpeechEmbedding } from '../../../../../models/speech-embedding.ts';
import {
  heardNegatives,
  heardOtherwise,
  shippedNegatives,
} from '../../../../../services/voice/wake/training/negatives.ts';
import { SeededRandom } from '../../../../../services/voice/wake/training/seeded-random.ts';

describe('negatives', () => {
  it('ship: people who talk, for ten minutes at least', async () => {
    const sound = await shippedNegatives('judging');
    expect(sound.length).toBeGreaterThan(600 * 16_000);
    expect(sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeGreaterThan(0.3);
  });

  it('are heard piece by piece', async () => {
    const network = await SpeechEmbedding.open();
    const sound = Float32Array.from({ length: 40 * 16_000 }, (_, i) => Math.sin(i / 20) / 4);
    const how = { network, signal: new AbortController().signal };
    const heard = await Array.fromAsync(heardNegatives(sound, how));
    expect(heard.map((negative) => negative.sound.length / 16_000)).toEqual([30, 10]);
    // 80 ms an embedding, less the 0.8 s before the first.
    expect(heard[0]?.embeddings.length).toBe(96 * Math.floor((30 * 16_000 - 480 - 12_800) / 1_280 + 1));
    await network.close();
  });

  it('are heard otherwise for learning, the same for the same seed', () => {
    const sound = Float32Array.from({ length: 40 * 16_000 }, (_, i) => Math.sin(i / 20) / 4);
    const heard = heardOtherwise(sound, new SeededRandom(3));
    expect(heard).toHaveLength(sound.length);
    expect(heard).not.toEqual(sound);
    expect(heardOtherwise(sound, new SeededRandom(3))).toEqual(heard);
  });

  it('stop when the training is given up', async () => {
    const network = await SpeechEmbedding.open();
    const how = { network, signal: AbortSignal.abort() };
    await expect(Array.fromAsync(heardNegatives(new Float32Array(16_000), how))).rejects.toThrow();
    await network.close();
  });
});
