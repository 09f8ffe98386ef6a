import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Chimes } from '../../../../services/voice/sound/chime.ts';

const chimes = new Chimes();

test.each(['heard', 'not_understood'] as const)(
  'the chime "%s" is short, soft, and begins and ends in silence',
  (name) => {
    const { samples, sampleRateHz } = chimes.sound(name);
    const durationMs = (samples.length / sampleRateHz) * 1000;
    expect(durationMs).toBeGreaterThan(100);
    expect(durationMs).toBeLessThanOrEqual(150);
    const peak = Math.max(...samples.map(Math.abs));
    expect(peak).toBeGreaterThan(0.3);
    expect(peak).toBeLessThan(0.4);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.01);
  },
);

test('the sounds are small files', () => {
  const folder = join(import.meta.dirname, '../../../../resources/sounds');
  const sizes = ['heard', 'not-understood'].map((name) => statSync(join(folder, `${name}.wav`)).size);
  expect(sizes.every((size) => size < 10_000)).toBe(true);
});
