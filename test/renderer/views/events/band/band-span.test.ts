import { expect, it } from 'vitest';
import {
  lastDay,
  longestSpanMs,
  moved,
  shortestSpanMs,
  spanWith,
  ticksOf,
  zoomed,
} from '../../../../../renderer/views/events/band/band-span.ts';

const hourMs = 3_600_000;
const nowMs = new Date(2026, 4, 20, 15, 20).getTime();
const day = lastDay(nowMs);

it('shows a day that ends a little after now, and never more of what is to come', () => {
  expect(day.toMs - day.fromMs).toBe(24 * hourMs);
  expect(day.toMs - nowMs).toBeCloseTo(0.04 * 24 * hourMs, 0);
  expect(moved(day, hourMs, nowMs)).toEqual(day);
  expect(moved(day, -hourMs, nowMs)).toEqual({ fromMs: day.fromMs - hourMs, toMs: day.toMs - hourMs });
});

it('zooms around a moment, within bounds', () => {
  const atMs = day.fromMs + 6 * hourMs;
  const half = zoomed(day, { factor: 0.5, atMs, nowMs });
  expect(half).toEqual({ fromMs: atMs - 3 * hourMs, toMs: atMs + 9 * hourMs });
  const least = zoomed(day, { factor: 1e-9, atMs, nowMs });
  const most = zoomed(day, { factor: 1e9, atMs, nowMs });
  expect([least.toMs - least.fromMs, most.toMs - most.fromMs]).toEqual([shortestSpanMs, longestSpanMs]);
});

it('follows a moment only when it leaves', () => {
  expect(spanWith(day, nowMs, nowMs)).toBe(day);
  const before = spanWith(day, nowMs - 100 * hourMs, nowMs);
  expect((before.fromMs + before.toMs) / 2).toBe(nowMs - 100 * hourMs);
  expect(spanWith(before, nowMs, nowMs)).toEqual(day);
});

it('names whole times of the clock, and days by their date', () => {
  const hours = ticksOf(day, 1000).map(({ atMs, isDay }) => [new Date(atMs).getHours(), isDay]);
  expect(hours).toEqual([
    [18, false],
    [21, false],
    [0, true],
    [3, false],
    [6, false],
    [9, false],
    [12, false],
    [15, false],
  ]);
  const weeks = ticksOf({ fromMs: nowMs - longestSpanMs, toMs: nowMs }, 1200);
  expect(weeks.map(({ atMs, isDay }) => [new Date(atMs).getHours(), isDay])).toEqual(
    Array.from({ length: weeks.length }, () => [0, true]),
  );
  expect(weeks.length).toBe(14);
});
