import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { KeyFile } from '../../../../services/contract/key-file.ts';
import { type DataKey, keyWays, openDataKey } from '../../../../services/store/data-key.ts';
import { Database } from '../../../../services/store/database.ts';
import { derivedKey } from '../../../../services/store/derived-key.ts';
import { makeRecoveryCode } from '../../../../services/store/keys/key-changes.ts';
import { wrapKey } from '../../../../services/store/keys/key-wrap.ts';
import { rotateKey } from '../../../../services/store/keys/rotate-key.ts';
import { keyFits, openStore, type Store } from '../../../../services/store/store.ts';
import { bytesOf, newClip, pieceOf } from '../clips/clip-house.ts';
import { jpegOf, visit } from '../samples.ts';
import { scratchFolder } from '../scratch.ts';

const event = visit('e1');

/** A house that knows a visit with its picture and its video, all closed. */
async function house() {
  const configDirectory = join(scratchFolder(), 'config');
  const dataDirectory = join(scratchFolder(), 'data');
  const key = keyOf(await openDataKey({ configDirectory, dataExists: false }));
  const store = openStore({ dataDirectory, key });
  store.events.put(event);
  await store.events.putSnapshot(event.id, jpegOf('snapshot'));
  const writer = await store.clips.begin(newClip);
  await writer.append(pieceOf(1, 2000), { durationMs: 1000 });
  await writer.finish();
  const audit = store.audit.check();
  store.close();
  return { configDirectory, dataDirectory, key: Buffer.from(key), audit };
}

function keyOf(opened: DataKey): Uint8Array {
  if (opened.kind !== 'open') throw new Error('the house is locked');
  return opened.key;
}

/** Opens the house as a start does. */
async function opened({
  configDirectory,
  dataDirectory,
}: {
  configDirectory: string;
  dataDirectory: string;
}) {
  const fits = (key: Uint8Array) => keyFits(dataDirectory, key);
  const key = keyOf(await openDataKey({ configDirectory, dataExists: true, fits }));
  const store = openStore({ dataDirectory, key });
  onTestFinished(() => {
    store.close();
  });
  return { store, key: Buffer.from(key) };
}

function fileOf({ configDirectory }: { configDirectory: string }): KeyFile {
  return KeyFile.parse(JSON.parse(readFileSync(join(configDirectory, 'data.key'), 'utf8')));
}

function keep({ configDirectory }: { configDirectory: string }, file: KeyFile): void {
  writeFileSync(join(configDirectory, 'data.key'), JSON.stringify(file));
}

async function everythingIn(store: Store) {
  const [clip] = store.clips.ofEvent(event.id);
  const reader = clip === undefined ? null : await store.clips.openRead(clip.id);
  const video = reader === null ? null : await bytesOf(reader);
  await reader?.close();
  return [store.events.get(event.id)?.id, await store.events.snapshot(event.id), video];
}

const everything = [event.id, Buffer.from(jpegOf('snapshot')), pieceOf(1, 2000)];

test('after a rotation all is there under another key, and the old one opens nothing', async () => {
  const there = await house();
  const files = () =>
    ['vault', 'clips'].flatMap((folder) =>
      readdirSync(join(there.dataDirectory, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'hex')),
    );
  const before = files();
  expect(await rotateKey(there)).toEqual({ recoveryCode: null, leftKeyStore: false });
  expect(files()).toEqual(before);
  expect([
    keyFits(there.dataDirectory, there.key),
    existsSync(join(there.dataDirectory, 'lares.db.next')),
  ]).toEqual([...[false, false]]);
  expect(() => openStore({ dataDirectory: there.dataDirectory, key: there.key })).toThrow();
  const { store, key } = await opened(there);
  expect(await everythingIn(store)).toEqual(everything);
  expect(store.audit.check()).toEqual(there.audit);
  expect(key.equals(there.key)).toBe(false);
  await store.events.putSnapshot(event.id, jpegOf('another'));
  expect(await store.events.snapshot(event.id)).toEqual(Buffer.from(jpegOf('another')));
  store.close();
  await rotateKey(there);
  expect(await everythingIn((await opened(there)).store)).toEqual([
    event.id,
    Buffer.from(jpegOf('another')),
    pieceOf(1, 2000),
  ]);
});

test('a rotation gives a new recovery code, and the old one opens nothing', async () => {
  const there = await house();
  const old = await makeRecoveryCode(there.configDirectory, {});
  const { recoveryCode } = await rotateKey(there);
  expect(recoveryCode).not.toBe(old);
  expect(keyWays(there.configDirectory)).toEqual(['plain', 'recovery']);
  keep(there, { version: 2, ways: fileOf(there).ways.slice(1) });
  const open = async (passphrase: string) =>
    keyOf(await openDataKey({ configDirectory: there.configDirectory, dataExists: true, passphrase }));
  await expect(open(old)).rejects.toMatchObject({ code: 'wrong_passphrase' });
  expect(keyFits(there.dataDirectory, await open(recoveryCode ?? ''))).toBe(true);
});

