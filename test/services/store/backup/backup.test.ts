import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { headerBytes } from '../../../../services/store/backup/backup-header.ts';
import { backupWays } from '../../../../services/store/backup/backup-ways.ts';
import { restoreBackup } from '../../../../services/store/backup/restore-backup.ts';
import { openDataKey } from '../../../../services/store/data-key.ts';
import { removeRecoveryCode } from '../../../../services/store/keys/key-changes.ts';
import { migrations } from '../../../../services/store/migrate.ts';
import { openStore } from '../../../../services/store/store.ts';
import { bytesOf, newClip, pieceOf } from '../clips/clip-house.ts';
import { jpegOf } from '../samples.ts';
import { filesIn, scratchFolder } from '../scratch.ts';
import { backedUpHouse, backupOf, event } from './backed-up-house.ts';

/** Where there is no house yet. */
function emptyHouse() {
  const folder = scratchFolder();
  return { configDirectory: join(folder, 'config'), dataDirectory: join(folder, 'data') };
}

type Folders = ReturnType<typeof emptyHouse>;

function restoring(from: string, folders: Folders, secret: string) {
  return restoreBackup({ from, ...folders, secret: () => Promise.resolve(secret) });
}

/** What is in a house that the code opens: the visit, its picture, and of each video what can be played. */
async function contentOf({ configDirectory, dataDirectory }: Folders, code: string) {
  const opened = await openDataKey({ configDirectory, dataExists: true, passphrase: code });
  if (opened.kind !== 'open') throw new Error('the house is locked');
  const store = openStore({ dataDirectory, key: opened.key });
  onTestFinished(() => {
    store.close();
  });
  await store.clips.recover();
  const videos = store.clips.ofEvent(newClip.eventId ?? event.id).map(async ({ id }) => {
    const reader = await store.clips.openRead(id).catch((error: unknown) => String(error));
    if (typeof reader === 'string' || reader === null) return reader;
    const video = await bytesOf(reader);
    await reader.close();
    return video.equals(pieceOf(1, 3_000_000)) ? 1 : video.equals(pieceOf(2, 3_000_000)) ? 2 : 0;
  });
  return {
    visit: store.events.get(event.id)?.id,
    picture: Buffer.from((await store.events.snapshot(event.id)) ?? []),
    videos: await Promise.all(videos),
    audit: [store.audit.check().flaws, store.audit.newest(1)[0]?.deed],
  };
}

const whole = {
  visit: event.id,
  picture: Buffer.from(jpegOf('snapshot')),
  videos: [1, 2],
  audit: [[], 'restored'],
};

test('a backup becomes the same house on a machine where there is none, by the recovery code alone', async () => {
  const house = await backedUpHouse();
  const backup = await backupOf(house, 'all');
  const there = emptyHouse();
  expect(await restoring(backup, there, house.code)).toEqual({ madeAtMs: 1_700_000_000_000, files: 4 });
  expect(await contentOf(there, house.code)).toEqual(whole);
  expect(readdirSync(there.dataDirectory)).not.toContain('restore.part');
  await expect(restoring(backup, there, house.code)).rejects.toMatchObject({ code: 'refused' });
});

test('videos that are not pinned are gone, and their rows say so', async () => {
  const house = await backedUpHouse();
  const there = emptyHouse();
  await restoring(await backupOf(house), there, house.code);
  const { videos } = await contentOf(there, house.code);
  expect(videos).toEqual([1, expect.stringContaining('is gone')]);
});

