import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { keyForHub } from '../../main/data-key.ts';
import type { Log } from '../../services/contract/log.ts';
import { KeyFile } from '../../services/contract/key-file.ts';
import { newRecoveryCode } from '../../services/store/keys/recovery-code.ts';
import { wrapByCode } from '../../services/store/keys/recovery.ts';
import { openDataKey } from '../../services/store/data-key.ts';
import { scratchFolder } from '../services/store/scratch.ts';
import { safeStorage } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const anyBytes: unknown = expect.any(Uint8Array);
const anyText: unknown = expect.any(String);
const left = { type: 'key_file', notice: null };
let said: string[] = [];
const log: Log = {
  info: (sentence) => said.push(sentence),
  warn: (sentence) => said.push(sentence),
  error: (sentence) => said.push(sentence),
};

beforeEach(() => {
  said = [];
  Object.assign(safeStorage, { backend: 'gnome_libsecret', available: true, rotated: false });
});

function house() {
  const folder = scratchFolder();
  const paths = { config: join(folder, 'config'), data: join(folder, 'data') };
  mkdirSync(paths.data);
  return { paths, file: join(paths.config, 'data.key') };
}

test('at first start a key is made, sealed by the key store, and found again', async () => {
  const { paths, file } = house();
  const first = await keyForHub(paths, log);
  expect(first).toEqual({ type: 'key', key: anyBytes });
  expect(await keyForHub(paths, log)).toEqual(first);
  expect(said).toEqual(["A key was made; the operating system's key store keeps it."]);
  const text = readFileSync(file, 'utf8');
  expect(JSON.parse(text)).toEqual({
    version: 2,
    ways: [{ kind: 'operating_system', sealed: anyText }],
  });
  if (first.type === 'key') expect(text).not.toContain(Buffer.from(first.key).toString('base64'));
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
});

test.each([
  ['basic_text', true, 'no keyring was found'],
  ['unknown', true, 'no keyring was found'],
  ['kwallet6', false, 'its keyring is not open'],
])(
  'with the backend %s, available %s, the key file is used and the reason told',
  async (backend, available, why) => {
    Object.assign(safeStorage, { backend, available });
    const { paths } = house();
    expect(await keyForHub(paths, log)).toEqual({
      type: 'key_file',
      notice: {
        what: `The key of your data could not be given to the operating system's key store (${why}); it lies in a file of mode 0600.`,
        advice: 'A passphrase is safer: npx lares key passphrase',
      },
    });
  },
);

test('no key is made over old data, and a key kept otherwise stays where it is', async () => {
  const withData = house();
  writeFileSync(join(withData.paths.data, 'lares.db'), '');
  expect(await keyForHub(withData.paths, log)).toEqual(left);

  const headless = house();
  await openDataKey({ configDirectory: headless.paths.config, dataExists: false });
  const before = readFileSync(headless.file, 'utf8');
  expect(await keyForHub(headless.paths, log)).toEqual(left);
  expect(readFileSync(headless.file, 'utf8')).toBe(before);

  const damaged = house();
  mkdirSync(damaged.paths.config);
  writeFileSync(damaged.file, '{');
  expect(await keyForHub(damaged.paths, log)).toEqual(left);
  expect(readFileSync(damaged.file, 'utf8')).toBe('{');
});

test('a key store that does not give the key back leaves it to the hub, which refuses, and nothing is lost', async () => {
  const { paths, file } = house();
  const made = await keyForHub(paths, log);
  const before = readFileSync(file, 'utf8');
  safeStorage.available = false;
  expect(await keyForHub(paths, log)).toEqual(left);
  safeStorage.available = true;
  expect(await keyForHub(paths, log)).toEqual(made);
  safeStorage.loseKey();
  expect(await keyForHub(paths, log)).toEqual(left);
  expect(readFileSync(file, 'utf8')).toBe(before);
  await expect(openDataKey({ configDirectory: paths.config, dataExists: false })).rejects.toThrow(
    "The data key is kept by the operating system's key store",
  );
});

test('a key store that rotated its own key seals ours anew; the key stays', async () => {
  const { paths, file } = house();
  const made = await keyForHub(paths, log);
  const before = readFileSync(file, 'utf8');
  safeStorage.rotated = true;
  expect(await keyForHub(paths, log)).toEqual(made);
  expect(readFileSync(file, 'utf8')).not.toBe(before);
  expect(await keyForHub(paths, log)).toEqual(made);
});

test('of several ways the key store gives the key, and sealing it anew keeps the others', async () => {
  const { paths, file } = house();
  const made = await keyForHub(paths, log);
  if (made.type !== 'key') throw new Error('the key store is there');
  const [sealed] = KeyFile.parse(JSON.parse(readFileSync(file, 'utf8'))).ways;
  const printed = wrapByCode(made.key, newRecoveryCode());
  writeFileSync(file, JSON.stringify({ version: 2, ways: [printed, sealed] }));
  safeStorage.rotated = true;
  expect(await keyForHub(paths, log)).toEqual(made);
  const { ways } = KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  expect(ways).toEqual([{ kind: 'operating_system', sealed: anyText }, printed]);
  expect(ways).not.toContainEqual(sealed);
  writeFileSync(file, JSON.stringify({ version: 2, ways: [printed] }));
  expect(await keyForHub(paths, log)).toEqual(left);
});

test('a key file of the version before is read', async () => {
  const { paths, file } = house();
  const made = await keyForHub(paths, log);
  const [sealed] = KeyFile.parse(JSON.parse(readFileSync(file, 'utf8'))).ways;
  writeFileSync(file, JSON.stringify({ version: 1, ...sealed }));
  expect(await keyForHub(paths, log)).toEqual(made);
});
