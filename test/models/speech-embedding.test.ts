import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { melBands, melOf } from '../../models/mel-spectrogram.ts';
import { SpeechEmbedding } from '../../models/speech-embedding.ts';
import { WakeHeads } from '../../models/wake-heads.ts';
import { headsAbove, loudnessEmbedding } from '../services/voice/wake/tiny-networks.ts';
import { tones } from './tones.ts';

describe('a speech embedding', () => {
  let folder = '';
  let embedding: SpeechEmbedding;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lares-speech-embedding-'));
    await writeFile(join(folder, 'tiny.onnx'), loudnessEmbedding());
    embedding = await SpeechEmbedding.open(join(folder, 'tiny.onnx'));
  });

  afterAll(async () => {
    await embedding.close();
    await rm(folder, { recursive: true });
  });

  it('is known by its bytes', () => {
    expect(embedding.id).toMatch(/^[0-9a-f]{12}$/);
  });

  it('gives one embedding for 76 rows and one for every eight more', async () => {
    const mel = melOf(tones(480 + 12 * 1280));
    const counts = [0, 75, 76, 83, 84, 96].map((rows) => embedding.embed(mel.subarray(0, rows * melBands)));
    expect((await Promise.all(counts)).map((values) => values.length / 96)).toEqual([0, 0, 1, 1, 2, 3]);
  });

  it('hears the rows 8 n … 8 n + 75', async () => {
    const mel = melOf(tones(480 + 12 * 1280));
    const all = await embedding.embed(mel);
    for (const n of [0, 1, 2]) {
      const one = await embedding.embed(mel.subarray(8 * n * melBands, (8 * n + 76) * melBands));
      expect(one).toEqual(all.subarray(n * 96, (n + 1) * 96));
    }
  });

  it('says what to do when its file is missing or damaged', async () => {
    await expect(SpeechEmbedding.open(join(folder, 'none.onnx'))).rejects.toMatchObject({
      code: 'missing_model',
    });
    await writeFile(join(folder, 'damaged.onnx'), 'no network');
    await expect(SpeechEmbedding.open(join(folder, 'damaged.onnx'))).rejects.toMatchObject({
      code: 'damaged',
    });
  });
});

describe('wake heads', () => {
  it('score windows of 16 × 96', async () => {
    const heads = await WakeHeads.open(headsAbove(2));
    const windows = new Float32Array(2 * 16 * 96);
    windows[15 * 96] = 5;
    expect(await heads.score(windows)).toEqual(Float32Array.of(3, -2));
    expect(await heads.score(new Float32Array())).toEqual(new Float32Array());
    await expect(heads.score(new Float32Array(5))).rejects.toThrow('no windows');
    await heads.close();
  });
});

const shipped = join(import.meta.dirname, '../../resources/wake/speech-embedding.onnx');

describe.skipIf(!existsSync(shipped))('the speech embedding of Lares (skipped until it is there)', () => {
  it('gives the same for a whole sound and for a piece of it', async () => {
    const embedding = await SpeechEmbedding.open();
    const mel = melOf(tones(480 + 30 * 1280));
    const all = await embedding.embed(mel);
    expect(all).toHaveLength(21 * 96);
    const one = await embedding.embed(mel.subarray(8 * 7 * melBands, (8 * 7 + 76) * melBands));
    for (const [i, value] of one.entries()) expect(value).toBeCloseTo(all[7 * 96 + i] ?? NaN, 3);
    await embedding.close();
  });
});
