import { expect, it, vi } from 'vitest';
import { join } from 'node:path';
import { setPassphrase } from '../../../services/store/keys/key-changes.ts';
import { lockRounds } from '../../faults/lock/locked-house.ts';
import { isAlive } from '../../fixtures/alive.ts';
import { apiOf, pidOf, startHouse } from '../../fixtures/house.ts';
import { scratchFolder } from '../store/scratch.ts';

const patient = { timeout: 15_000, interval: 50 };

it('a house is locked while Lares goes on: everything in it ends, nobody sees anything, and its passphrase opens it again', async () => {
  const folder = scratchFolder();
  const { address, api } = await startHouse(folder);
  await expect(api.house.lock.mutate()).rejects.toThrow(
    'This house has no passphrase, so that it can not be locked.',
  );
  const passphrase = 'five small brown birds';
  await setPassphrase(join(folder, 'config'), { next: passphrase });
  await api.settings.update.mutate({ kiosk: { ...(await api.settings.get.query()).kiosk, theme: 'night' } });
  const health = await vi.waitFor(async () => {
    const now = await api.house.health.query();
    expect(now.processes.map(({ state }) => state.kind)).toEqual(['running', 'running', 'running']);
    return now;
  }, patient);
  const pids = [pidOf(health, 'vision'), pidOf(health, 'voice')];
  const seen: string[] = [];
  const watching = api.house.watchHealth.subscribe(undefined, { onData: ({ key }) => seen.push(key.kind) });
  await vi.waitFor(() => {
    expect(seen).toContain('open');
  }, patient);

  expect(await api.house.lock.mutate()).toMatchObject({ key: { kind: 'locked' }, cameras: [], notices: [] });
  expect(pids.map(isAlive)).toEqual([false, false]);
  expect(seen).toContain('locked');
  await expect(apiOf(address).events.newest.query({})).rejects.toThrow('Lares is locked.');
  expect((await fetch(`${address}snapshots/a.jpg`)).status).toBe(401);
  await expect(apiOf(address).house.unlock.mutate({ passphrase: 'something else' })).rejects.toThrow(
    'This is not the passphrase.',
  );
  const page = apiOf(address);
  expect((await page.house.unlock.mutate({ passphrase })).key).toEqual({
    kind: 'open',
    keptBy: 'passphrase',
  });
  // What was given at the start is not taken over again.
  expect((await page.settings.get.query()).kiosk.theme).toBe('night');
  const deeds = (await page.audit.newest.query({})).map(({ deed }) => deed);
  expect(deeds.slice(0, 5)).toEqual(['opened', 'wrong_passphrase', 'started', 'stopped', 'locked']);
  expect((await page.audit.check.query()).flaws).toEqual([]);
  watching.unsubscribe();
});

it('no recording is broken by it, and nothing stays open', async () => {
  const { broken, clips, before, after } = await lockRounds(scratchFolder(), 3);
  expect(broken).toEqual([]);
  expect(clips).toBeGreaterThanOrEqual(6);
  expect(after.handles).toBeLessThanOrEqual(before.handles);
  expect(after.timers).toBeLessThanOrEqual(before.timers);
});
