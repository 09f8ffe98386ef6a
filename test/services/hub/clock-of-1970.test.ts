import { expect, it, onTestFinished, vi } from 'vitest';
import { startHouse } from '../../fixtures/house.ts';

it('opens a house, keeps what is set and forgets nothing when the clock says 1970', async () => {
  vi.useFakeTimers({ now: 90_000, toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { api } = await startHouse();
  const health = await api.house.health.query();
  expect(health.startedAtMs).toBe(90_000);
  await api.house.arm.mutate({ armed: true });
  expect(await api.events.newest.query({ limit: 10 })).toEqual([]);
  expect((await api.house.health.query()).notices.map(({ id }) => id)).toContain('clock');
  // The clock is set right while the house runs.
  vi.setSystemTime(Date.UTC(2026, 10, 23));
  expect((await api.house.health.query()).armed).toBe(true);
});