test('a backup is made while the house is lived in, and leaves nothing beside it', async () => {
  const house = await backedUpHouse();
  const store = openStore({ dataDirectory: house.dataDirectory, key: house.key });
  store.settings.put({ ...store.settings.get(), armed: true });
  const backup = await backupOf(house);
  store.settings.put({ ...store.settings.get(), armed: false });
  store.close();
  expect(readdirSync(house.dataDirectory).filter((name) => name.includes('backup-'))).toEqual([]);
  expect(readdirSync(join(backup, '..'))).toEqual(['house.lares']);
  const there = emptyHouse();
  await restoring(backup, there, house.code);
  const restored = openStore({ dataDirectory: there.dataDirectory, key: house.key });
  expect(restored.settings.get().armed).toBe(true);
  restored.close();
  const bytes = readFileSync(backup);
  for (const clear of [jpegOf('snapshot'), pieceOf(1, 64), house.key, Buffer.from('front_door')])
    expect(bytes.includes(Buffer.from(clear))).toBe(false);
});

test('a house that only this machine can open makes no backup', async () => {
  const { configDirectory } = await backedUpHouse();
  await removeRecoveryCode(configDirectory, {});
  expect(() => backupWays(configDirectory)).toThrow('Nobody could open a backup');
});

test('a byte that changed, records that changed places, a missing end and a longer file are found before anything is written', async () => {
  const house = await backedUpHouse();
  const backup = await backupOf(house);
  const bytes = readFileSync(backup);
  const flipped = (at: number) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    return copy;
  };
  const damage = [
    flipped(bytes.length - 1),
    flipped(Math.floor(bytes.length / 2)),
    bytes.subarray(0, -100),
    Buffer.concat([bytes, Buffer.alloc(1)]),
    flipped(bytes.indexOf('"lares":"1.2.3"') + 10),
  ];
  for (const damaged of damage) {
    writeFileSync(backup, damaged);
    const there = emptyHouse();
    await expect(restoring(backup, there, house.code)).rejects.toMatchObject({ code: 'damaged' });
    expect(existsSync(there.dataDirectory)).toBe(false);
  }
});

test('a backup of a newer Lares, another file, and a wrong code are refused with a sentence', async () => {
  const house = await backedUpHouse();
  const there = emptyHouse();
  const file = join(scratchFolder(), 'file');
  const newer = {
    schema: migrations.length + 1,
    lares: '99.0.0',
    madeAtMs: 0,
    salt: Buffer.alloc(32).toString('base64'),
    ways: [...backupWays(house.configDirectory)],
  };
  writeFileSync(file, headerBytes(newer));
  await expect(restoring(file, there, house.code)).rejects.toThrow('from a newer Lares (99.0.0)');
  writeFileSync(file, 'my shopping list');
  await expect(restoring(file, there, house.code)).rejects.toThrow('no backup of Lares');
  const backup = await backupOf(house);
  const wrong = house.code.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
  for (const code of ['wrong_passphrase', 'wrong_passphrase', 'wrong_passphrase', 'refused'])
    await expect(restoring(backup, there, wrong)).rejects.toMatchObject({ code });
  expect(existsSync(there.dataDirectory)).toBe(false);
});

test.each([0.25, 0.5, 0.9, 1])(
  'a restore that is killed at %f is begun again, and loses nothing',
  async (share) => {
    const house = await backedUpHouse();
    const backup = await backupOf(house, 'all');
    const there = emptyHouse();
    const script = fileURLToPath(new URL('restoring.ts', import.meta.url));
    const orders = [backup, there.configDirectory, there.dataDirectory, house.code, `${share}`];
    expect(spawnSync(process.execPath, [script, ...orders]).signal).toBe('SIGKILL');
    const cleartext = filesIn(there.configDirectory).concat(
      existsSync(there.dataDirectory) ? filesIn(there.dataDirectory) : [],
    );
    for (const { bytes } of cleartext) expect(bytes.includes(pieceOf(1, 64))).toBe(false);
    if (share < 1) {
      expect(existsSync(join(there.dataDirectory, 'lares.db'))).toBe(false);
      await restoring(backup, there, house.code);
      expect(await contentOf(there, house.code)).toEqual(whole);
    } else
      // The house is there by then; only the line in the audit is missing.
      expect(await contentOf(there, house.code)).toEqual({ ...whole, audit: [[], undefined] });
  },
);
