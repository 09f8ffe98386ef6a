import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MelSpectrogram, melOf } from '../../models/mel-spectrogram.ts';
import { Session } from '../../models/session.ts';
import { everyNth } from './compiled-pack.ts';
import { tones } from './tones.ts';

const teacher = join(import.meta.dirname, '../../../shared/models/melspectrogram.onnx');
const fourChunks = tones(480 + 4 * 1280);

/** Every 13th value of what openWakeWord's melspectrogram.onnx gives for these four chunks. */
const golden = [
  9.7993, 7.2526, 7.115, 6.6485, 7.2398, 8.8204, 7.196, 6.9636, 7.4571, 7.6451, 8.026, 6.4781, 7.1212, 7.404,
  7.2074, 7.7374, 7.0432, 7.2796, 7.4696, 7.1905, 7.2495, 7.3097, 7.2277, 6.5209, 7.3924, 8.6976, 7.6316,
  7.3901, 9.4088, 8.5814, 6.9462, 6.0516, 4.4246, 4.4246, 4.4246, 4.4246, 4.4246, 4.4246, 4.4246, 4.4246,
  3.2653, 3.2653, 4.1548, 3.2653, 3.2653, 3.2653, 3.2653, 5.3237, 3.2653, 3.2653, 3.2653, 3.2653, 5.5788,
  3.2653, 3.2653, 3.2653, 3.2653, 11.1416, 8.5372, 7.6104, 8.7613, 7.6053, 10.7324, 7.1834, 7.3603, 7.2943,
  7.2735, 9.0543, 7.0134, 7.4227, 7.2615, 7.0876, 7.7215, 7.0239, 7.17, 6.9792, 7.1492, 7.219, 6.9081,
];

describe('the log-mel spectrogram', () => {
  it('is the one of openWakeWord, also where soft sound follows loud sound', () => {
    const ours = everyNth(melOf(fourChunks), 13);
    expect(ours).toHaveLength(golden.length);
    for (const [i, value] of golden.entries()) expect(Math.abs(value - (ours[i] ?? NaN))).toBeLessThan(1e-3);
  });

  it('is the same in pieces of any length, and after a reset', () => {
    const whole = melOf(fourChunks);
    const mel = new MelSpectrogram();
    for (const length of [1, 512, 1281, 4000]) {
      const rows: number[] = [];
      const chunks = new Set<number>();
      for (let at = 0; at < fourChunks.length; at += length) {
        const piece = mel.hear(fourChunks.subarray(at, at + length));
        chunks.add(piece.length % 256);
        rows.push(...piece);
      }
      expect(Float32Array.from(rows)).toEqual(whole);
      expect([...chunks]).toEqual([0]);
      mel.reset();
    }
  });

  it('gives nothing before the first chunk is complete', () => {
    const mel = new MelSpectrogram();
    expect(mel.hear(fourChunks.subarray(0, 1759))).toEqual(new Float32Array());
    expect(mel.hear(fourChunks.subarray(1759, 1760))).toHaveLength(256);
  });

  it('hears digital silence as the same softest value everywhere', () => {
    expect(new Set(melOf(new Float32Array(1760)))).toEqual(new Set([-8]));
  });
});

describe.skipIf(!existsSync(teacher))('beside openWakeWord (skipped without ../shared/models)', () => {
  it('differs by less than 1e-3 over a minute', async () => {
    const session = await Session.open(teacher);
    const samples = tones(480 + 750 * 1280);
    const ours = melOf(samples);
    let worst = 0;
    for (let chunk = 0; chunk < 750; chunk++) {
      const data = samples.slice(chunk * 1280, chunk * 1280 + 1760).map((sample) => sample * 32_768);
      const theirs = (await session.run({ input: { data, shape: [1, 1760] } })).floats('output').data;
      for (const [i, value] of theirs.entries())
        worst = Math.max(worst, Math.abs(value / 10 + 2 - (ours[chunk * 256 + i] ?? NaN)));
    }
    expect(worst).toBeLessThan(1e-3);
    await session.close();
  });
});
