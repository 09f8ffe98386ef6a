import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Watchdog } from '../../../../services/vision/camera/watchdog.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('barks once, when nothing came for as long as allowed', () => {
  const bark = vi.fn<() => void>();
  const dog = new Watchdog(5000, bark);
  vi.advanceTimersByTime(4900);
  dog.feed(2000);
  vi.advanceTimersByTime(1900);
  expect(bark).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(bark).toHaveBeenCalledOnce();
});

it('is silent after it was stopped', () => {
  const bark = vi.fn<() => void>();
  new Watchdog(100, bark).stop();
  vi.advanceTimersByTime(10_000);
  expect(bark).not.toHaveBeenCalled();
});
