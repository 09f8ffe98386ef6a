import { describe, expect, it } from 'vitest';
import { resampled } from '../../../../../services/voice/wake/training/resampling.ts';
import { soundsOfWavs } from '../../../../../services/voice/wake/training/wav.ts';

function wav(samples: readonly number[], rateHz: number, saidLength?: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt32LE(rateHz, 24);
  head.write('data', 36);
  head.writeUInt32LE(saidLength ?? samples.length * 2, 40);
  return Buffer.concat([head, Buffer.from(Int16Array.from(samples).buffer)]);
}

describe('wav files from a pipe', () => {
  it('are read one after the other, the last with whatever length it claims', () => {
    const bytes = Buffer.concat([wav([0, 16_384, -32_768], 16_000), wav([8_192], 22_050, 0x7ffff000)]);
    expect(soundsOfWavs(bytes)).toEqual([
      { rateHz: 16_000, samples: Float32Array.of(0, 0.5, -1) },
      { rateHz: 22_050, samples: Float32Array.of(0.25) },
    ]);
  });

  it('are none where something else comes', () => {
    expect(soundsOfWavs(Buffer.from('not a sound at all, but long enough for a header of one'))).toEqual([]);
  });
});

describe('resampling', () => {
  it('keeps a tone, and its height, at another rate', () => {
    const tone = Float32Array.from({ length: 2_205 }, (_, i) => Math.sin((2 * Math.PI * 440 * i) / 22_050));
    const at16k = resampled(tone, 16_000 / 22_050);
    expect(at16k).toHaveLength(1_600);
    const errors = Array.from(at16k.subarray(50, 1_550), (value, i) =>
      Math.abs(value - Math.sin((2 * Math.PI * 440 * (i + 50)) / 16_000)),
    );
    expect(Math.max(...errors)).toBeLessThan(0.01);
  });

  it('takes away what the lower rate can not carry', () => {
    const tone = Float32Array.from({ length: 4_410 }, (_, i) =>
      Math.sin((2 * Math.PI * 10_000 * i) / 22_050),
    );
    const at8k = resampled(tone, 8_000 / 22_050);
    expect(at8k.reduce((most, value) => Math.max(most, Math.abs(value)), 0)).toBeLessThan(0.1);
  });
});
