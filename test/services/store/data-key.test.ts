import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type DataKey, keyKeptBy, openDataKey } from '../../../services/store/data-key.ts';
import { setPassphrase } from '../../../services/store/keys/key-changes.ts';
import { scratchFolder } from './scratch.ts';

const anyText: unknown = expect.any(String);
const anyBytes: unknown = expect.any(Uint8Array);

function trouble(code: string): unknown {
  return expect.objectContaining({ name: 'Trouble', code });
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

function bytesOf(key: DataKey): string {
  return key.kind === 'open' ? Buffer.from(key.key).toString('hex') : 'locked';
}

test('the first start makes a key for this user alone, the next one finds it', async () => {
  const configDirectory = join(scratchFolder(), 'config');
  const first = await openDataKey({ configDirectory, dataExists: false });
  expect(first).toEqual({ kind: 'open', key: anyBytes, keptBy: 'key_file', notices: [] });
  expect(bytesOf(first)).toMatch(/^[0-9a-f]{64}$/);
  expect(await openDataKey({ configDirectory, dataExists: true })).toEqual(first);
  expect([modeOf(configDirectory), modeOf(join(configDirectory, 'data.key'))]).toEqual(['700', '600']);
  expect(readdirSync(configDirectory)).toEqual(['data.key']);
});

test('two processes that start at the same moment get the same key', async () => {
  const configDirectory = scratchFolder();
  const open = () =>
    openDataKey({ configDirectory, dataExists: false, passphrase: 'five small brown birds' });
  const [one, two] = await Promise.all([open(), open()]);
  expect(bytesOf(one)).toBe(bytesOf(two));
});

test('no new key is ever made over old data', async () => {
  const configDirectory = scratchFolder();
  await expect(openDataKey({ configDirectory, dataExists: true })).rejects.toEqual(trouble('locked'));
  expect(existsSync(join(configDirectory, 'data.key'))).toBe(false);
});

test.each(['', '{', '{"version":2,"kind":"plain"}', '{"version":1,"kind":"plain","key":"c2hvcnQ="}'])(
  'a damaged key file %j is told and left as it is',
  async (text) => {
    const configDirectory = scratchFolder();
    const path = join(configDirectory, 'data.key');
    writeFileSync(path, text, { mode: 0o600 });
    await expect(openDataKey({ configDirectory, dataExists: false })).rejects.toEqual(trouble('damaged'));
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

test('a mode that lets others read is repaired and said, once', async () => {
  const configDirectory = scratchFolder();
  const path = join(configDirectory, 'data.key');
  await openDataKey({ configDirectory, dataExists: false });
  chmodSync(path, 0o644);
  const opened = await openDataKey({ configDirectory, dataExists: true });
  expect(opened.notices.map((notice) => notice.what)).toEqual([
    'Other users of this machine could read the key file; now they cannot.',
  ]);
  expect(modeOf(path)).toBe('600');
  expect((await openDataKey({ configDirectory, dataExists: true })).notices).toEqual([]);
});

test('a passphrase keeps the same key, can be changed, and can be removed', async () => {
  const configDirectory = scratchFolder();
  const path = join(configDirectory, 'data.key');
  const before = await openDataKey({ configDirectory, dataExists: false });
  await setPassphrase(configDirectory, { next: 'five small brown birds' });
  const text = readFileSync(path, 'utf8');
  const argon2id = { salt: anyText, memoryKib: 65_536, iterations: 3, parallelism: 1 };
  expect(JSON.parse(text)).toEqual({
    version: 2,
    ways: [{ kind: 'passphrase', argon2id, nonce: anyText, wrapped: anyText }],
  });
  if (before.kind === 'open') expect(text).not.toContain(Buffer.from(before.key).toString('base64'));
  expect(keyKeptBy(configDirectory)).toBe('passphrase');
  expect(await openDataKey({ configDirectory, dataExists: true })).toEqual({ kind: 'locked', notices: [] });
  const open = (passphrase: string) => openDataKey({ configDirectory, dataExists: true, passphrase });
  expect(bytesOf(await open('five small brown birds'))).toBe(bytesOf(before));
  await expect(open('five small brown bird')).rejects.toEqual(trouble('wrong_passphrase'));
  await expect(open('')).rejects.toEqual(trouble('wrong_passphrase'));

  const next = 'six large white swans';
  await expect(setPassphrase(configDirectory, { next })).rejects.toEqual(trouble('wrong_passphrase'));
  await setPassphrase(configDirectory, { current: 'five small brown birds', next });
  expect(bytesOf(await open(next))).toBe(bytesOf(before));
  await setPassphrase(configDirectory, { current: next, next: null });
  expect(keyKeptBy(configDirectory)).toBe('key_file');
  expect(bytesOf(await openDataKey({ configDirectory, dataExists: true }))).toBe(bytesOf(before));
  expect(modeOf(path)).toBe('600');
});

test('weakening the parameters in the file does not open it', async () => {
  const configDirectory = scratchFolder();
  const path = join(configDirectory, 'data.key');
  const passphrase = 'five small brown birds';
  await openDataKey({ configDirectory, dataExists: false, passphrase });
  writeFileSync(path, readFileSync(path, 'utf8').replace('65536', '8192'));
  await expect(openDataKey({ configDirectory, dataExists: true, passphrase })).rejects.toEqual(
    trouble('wrong_passphrase'),
  );
});

test('a passphrase that is too short, or a key that does not exist, is refused with a sentence', async () => {
  const configDirectory = scratchFolder();
  await expect(setPassphrase(configDirectory, { next: 'long enough' })).rejects.toEqual(trouble('not_found'));
  await openDataKey({ configDirectory, dataExists: false });
  await expect(setPassphrase(configDirectory, { next: 'short' })).rejects.toEqual(trouble('bad_input'));
  expect(keyKeptBy(configDirectory)).toBe('key_file');
});

test("the operating system's key is taken as it is and never written", async () => {
  const configDirectory = join(scratchFolder(), 'config');
  const key = new Uint8Array(randomBytes(32));
  const opened = await openDataKey({ configDirectory, dataExists: true, fromOperatingSystem: key });
  expect(opened).toEqual({ kind: 'open', key, keptBy: 'operating_system', notices: [] });
  expect(existsSync(configDirectory)).toBe(false);
  await expect(
    openDataKey({ configDirectory, dataExists: true, fromOperatingSystem: key.subarray(1) }),
  ).rejects.toEqual(trouble('damaged'));
});

test('a key in the key store of the operating system is not replaced when that is out of reach', async () => {
  const configDirectory = scratchFolder();
  const text = JSON.stringify({ version: 1, kind: 'operating_system', sealed: 'AAAA' });
  writeFileSync(join(configDirectory, 'data.key'), text, { mode: 0o600 });
  await expect(openDataKey({ configDirectory, dataExists: false })).rejects.toEqual(trouble('locked'));
  await expect(setPassphrase(configDirectory, { next: 'long enough' })).rejects.toEqual(trouble('locked'));
  expect(readFileSync(join(configDirectory, 'data.key'), 'utf8')).toBe(text);
});

test('a folder that cannot be written is trouble, and leaves nothing half done', async () => {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'config'), 'a file where the folder should be');
  await expect(openDataKey({ configDirectory: join(folder, 'config'), dataExists: false })).rejects.toEqual(
    trouble('unavailable'),
  );
  rmSync(join(folder, 'config'));
  mkdirSync(join(folder, 'config'));
  expect((await openDataKey({ configDirectory: join(folder, 'config'), dataExists: false })).kind).toBe(
    'open',
  );
});
