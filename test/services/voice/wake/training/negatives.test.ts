import { describe, expect, it } from 'vitest';
import { SpeechEmbedding } from '../../../../../models/speech-embedding.ts';
import { heardNegatives, shippedNegatives } from '../../../../../services/voice/wake/training/negatives.ts';
import { SeededRandom } from '../../../../../services/voice/wake/training/seeded-random.ts';

describe('negatives', () => {
  it('ship: people who talk, for ten minutes at least', async () => {
    const sound = await shippedNegatives('judging');
    expect(sound.length).toBeGreaterThan(600 * 16_000);
    expect(sound.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeGreaterThan(0.3);
  });

  it('are heard piece by piece, as they are and once more in another way', async () => {
    const network = await SpeechEmbedding.open();
    const sound = Float32Array.from({ length: 40 * 16_000 }, (_, i) => Math.sin(i / 20) / 4);
    const how = { network, random: new SeededRandom(3), signal: new AbortController().signal };
    const heard = await Array.fromAsync(heardNegatives(sound, how));
    const seconds = heard.map((negative) => negative.sound.length / 16_000);
    expect([seconds[0], seconds[2]]).toEqual([30, 10]);
    expect(seconds).toHaveLength(4);
    // 80 ms an embedding, less the 0.8 s before the first.
    expect(heard[0]?.embeddings.length).toBe(96 * Math.floor((30 * 16_000 - 480 - 12_800) / 1_280 + 1));
    expect(heard[1]?.embeddings.slice(0, 96)).not.toEqual(heard[0]?.embeddings.slice(0, 96));
    await network.close();
  });

  it('stop when the training is given up', async () => {
    const network = await SpeechEmbedding.open();
    const how = { network, random: new SeededRandom(3), signal: AbortSignal.abort() };
    await expect(Array.fromAsync(heardNegatives(new Float32Array(16_000), how))).rejects.toThrow();
    await network.close();
  });
});
