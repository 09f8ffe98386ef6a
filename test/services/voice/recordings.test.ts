import { expect, test } from 'vitest';
import { recordingOf, Recordings } from '../../../services/voice/recordings.ts';

test('a recording is 16-bit little-endian, and knows its length and its loudest sample', () => {
  const recording = recordingOf(Float32Array.from({ length: 16_000 }, (_, i) => (i === 1 ? -0.5 : 0.25)));
  expect([...recording.pcm.subarray(0, 4)]).toEqual([0x00, 0x20, 0x00, 0xc0]);
  expect({ ...recording, pcm: recording.pcm.length }).toEqual({ pcm: 32_000, durationMs: 1000, peak: 0.5 });
});

test('the last ten are kept, until they are forgotten', () => {
  const recordings = new Recordings();
  for (let i = 1; i <= 12; i++) recordings.keep(`order ${i}`, new Float32Array(i));
  expect([1, 2, 3, 12, 13].map((i) => recordings.find(`order ${i}`)?.pcm.length ?? null)).toEqual([
    null,
    null,
    6,
    24,
    null,
  ]);
  recordings.forget();
  expect(recordings.find('order 12')).toBeNull();
});
