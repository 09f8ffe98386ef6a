import { expect, test } from 'vitest';
import { SoundRing } from '../../../../services/voice/wake/sound-ring.ts';

const frame = (value: number): Float32Array => new Float32Array(6).fill(value);

test('the newest sound is kept in its order', () => {
  const ring = new SoundRing(1);
  for (const value of [1, 2, 3, 4]) ring.push(frame(value));
  expect([...ring.all()]).toEqual([2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4]);
});

test('before its first sound, and after a reset, a stream was a quiet room', () => {
  const ring = new SoundRing(1);
  const quiet = ring.all();
  expect(Math.max(...quiet.map(Math.abs))).toBeLessThan(0.002);
  expect(new Set(quiet).size).toBeGreaterThan(10);
  for (const value of [1, 2, 3]) ring.push(frame(value));
  ring.reset();
  expect(ring.all()).toEqual(quiet);
});
