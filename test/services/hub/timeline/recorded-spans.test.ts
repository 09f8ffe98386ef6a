import { expect, test } from 'vitest';
import { recordedSpans } from '../../../../services/hub/timeline/recorded-spans.ts';

test('clips without a gap are one span, kind by kind', () => {
  const clip = (kind: 'event' | 'continuous', startedAtMs: number, durationMs: number) => ({
    ...{ kind, startedAtMs, durationMs },
  });
  const clips = [
    clip('continuous', 0, 60_000),
    clip('event', 10_000, 5000),
    clip('continuous', 60_500, 30_000),
    clip('event', 20_000, 5000),
    clip('event', 21_000, 1000),
  ];
  expect(recordedSpans(clips)).toEqual([
    { kind: 'continuous', fromMs: 0, untilMs: 90_500 },
    { kind: 'event', fromMs: 10_000, untilMs: 15_000 },
    { kind: 'event', fromMs: 20_000, untilMs: 25_000 },
  ]);
});