test('while another program has the data open nothing is changed', async () => {
  const there = await house();
  const running = await opened(there);
  running.store.events.newest({ limit: 1 });
  const before = readFileSync(join(there.configDirectory, 'data.key'));
  await expect(rotateKey(there)).rejects.toMatchObject({ code: 'unavailable' });
  expect(readFileSync(join(there.configDirectory, 'data.key'))).toEqual(before);
  expect(await everythingIn(running.store)).toEqual(everything);
  running.store.close();
  await rotateKey(there);
  expect(await everythingIn((await opened(there)).store)).toEqual(everything);
});

test('what fails on the way is told, and nothing is changed', async () => {
  const there = await house();
  const before = fileOf(there);
  // Its place is taken, so that the copy can't be made.
  mkdirSync(join(there.dataDirectory, 'lares.db.next'));
  await expect(rotateKey(there)).rejects.toMatchObject({ code: 'unavailable' });
  expect(fileOf(there)).toEqual(before);
  rmSync(join(there.dataDirectory, 'lares.db.next'), { recursive: true });
  expect(await everythingIn((await opened(there)).store)).toEqual(everything);
});

test('cut short before the new database takes its place, the old key holds again', async () => {
  const there = await house();
  const before = fileOf(there);
  const wrapped = Buffer.from(wrapKey(randomBytes(32), there.key, 'rotation')).toString('base64');
  keep(there, { ...before, rotation: { wrapped, ways: before.ways } });
  await expect(
    openDataKey({ configDirectory: there.configDirectory, dataExists: true }),
  ).rejects.toMatchObject({ code: 'locked' });
  await expect(makeRecoveryCode(there.configDirectory, {})).rejects.toMatchObject({ code: 'locked' });
  const { store, key } = await opened(there);
  expect([await everythingIn(store), key.equals(there.key)]).toEqual([everything, true]);
  expect(fileOf(there)).toEqual(before);
});

test('cut short after it, the new key holds', async () => {
  const there = await house();
  const before = fileOf(there);
  await rotateKey(there);
  const first = await opened(there);
  first.store.close();
  const after = fileOf(there);
  const wrapped = Buffer.from(wrapKey(first.key, there.key, 'rotation')).toString('base64');
  keep(there, { ...before, rotation: { wrapped, ways: after.ways } });
  const again = await opened(there);
  expect([await everythingIn(again.store), again.key.equals(first.key)]).toEqual([everything, true]);
  expect(fileOf(there)).toEqual(after);
});

const source = (file: string) =>
  JSON.stringify(fileURLToPath(new URL(`../../../../services/store/${file}`, import.meta.url)));

/** Gives the house one new key after the other, until it is killed. */
const rotating = `
  import { openDataKey } from ${source('data-key.ts')};
  import { rotateKey } from ${source('keys/rotate-key.ts')};
  import { keyFits } from ${source('store.ts')};
  const [configDirectory, dataDirectory] = process.argv.slice(1);
  const fits = (key) => keyFits(dataDirectory, key);
  for (;;) {
    await openDataKey({ configDirectory, dataExists: true, fits });
    console.log('go');
    await rotateKey({ configDirectory, dataDirectory });
  }`;

test('killed in the middle of it, again and again, the house opens and all is there', async () => {
  const there = await house();
  for (const [rounds, afterMs] of [
    [1, 5],
    [2, 25],
    [1, 60],
  ] as const) {
    const { configDirectory, dataDirectory } = there;
    const child = spawn(
      process.execPath,
      ['--input-type=module', '-e', rotating, configDirectory, dataDirectory],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let seen = 0;
    for await (const _ of createInterface({ input: child.stdout }))
      if ((seen += 1) === rounds) setTimeout(() => child.kill('SIGKILL'), afterMs);
    await ended;
    expect(seen).toBeGreaterThanOrEqual(rounds);
    const { store } = await opened(there);
    expect(await everythingIn(store)).toEqual(everything);
    store.close();
    expect(readdirSync(dataDirectory).sort()).toEqual(['clips', 'key.mark', 'lares.db', 'vault']);
    expect(statSync(join(dataDirectory, 'lares.db')).mode & 0o777).toBe(0o600);
  }
});

test('no page of the new database is under the old key', async () => {
  const there = await house();
  await rotateKey(there);
  const open = () => Database.open(join(there.dataDirectory, 'lares.db'), derivedKey(there.key, 'database'));
  expect(open).toThrow(expect.objectContaining({ code: 'damaged' }));
});
