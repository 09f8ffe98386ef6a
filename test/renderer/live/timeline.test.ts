import { expect, it } from 'vitest';
import { Timeline } from '../../../renderer/live/timeline.ts';

function played(timestampsMs: readonly number[]): readonly (readonly [number, number])[] {
  const timeline = new Timeline();
  return timestampsMs.map((ms) => {
    const { timeUs, durationUs } = timeline.next(ms * 1000);
    return [timeUs / 1000, durationUs / 1000];
  });
}

it('follows the camera’s clock', () => {
  expect(played([500, 550, 600, 700])).toEqual([
    [0, 40],
    [40, 50],
    [90, 50],
    [140, 100],
  ]);
});

it.each([
  ['stands still', [0, 100, 100, 100]],
  ['starts anew', [0, 100, 0, 100]],
  ['jumps an hour', [0, 100, 3_600_000, 3_600_100]],
])('leaves no gap when the clock %s', (_what, timestampsMs) => {
  expect(played(timestampsMs)).toEqual([
    [0, 40],
    [40, 100],
    [140, 100],
    [240, 100],
  ]);
});
