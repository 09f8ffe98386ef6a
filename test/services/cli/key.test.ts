import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { KeyFile } from '../../../services/contract/key-file.ts';
import { keyKeptBy, openDataKey } from '../../../services/store/data-key.ts';
import { openStore } from '../../../services/store/store.ts';
import { scratchFolder } from '../store/scratch.ts';

/** Runs `lares key …` as a program of its own, with the real lines on its standard input. */
const program = `
  import { keyCommand } from ${JSON.stringify(fileURLToPath(new URL('../../../services/cli/key.ts', import.meta.url)))};
  import { complain } from ${JSON.stringify(fileURLToPath(new URL('../../../services/cli/complain.ts', import.meta.url)))};
  await keyCommand().parseAsync(process.argv.slice(1), { from: 'user' }).catch(complain);`;

function house() {
  const folder = scratchFolder();
  const paths = { LARES_CONFIG: join(folder, 'config'), LARES_DATA: join(folder, 'data'), LARES_PORT: '1' };
  const lares = (args: readonly string[], input = '') => {
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program, ...args], {
      env: { ...process.env, ...paths },
      input,
      encoding: 'utf8',
    });
    return { status: run.status, out: run.stdout, err: run.stderr };
  };
  return { lares, configDirectory: paths.LARES_CONFIG, dataDirectory: paths.LARES_DATA };
}

test('status says how the key is kept, and that it is missing where data needs it', async () => {
  const { lares, configDirectory, dataDirectory } = house();
  expect(lares(['status'])).toEqual({
    status: 0,
    out: 'There is no key yet; the first start makes one.\n',
    err: '',
  });
  await openDataKey({ configDirectory, dataExists: false });
  expect(lares(['status']).out).toContain('in a file that only this user can read');
  writeFileSync(join(configDirectory, 'data.key'), '{"version":1,"kind":"operating_system","sealed":"AAAA"}');
  expect(lares(['status']).out).toContain("by the operating system's key store");
  const other = house();
  openStore({ dataDirectory: other.dataDirectory, key: new Uint8Array(32) }).close();
  expect(other.lares(['status'])).toMatchObject({ status: 1, out: '' });
  expect(dataDirectory).not.toBe(other.dataDirectory);
});

test('a passphrase is set, changed and removed by lines on standard input', async () => {
  const { lares, configDirectory } = house();
  const before = await openDataKey({ configDirectory, dataExists: false });
  const open = async (passphrase: string) => {
    const opened = await openDataKey({ configDirectory, dataExists: true, passphrase });
    return opened.kind === 'open' && before.kind === 'open' && Buffer.from(opened.key).equals(before.key);
  };
  expect(lares(['passphrase', '--stdin'], 'five small brown birds\n')).toMatchObject({ status: 0, err: '' });
  expect(await open('five small brown birds')).toBe(true);
  expect(lares(['status']).out).toContain('locked by a passphrase');
  expect(lares(['passphrase', '--stdin'], 'five small brown birds\r\nsix white swans\r\n').status).toBe(0);
  expect(await open('six white swans')).toBe(true);
  expect(lares(['passphrase', '--remove', '--stdin'], 'six white swans\n')).toEqual({
    status: 0,
    out: 'The passphrase is removed; the key lies in its file.\n',
    err: '',
  });
  expect(await openDataKey({ configDirectory, dataExists: true })).toEqual(before);
});

test('what goes wrong is one line, and changes nothing', async () => {
  const { lares, configDirectory } = house();
  const failed = (args: readonly string[], input: string) => {
    const { status, out, err } = lares(args, input);
    expect([status, out]).toEqual([1, '']);
    return err;
  };
  expect(failed(['passphrase', '--stdin'], 'five small brown birds\n')).toBe(
    'There is no data key yet. Start Lares once with "npm start", then set the passphrase.\n',
  );
  await openDataKey({ configDirectory, dataExists: false });
  expect(failed(['passphrase'], 'five small brown birds\n')).toBe(
    'There is no terminal to type a passphrase at. Give it line by line on standard input, with --stdin.\n',
  );
  expect(failed(['passphrase', '--stdin'], '\n')).toBe(
    'Standard input has no line for "New passphrase". Give one passphrase a line: the current one when one is set, then the new one.\n',
  );
  expect(failed(['passphrase', '--stdin'], 'short\n')).toContain('A passphrase needs at least 8 characters.');
  expect(failed(['passphrase', '--remove', '--stdin'], 'anything\n')).toBe(
    'No passphrase is set. There is nothing to remove.\n',
  );
  expect(keyKeptBy(configDirectory)).toBe('key_file');
  expect(lares(['passphrase', '--stdin'], 'five small brown birds\n').status).toBe(0);
  expect(failed(['passphrase', '--stdin'], 'five small brown bird\nanother long one\n')).toBe(
    'This is not the passphrase. Look at Caps Lock and the keyboard layout, and try again.\n',
  );
  expect(keyKeptBy(configDirectory)).toBe('passphrase');
});

test('a recovery code is printed, opens the house, and a rotation prints another', async () => {
  const { lares, configDirectory, dataDirectory } = house();
  expect(lares(['rotate']).err).toBe('There is no data yet. Start Lares once with "npm start".\n');
  const made = await openDataKey({ configDirectory, dataExists: false });
  if (made.kind === 'open') openStore({ dataDirectory, key: made.key }).close();
  const first = lares(['recovery']);
  expect([first.status, first.out]).toEqual([0, expect.stringMatching(/^\w{4}(-\w{4}){6}\n$/)]);
  expect(lares(['status']).out).toContain('by the recovery code that you printed');
  const second = lares(['rotate', '--stdin']);
  expect(second.err).toContain('The house has a new key.');
  expect([second.status, second.out]).toEqual([0, expect.stringMatching(/^\w{4}(-\w{4}){6}\n$/)]);
  const opened = await openDataKey({ configDirectory, dataExists: true });
  expect(opened).not.toEqual(made);
  if (opened.kind === 'open') openStore({ dataDirectory, key: opened.key }).close();
  // With the key out of reach, only the newest code gives it a passphrase.
  const path = join(configDirectory, 'data.key');
  const file = KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const sealed = { kind: 'operating_system', sealed: 'AAAA' };
  const printed = file.ways.filter(({ kind }) => kind === 'recovery');
  writeFileSync(path, JSON.stringify({ version: 2, ways: [sealed, ...printed] }));
  expect(lares(['recovery', '--remove', '--stdin'], first.out).err).toContain('a newer one took its place');
  expect(lares(['recovery', '--remove', '--stdin'], second.out)).toMatchObject({
    status: 0,
    out: 'The recovery code is removed; the sheet opens nothing any more.\n',
  });
});
