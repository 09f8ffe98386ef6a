import { expect, it } from 'vitest';
import { apiOf, startHouse } from '../../../fixtures/house.ts';

const passphrase = 'kettle marble oblong finch';

it('a passphrase and a recovery code lock a house that goes on, and open it after its next start', async () => {
  const house = await startHouse();
  const { api } = house;
  expect(await api.key.ways.query()).toEqual({ ways: ['plain'] });
  await expect(api.key.setPassphrase.mutate({ next: 'short' })).rejects.toThrow(
    'a passphrase needs at least 8 characters',
  );
  expect(await api.key.setPassphrase.mutate({ next: passphrase })).toEqual({ ways: ['passphrase'] });
  expect(await api.house.health.query()).toMatchObject({ key: { kind: 'open', keptBy: 'passphrase' } });
  expect((await api.house.health.query()).notices.map(({ id }) => id)).not.toContain('key');
  await expect(api.key.makeRecoveryCode.mutate({})).rejects.toThrow('Give the current one');
  await expect(api.key.makeRecoveryCode.mutate({ current: 'wrong wrong' })).rejects.toMatchObject({
    data: { trouble: { code: 'wrong_passphrase' } },
  });
  const { code } = await api.key.makeRecoveryCode.mutate({ current: passphrase });
  expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  expect(await api.key.ways.query()).toEqual({ ways: ['passphrase', 'recovery'] });
  const deeds = await api.audit.newest.query({});
  expect(deeds.filter(({ deed }) => deed === 'changed_key').map(({ about }) => about)).toEqual([
    'recovery code',
    'passphrase',
  ]);
  await house.stop();
  const again = await startHouse(house.folder);
  const page = apiOf(again.address);
  expect(await page.house.health.query()).toMatchObject({ key: { kind: 'locked' } });
  expect(await page.house.unlock.mutate({ passphrase: code })).toMatchObject({ key: { kind: 'open' } });
});
