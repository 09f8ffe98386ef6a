import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noteBackup } from '../../../../services/store/backup/backup-state.ts';
import { mendDatabase } from '../../../../services/store/backup/mend-database.ts';
import { openStore, type Store } from '../../../../services/store/store.ts';
import { newClip, pieceOf } from '../clips/clip-house.ts';
import { visit } from '../samples.ts';
import { filesIn, scratchFolder } from '../scratch.ts';
import { type BackedUpHouse, backedUpHouse, backupOf, event } from './backed-up-house.ts';

const nowMs = Date.UTC(2026, 10, 23, 1, 2, 3);
const setAside = 'lares.db.damaged-2026-11-23T01-02-03-000Z';

function mend({ dataDirectory, key }: BackedUpHouse) {
  return mendDatabase({ dataDirectory, key, nowMs });
}

async function within<T>({ dataDirectory, key }: BackedUpHouse, work: (store: Store) => T | Promise<T>) {
  const store = openStore({ dataDirectory, key });
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

/** Overwrites the pages from one on, of which the first is 1. */
function spoil({ dataDirectory }: BackedUpHouse, page: number, pages: number): void {
  const path = join(dataDirectory, 'lares.db');
  const bytes = readFileSync(path);
  bytes.fill(0x5a, (page - 1) * 4096, Math.min(bytes.length, (page - 1 + pages) * 4096));
  writeFileSync(path, bytes);
}

async function record(store: Store, seed: number) {
  const writer = await store.clips.begin({ ...newClip, startedAtMs: newClip.startedAtMs + seed });
  await writer.append(pieceOf(seed, 2000), { durationMs: 1000 });
  await writer.finish();
}

test('a sound database is left as it is, and so is one of another key', async () => {
  const house = await backedUpHouse();
  expect(await mend(house)).toBe(null);
  await expect(mend({ ...house, key: Buffer.alloc(32) })).resolves.toBe(null);
  expect(readdirSync(house.dataDirectory).toSorted()).toEqual([
    ...['clips', 'key.mark', 'lares.db', 'last-check.json', 'vault'],
  ]);
});

test.each([
  ['its first page', 1, 1],
  ['all of it', 1, 1000],
  ['a page in the middle', 9, 1],
])('with %s spoilt, the last backup takes its place', async (_, page, pages) => {
  const house = await backedUpHouse();
  noteBackup(house.dataDirectory, { path: await backupOf(house), atMs: 0 });
  await within(house, (store) => {
    store.events.put(visit('e2'));
  });
  spoil(house, page, pages);
  const spoilt = readFileSync(join(house.dataDirectory, 'lares.db'));
  expect(await mend(house)).toEqual({ setAside, backupAtMs: 1_700_000_000_000, clips: 0, strays: 0 });
  expect(readFileSync(join(house.dataDirectory, setAside)).equals(spoilt)).toBe(true);
  await within(house, async (store) => {
    expect([store.events.get(event.id)?.id, store.events.get(visit('e2').id)]).toEqual([event.id, null]);
    expect(await store.events.snapshot(event.id)).not.toBe(null);
    expect(await store.clips.recover()).toEqual({ cut: 0, empty: 0, damaged: 0, strays: 0 });
    expect([store.audit.check().flaws, store.audit.newest(1)[0]?.deed]).toEqual([[], 'restored']);
  });
  expect(await mend(house)).toBe(null);
});

test('videos since the backup are listed again where their keys can be read, and stay on the disk where not', async () => {
  const house = await backedUpHouse();
  noteBackup(house.dataDirectory, { path: await backupOf(house), atMs: 0 });
  await within(house, (store) => record(store, 3));
  spoil(house, 3, 1);
  const mended = await mend(house);
  expect(mended).toMatchObject({ setAside, clips: 1, strays: 0 });
  await within(house, async (store) => {
    const clips = store.clips.ofEvent(event.id);
    expect(clips).toHaveLength(3);
    const newest = clips[2];
    const reader = newest === undefined ? null : await store.clips.openRead(newest.id);
    expect(reader?.size).toBe(2000);
    await reader?.close();
  });
});

test('without a backup an empty house of the same key begins, and everything stays on the disk', async () => {
  const house = await backedUpHouse();
  const before = filesIn(house.dataDirectory).length;
  truncateSync(join(house.dataDirectory, 'lares.db'), 0);
  expect(await mend(house)).toEqual({ setAside, backupAtMs: null, clips: 0, strays: 2 });
  expect(filesIn(house.dataDirectory)).toHaveLength(before + 1);
  await within(house, async (store) => {
    expect(store.events.newest({ limit: 10 })).toEqual([]);
    await record(store, 4);
    expect(await store.clips.recover()).toMatchObject({ strays: 0 });
  });
});

test('after a sound end the whole database is looked through once a week only, and after any other end at once', async () => {
  const house = await backedUpHouse();
  expect(await mend(house)).toBe(null);
  spoil(house, 9, 1);
  expect(await mend(house)).toBe(null);
  writeFileSync(join(house.dataDirectory, 'lares.db-wal'), 'what a crash left');
  expect(await mend(house)).toMatchObject({ setAside });

  const other = await backedUpHouse();
  expect(await mend(other)).toBe(null);
  spoil(other, 9, 1);
  const later = { dataDirectory: other.dataDirectory, key: other.key, nowMs: nowMs + 8 * 86_400_000 };
  expect(await mendDatabase(later)).toMatchObject({ backupAtMs: null });

  const third = await backedUpHouse();
  expect(await mend(third)).toBe(null);
  spoil(third, 1, 1);
  expect(await mend(third)).toMatchObject({ setAside });
});

test('a database that is gone from a house that was lived in comes back from the last backup, and never silently empty', async () => {
  const house = await backedUpHouse();
  noteBackup(house.dataDirectory, { path: await backupOf(house), atMs: 0 });
  await within(house, (store) => record(store, 3));
  rmSync(join(house.dataDirectory, 'lares.db'));
  expect(await mend(house)).toEqual({ setAside: null, backupAtMs: 1_700_000_000_000, clips: 0, strays: 1 });
  await within(house, (store) => {
    expect(store.events.get(event.id)?.id).toBe(event.id);
  });
  expect(readdirSync(house.dataDirectory).filter((name) => name.includes('damaged'))).toEqual([]);

  const without = await backedUpHouse();
  for (const name of ['lares.db', 'key.mark']) rmSync(join(without.dataDirectory, name));
  expect(await mend(without)).toMatchObject({ setAside: null, backupAtMs: null });
  const fresh = { dataDirectory: join(scratchFolder(), 'new'), key: house.key };
  expect(await mendDatabase({ ...fresh, nowMs })).toBe(null);
});
