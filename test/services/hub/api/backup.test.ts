import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { restoreBackup } from '../../../../services/store/backup/restore-backup.ts';
import { startHouse } from '../../../fixtures/house.ts';
import { scratchFolder } from '../../store/scratch.ts';

const patient = { timeout: 30_000, interval: 50 };

async function houseWithFolder() {
  const house = await startHouse();
  const { api } = house;
  const folder = join(scratchFolder(), 'backups');
  const { backup } = await api.settings.get.query();
  await api.settings.update.mutate({ backup: { ...backup, folder } });
  return { ...house, folder, made: () => readdirSync(folder) };
}

it('a backup that is asked for is made, told of, listed, and opens an empty house', async () => {
  const { api, folder, made } = await houseWithFolder();
  expect(await api.backup.view.query()).toEqual({ last: null, nextMs: null, work: { kind: 'none' } });
  expect(await api.backup.list.query()).toEqual([]);
  await api.backup.make.mutate();
  await vi.waitFor(async () => {
    expect((await api.backup.view.query()).work.kind).toBe('failed');
  }, patient);
  const failed = (await api.backup.view.query()).work;
  expect(failed.kind === 'failed' ? failed.what : '').toContain('passphrase');
  const passphrase = 'kettle marble oblong finch';
  await api.key.setPassphrase.mutate({ next: passphrase });
  const kinds = new Set<string>();
  const watching = api.backup.watch.subscribe(undefined, { onData: ({ work }) => kinds.add(work.kind) });
  await api.backup.make.mutate();
  await vi.waitFor(() => {
    expect([...kinds].at(-1)).toBe('made');
  }, patient);
  watching.unsubscribe();
  expect(kinds).toContain('making');
  const { last, work } = await api.backup.view.query();
  const [kept] = await api.backup.list.query();
  expect(made()).toEqual([kept?.name]);
  expect(kept).toMatchObject({ bytes: work.kind === 'made' ? work.bytes : 0 });
  expect(Math.abs((kept?.madeAtMs ?? 0) - (last?.atMs ?? 0))).toBeLessThan(1000);
  const [line] = await api.audit.newest.query({ deeds: ['backed_up'] });
  expect(line).toMatchObject({ who: 'kiosk', deed: 'backed_up' });
  const there = {
    configDirectory: join(scratchFolder(), 'config'),
    dataDirectory: join(scratchFolder(), 'data'),
  };
  const secret = () => Promise.resolve(passphrase);
  const restored = await restoreBackup({ from: join(folder, kept?.name ?? ''), ...there, secret });
  expect(restored.madeAtMs).toBe(last?.atMs);
});

it('a backup that is cancelled leaves nothing behind', async () => {
  const { api, folder, made } = await houseWithFolder();
  await api.key.setPassphrase.mutate({ next: 'kettle marble oblong finch' });
  await api.backup.make.mutate();
  const { work } = await api.backup.cancel.mutate();
  // One that was faster than its cancelling is whole.
  expect(['cancelled', 'made']).toContain(work.kind);
  mkdirSync(folder, { recursive: true });
  expect(made().filter((name) => !name.endsWith('.lares'))).toEqual([]);
});

it('no backup can be made or listed where there is no folder for it', async () => {
  const { api } = await startHouse();
  await expect(api.backup.make.mutate()).rejects.toThrow('No folder is chosen for backups.');
  expect(await api.backup.list.query()).toEqual([]);
  const file = join(scratchFolder(), 'file');
  writeFileSync(file, '');
  const { backup } = await api.settings.get.query();
  await api.settings.update.mutate({ backup: { ...backup, enabled: true, folder: file } });
  await expect(api.backup.list.query()).rejects.toThrow('The folder of the backups can');
  expect((await api.backup.view.query()).nextMs).toBeGreaterThan(0);
});
