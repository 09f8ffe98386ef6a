import { join } from 'node:path';
import { Command } from 'commander';
import { keyFileName, type KeyWay } from '../contract/key-file.ts';
import { pathsFrom } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import { keyWays } from '../store/data-key.ts';
import { setPassphrase } from '../store/keys/key-changes.ts';
import { hasData } from '../store/store.ts';
import { type Ask, askers, currentSecret, newPassphrase } from './key/ask.ts';
import { recoveryCommand } from './key/recovery.ts';
import { rotateCommand } from './key/rotate.ts';

/** `lares key`: the ways to the key of the household's data. All but `rotate` need no running hub, and disturb none. */
export function keyCommand(): Command {
  const key = new Command('key').description("how the key of the household's data is kept");
  key.command('status').description('say which ways lead to the key, and where').action(status);
  key
    .command('passphrase')
    .description('set, change or remove the passphrase that locks the key')
    .option('--remove', 'keep the key in a file of mode 0600 again, without a passphrase')
    .option(
      '--stdin',
      'read the lines from standard input: the current passphrase or recovery code when one is set, then the new one',
    )
    .action(passphrase);
  key.addCommand(recoveryCommand());
  key.addCommand(rotateCommand());
  return key;
}

const ways: Readonly<Record<KeyWay['kind'], string>> = {
  plain: 'in a file that only this user can read. A passphrase is safer: npx lares key passphrase',
  passphrase: 'locked by a passphrase (Argon2id, AES-256-GCM).',
  operating_system: "by the operating system's key store. Only Lares' own window can open it.",
  recovery: 'locked by the recovery code that you printed.',
};

function status(): void {
  const { config, data } = pathsFrom(process.env);
  const kept = keyWays(config);
  if (kept.length > 0) {
    for (const kind of kept) console.log(`The key of your data is kept ${ways[kind]}`);
    if (!kept.includes('plain') && !kept.includes('operating_system'))
      console.log('Lares asks for it at every start.');
    if (!kept.includes('recovery')) console.log('There is no recovery code: npx lares key recovery');
    console.log(`Its file: ${join(config, keyFileName)}`);
    console.log('Keep a copy of that file apart from the data: without it nobody can read the data again.');
    return;
  }
  if (!hasData(data)) {
    console.log('There is no key yet; the first start makes one.');
    return;
  }
  throw new Trouble('locked', {
    what: `The key file ${join(config, keyFileName)} is missing, and there is data that only it opens.`,
    advice: 'Put it back from a backup.',
  });
}

interface Options {
  readonly remove?: true;
  readonly stdin?: true;
}

async function passphrase({ remove, stdin }: Options): Promise<void> {
  const { config } = pathsFrom(process.env);
  if (remove && !keyWays(config).includes('passphrase'))
    throw new Trouble('not_found', { what: 'No passphrase is set.', advice: 'There is nothing to remove.' });
  const ask: Ask = await askers(stdin === true);
  const current = await currentSecret(config, ask);
  const next = remove ? null : await newPassphrase(ask, stdin === true);
  await setPassphrase(config, { current, next });
  console.log(
    next === null
      ? removed(config)
      : 'The passphrase is set. A running Lares goes on; it asks for the passphrase at its next start. Nobody can recover it for you.',
  );
}

function removed(config: string): string {
  return keyWays(config).includes('plain')
    ? 'The passphrase is removed; the key lies in its file.'
    : "The passphrase is removed; the operating system's key store keeps the key.";
}
