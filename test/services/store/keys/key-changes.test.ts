import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type DataKey, keyWays, openDataKey } from '../../../../services/store/data-key.ts';
import {
  makeRecoveryCode,
  removeRecoveryCode,
  setPassphrase,
} from '../../../../services/store/keys/key-changes.ts';
import { wrapByCode } from '../../../../services/store/keys/recovery.ts';
import { newRecoveryCode } from '../../../../services/store/keys/recovery-code.ts';
import { scratchFolder } from '../scratch.ts';

const passphrase = 'five small brown birds';
const belongsElsewhere = 'This recovery code belongs to another house, or a newer one took its place.';

function trouble(code: string, what: string): unknown {
  return expect.objectContaining({ name: 'Trouble', code, message: what });
}

function hexOf(key: DataKey): string {
  return key.kind === 'open' ? Buffer.from(key.key).toString('hex') : 'locked';
}

function ways(configDirectory = scratchFolder()) {
  const open = async (secret?: string) =>
    hexOf(await openDataKey({ configDirectory, dataExists: true, passphrase: secret }));
  return { configDirectory, path: join(configDirectory, 'data.key'), open };
}

/** A house whose key the operating system keeps, out of reach here, and a printed code opens. Argon2id costs too much for each test. */
function printedHouse() {
  const house = ways();
  const key = randomBytes(32);
  const code = newRecoveryCode();
  const sealed = { kind: 'operating_system', sealed: 'AAAA' };
  writeFileSync(house.path, JSON.stringify({ version: 2, ways: [sealed, wrapByCode(key, code)] }));
  return { ...house, code, key: key.toString('hex') };
}

test('the passphrase and the printed code open the house side by side, and no other', async () => {
  const { configDirectory, path, open } = ways();
  const key = hexOf(await openDataKey({ configDirectory, dataExists: false }));
  await setPassphrase(configDirectory, { next: passphrase });
  const code = await makeRecoveryCode(configDirectory, { current: passphrase });
  expect(keyWays(configDirectory)).toEqual(['passphrase', 'recovery']);
  expect([await open(passphrase), await open(code)]).toEqual([key, key]);
  for (const secret of [key, Buffer.from(key, 'hex').toString('base64'), code, code.replaceAll('-', '')])
    expect(readFileSync(path, 'utf8')).not.toContain(secret);
  await expect(open((code.startsWith('A') ? 'B' : 'A') + code.slice(1))).rejects.toEqual(
    trouble(
      'wrong_passphrase',
      'This is not the passphrase; and if it is the recovery code, at least one letter is wrong.',
    ),
  );
  for (let other = 0; other < 2; other += 1)
    await expect(open(newRecoveryCode())).rejects.toEqual(trouble('wrong_passphrase', belongsElsewhere));
  await expect(open(code)).rejects.toEqual(trouble('refused', 'Too many wrong passphrases.'));
});

test('who lost the passphrase, or the key store, sets another with the code, and the code stays', async () => {
  const { configDirectory, key, code, open } = printedHouse();
  expect([await open(), await open(` ${code.toLowerCase().replaceAll('-', ' ')}\n`)]).toEqual([
    'locked',
    key,
  ]);
  await expect(open((code.startsWith('A') ? 'B' : 'A') + code.slice(1))).rejects.toEqual(
    trouble('wrong_passphrase', 'At least one letter of the recovery code is wrong.'),
  );
  await expect(open('no code at all')).rejects.toEqual(trouble('bad_input', 'This is no recovery code.'));
  await setPassphrase(configDirectory, { current: code, next: passphrase });
  expect(keyWays(configDirectory)).toEqual(['operating_system', 'recovery', 'passphrase']);
  expect(await open(passphrase)).toBe(key);
  await setPassphrase(configDirectory, { current: code, next: null });
  expect(keyWays(configDirectory)).toEqual(['operating_system', 'recovery']);
  expect(await open(code)).toBe(key);
});

test('a new code makes the one before void, and a code can go', async () => {
  const { configDirectory, key, code, open } = printedHouse();
  const next = await makeRecoveryCode(configDirectory, { current: code });
  expect(await open(next)).toBe(key);
  await expect(open(code)).rejects.toEqual(trouble('wrong_passphrase', belongsElsewhere));
  await removeRecoveryCode(configDirectory, { current: next });
  expect(keyWays(configDirectory)).toEqual(['operating_system']);
  await expect(open(next)).rejects.toMatchObject({ code: 'locked' });
  const plain = ways();
  await openDataKey({ configDirectory: plain.configDirectory, dataExists: false });
  await expect(removeRecoveryCode(plain.configDirectory, {})).rejects.toEqual(
    trouble('not_found', 'There is no recovery code.'),
  );
  const printed = await makeRecoveryCode(plain.configDirectory, {});
  expect(printed).toHaveLength(34);
  expect(keyWays(plain.configDirectory)).toEqual(['plain', 'recovery']);
});

test('the only way to the key can not be removed', async () => {
  const { configDirectory, path, code } = printedHouse();
  const only = wrapByCode(randomBytes(32), code);
  writeFileSync(path, JSON.stringify({ version: 2, ways: [only] }));
  await expect(removeRecoveryCode(configDirectory, { current: code })).rejects.toEqual(
    trouble('bad_input', 'The recovery code is the only way to the key.'),
  );
});

test('each changed letter of what the file holds of a code is told, never taken for another key', async () => {
  const { path, code, open } = printedHouse();
  const text = readFileSync(path, 'utf8');
  const begin = text.indexOf('"kind":"recovery"') + 10;
  for (let at = begin; at < text.length; at += 9) {
    const changed = text[at] === 'A' ? 'B' : 'A';
    writeFileSync(path, text.slice(0, at) + changed + text.slice(at + 1));
    await expect(open(code)).rejects.toMatchObject({ name: 'Trouble' });
    writeFileSync(path, text);
    // What comes right clears the count of what was wrong.
    await open(code);
  }
});

test.each([
  [
    'two ways of one kind',
    [
      { kind: 'operating_system', sealed: 'AAAA' },
      { kind: 'operating_system', sealed: 'AAAB' },
    ],
  ],
  ['no way', []],
  ['a way that nobody knows', [{ kind: 'fingerprint' }]],
])('a key file with %s is damaged, and left as it is', async (_, listed) => {
  const { path, open } = ways();
  const text = JSON.stringify({ version: 2, ways: listed });
  writeFileSync(path, text);
  await expect(open('anything')).rejects.toMatchObject({ code: 'damaged' });
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('a key file of the version before is read, and whole in the new form once it changes', async () => {
  const { configDirectory, path, open } = ways();
  const key = randomBytes(32);
  writeFileSync(path, JSON.stringify({ version: 1, kind: 'plain', key: key.toString('base64') }));
  const code = await makeRecoveryCode(configDirectory, {});
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    version: 2,
    ways: [{ kind: 'plain' }, { kind: 'recovery' }],
  });
  expect([await open(), code.length]).toEqual([key.toString('hex'), 34]);
});
