import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { setPassphrase } from '../../../services/store/keys/key-changes.ts';
import { openDataKey } from '../../../services/store/data-key.ts';
import { rotateKey } from '../../../services/store/keys/rotate-key.ts';
import { apiOf, startHouse } from '../../fixtures/house.ts';
import { scratchFolder } from '../store/scratch.ts';

/** As Electron's main process leaves it at the first start; the seal is the operating system's own. */
function sealedHouse(): { folder: string; config: string; key: Uint8Array } {
  const folder = scratchFolder();
  const config = join(folder, 'config');
  mkdirSync(config, { mode: 0o700 });
  const ways = [{ kind: 'operating_system', sealed: 'c2VhbGVk' }];
  writeFileSync(join(config, 'data.key'), JSON.stringify({ version: 2, ways }), { mode: 0o600 });
  return { folder, config, key: new Uint8Array(randomBytes(32)) };
}

it('a house that only the operating system keeps the key of gets a recovery code beside, and by that a new key', async () => {
  const { folder, config, key } = sealedHouse();
  const { api, stop } = await startHouse(folder, { key: Uint8Array.from(key) });
  expect((await api.house.health.query()).key).toEqual({ kind: 'open', keptBy: 'operating_system' });
  const { code } = await api.key.makeRecoveryCode.mutate({});
  expect((await api.key.ways.query()).ways).toEqual(['operating_system', 'recovery']);
  // From now on that code is asked for.
  await expect(api.key.makeRecoveryCode.mutate({})).rejects.toThrow('A passphrase is set already.');
  await stop();
  const opened = await openDataKey({ configDirectory: config, dataExists: true, passphrase: code });
  expect(opened).toMatchObject({ kind: 'open', key });
  const rotated = await rotateKey({
    configDirectory: config,
    dataDirectory: join(folder, 'data'),
    current: code,
  });
  expect(rotated.leftKeyStore).toBe(true);
  const again = await startHouse(folder);
  expect((await again.api.house.health.query()).key.kind).toBe('locked');
  const { key: state } = await again.api.house.unlock.mutate({ passphrase: rotated.recoveryCode ?? '' });
  expect(state).toEqual({ kind: 'open', keptBy: 'passphrase' });
});

it('a key that was forgotten when the house was locked makes no way to it', async () => {
  const { folder, config, key } = sealedHouse();
  const given = Uint8Array.from(key);
  const { api, address } = await startHouse(folder, { key: given });
  const passphrase = 'five small brown birds';
  await api.key.setPassphrase.mutate({ next: passphrase });
  await api.house.lock.mutate();
  expect([...given]).toEqual(Array(32).fill(0));
  const page = apiOf(address);
  await page.house.unlock.mutate({ passphrase });
  await setPassphrase(config, { current: passphrase, next: null });
  await expect(page.key.makeRecoveryCode.mutate({})).rejects.toThrow(
    "The data key is kept by the operating system's key store",
  );
});
