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
  const ofKey = deeds.filter(({ deed }) => ['changed_key', 'wrong_passphrase'].includes(deed));
  expect(ofKey.map(({ deed, about }) => `${deed} ${about}`.trim())).toEqual([
    ...['changed_key recovery code', 'wrong_passphrase', 'wrong_passphrase', 'changed_key passphrase'],
  ]);
  await house.stop();
  const again = await startHouse(house.folder);
  const page = apiOf(again.address);
  expect(await page.house.health.query()).toMatchObject({ key: { kind: 'locked' } });
  expect(await page.house.unlock.mutate({ passphrase: code })).toMatchObject({ key: { kind: 'open' } });
});

it('a way to the key is closed by who knows the secret, and never the last one', async () => {
  const { api } = await startHouse();
  const { code } = await api.key.makeRecoveryCode.mutate({});
  await api.key.setPassphrase.mutate({ next: passphrase });
  expect(await api.key.ways.query()).toEqual({ ways: ['recovery', 'passphrase'] });
  await expect(api.key.removePassphrase.mutate({ current: 'wrong wrong' })).rejects.toThrow();
  expect(await api.key.removeRecoveryCode.mutate({ current: code })).toEqual({ ways: ['passphrase'] });
  await expect(api.key.removeRecoveryCode.mutate({ current: passphrase })).rejects.toThrow(
    'There is no recovery code.',
  );
  expect(await api.key.removePassphrase.mutate({ current: passphrase })).toEqual({ ways: ['plain'] });
  expect(await api.house.health.query()).toMatchObject({ key: { kind: 'open', keptBy: 'key_file' } });
});
