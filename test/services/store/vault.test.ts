import { createCipheriv } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Database } from '../../../services/store/database.ts';
import { derivedKey } from '../../../services/store/derived-key.ts';
import { KeyRing } from '../../../services/store/keys/key-ring.ts';
import { migrate } from '../../../services/store/migrate.ts';
import { Vault, type VaultItem } from '../../../services/store/vault.ts';
import { jpegOf } from './samples.ts';
import { filesIn, scratchFolder } from './scratch.ts';

const key = new Uint8Array(32).fill(9);
const first: VaultItem = { kind: 'snapshot', id: 'e1' };
const second: VaultItem = { kind: 'snapshot', id: 'e2' };

const rings = new Map<string, KeyRing>();

/** A vault over this folder; every vault of one folder has the keys that those before it had. */
function vaultIn(directory: string, root: Uint8Array = key): Vault {
  const ring = rings.get(directory) ?? ringOf();
  rings.set(directory, ring);
  return new Vault({ directory, keys: ring, root });
}

function ringOf(): KeyRing {
  const database = Database.open(join(scratchFolder(), 'keys.db'), key);
  migrate(database);
  return new KeyRing(database, key);
}

function pathsIn(directory: string): string[] {
  return filesIn(directory).map(({ path }) => join(directory, path));
}

test('what is put comes back, the newest of several, and nothing after it is removed', async () => {
  const directory = scratchFolder();
  const vault = vaultIn(directory);
  expect(await vault.get(first)).toBeNull();
  const large = new Uint8Array(3_000_000).fill(5);
  await Promise.all([
    vault.put(first, large),
    vault.put(first, jpegOf('b')),
    vault.put(second, new Uint8Array(0)),
  ]);
  expect(await vault.get(first)).toEqual(Buffer.from(jpegOf('b')));
  expect(await vaultIn(directory).get(second)).toEqual(Buffer.alloc(0));
  await vault.remove(first);
  await vault.remove(first);
  expect(await vault.get(first)).toBeNull();
  expect(pathsIn(directory)).toHaveLength(1);
});

test('the same picture never makes the same bytes', async () => {
  const directory = scratchFolder();
  const vault = vaultIn(directory);
  await vault.put(first, jpegOf('a'));
  const [before] = filesIn(directory);
  await vault.put(first, jpegOf('a'));
  const [after] = filesIn(directory);
  expect(after?.path).toBe(before?.path);
  expect(after?.bytes).not.toEqual(before?.bytes);
});

test('file names depend on the key and say nothing of kind or id', async () => {
  const names = async (theKey: Uint8Array) => {
    const directory = scratchFolder();
    await vaultIn(directory, theKey).put({ kind: 'person_face', id: 'e1' }, jpegOf('a'));
    return filesIn(directory).map(({ path }) => path);
  };
  const [mine] = await names(key);
  expect(mine).toMatch(/^([0-9a-f]{2})\/\1[0-9a-f]{38}$/);
  expect(await names(key)).toEqual([mine]);
  expect(await names(new Uint8Array(32).fill(8))).not.toEqual([mine]);
});

test('every change of a file is noticed: each byte, its end, its place', async () => {
  const directory = scratchFolder();
  const vault = vaultIn(directory);
  await vault.put(first, jpegOf('a').subarray(0, 8));
  const [path = ''] = pathsIn(directory);
  const sound = readFileSync(path);
  const damaged: unknown = expect.objectContaining({ name: 'Trouble', code: 'damaged' });
  for (let at = 0; at < sound.length; at += 1) {
    const changed = Buffer.from(sound);
    changed[at] = (changed[at] ?? 0) ^ 1;
    writeFileSync(path, changed);
    await expect(vault.get(first)).rejects.toEqual(damaged);
    writeFileSync(path, sound.subarray(0, at));
    await expect(vault.get(first)).rejects.toEqual(damaged);
  }
  writeFileSync(path, sound);
  await vault.put(second, jpegOf('b'));
  const other = pathsIn(directory).find((candidate) => candidate !== path) ?? '';
  copyFileSync(path, other);
  await expect(vault.get(second)).rejects.toEqual(damaged);
  await expect(vaultIn(directory, new Uint8Array(32)).get(first)).resolves.toBeNull();
});

test('a write that was cut short leaves the old picture, and is swept away at the next start', async () => {
  const directory = scratchFolder();
  await vaultIn(directory).put(first, jpegOf('old'));
  const [path = ''] = pathsIn(directory);
  writeFileSync(`${path}.0123456789ab.part`, readFileSync(path).subarray(0, 20));
  const vault = vaultIn(directory);
  expect(pathsIn(directory)).toEqual([path]);
  expect(await vault.get(first)).toEqual(Buffer.from(jpegOf('old')));
});

test('a write that fails tells it, keeps nothing half done, and the next one works', async () => {
  const directory = scratchFolder();
  const vault = vaultIn(directory);
  await vault.put(first, jpegOf('a'));
  const [path = ''] = pathsIn(directory);
  await vault.remove(first);
  mkdirSync(path);
  await expect(vault.put(first, jpegOf('b'))).rejects.toEqual(
    expect.objectContaining({ name: 'Trouble', code: 'unavailable' }),
  );
  expect(pathsIn(directory)).toEqual([]);
  await vault.put(second, jpegOf('c'));
  expect(await vault.get(second)).toEqual(Buffer.from(jpegOf('c')));
});

test('a picture that was removed can not be read again, wherever a copy of its file lies', async () => {
  const directory = scratchFolder();
  const vault = vaultIn(directory);
  await vault.put(first, jpegOf('a'));
  const [path = ''] = pathsIn(directory);
  const copy = readFileSync(path);
  await vault.remove(first);
  writeFileSync(path, copy);
  const damaged: unknown = expect.objectContaining({ name: 'Trouble', code: 'damaged' });
  await expect(vault.get(first)).rejects.toEqual(damaged);
  await vault.put(first, jpegOf('b'));
  writeFileSync(path, copy);
  await expect(vault.get(first)).rejects.toEqual(damaged);
});

test('a picture from before pictures had keys of their own is read, and has one once it is written again', async () => {
  const directory = scratchFolder();
  const vault = vaultIn(directory);
  await vault.put(first, jpegOf('new'));
  const [path = ''] = pathsIn(directory);
  const version1 = Buffer.from('LARES\x00\x01\x00', 'latin1');
  const nonce = Buffer.alloc(12, 1);
  const cipher = createCipheriv('aes-256-gcm', derivedKey(key, 'vault content'), nonce);
  cipher.setAAD(Buffer.concat([version1, Buffer.from('snapshot\x00e1')]));
  const body = [cipher.update(jpegOf('old')), cipher.final(), cipher.getAuthTag()];
  writeFileSync(path, Buffer.concat([version1, nonce, ...body]));
  expect(await vault.get(first)).toEqual(Buffer.from(jpegOf('old')));
  await vault.put(first, jpegOf('again'));
  expect(readFileSync(path).subarray(0, 8)).toEqual(Buffer.from('LARES\x00\x02\x00', 'latin1'));
});
