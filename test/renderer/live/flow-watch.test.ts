import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FlowWatch } from '../../../renderer/live/flow-watch.ts';
import type { Flow } from '../../../renderer/live/flow.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const small = { width: 640, height: 360 };
const large = { width: 1920, height: 1080 };

it('tells only what is new: the first picture, another size, a picture that stands still', () => {
  const told: Flow[] = [];
  const watch = new FlowWatch((flow) => told.push(flow));
  watch.expect();
  vi.advanceTimersByTime(10_000);
  expect(told).toEqual([]);
  watch.drawn(small);
  watch.drawn({ ...small });
  watch.drawn(large);
  vi.advanceTimersByTime(3000);
  watch.drawn(large);
  vi.advanceTimersByTime(3000);
  expect(told).toEqual([
    { kind: 'flowing', size: small },
    { kind: 'flowing', size: large },
  ]);
  vi.advanceTimersByTime(2000);
  watch.drawn(large);
  watch.paused();
  watch.stop();
  expect(told.slice(2)).toEqual([{ kind: 'still' }, { kind: 'flowing', size: large }, { kind: 'still' }]);
});
