import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Command } from 'commander';
import { keyFileName } from '../contract/key-file.ts';
import { pathsFrom } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import { keyKeptBy, setPassphrase } from '../store/data-key.ts';
import { hasData } from '../store/store.ts';
import { askHidden } from './hidden-prompt.ts';

/** `lares key`: how the key of the household's data is kept. It needs no running hub, and disturbs none. */
export function keyCommand(): Command {
  const key = new Command('key').description("how the key of the household's data is kept");
  key.command('status').description('say how the key is kept, and where').action(status);
  key
    .command('passphrase')
    .description('set, change or remove the passphrase that locks the key')
    .option('--remove', 'keep the key in a file of mode 0600 again, without a passphrase')
    .option(
      '--stdin',
      'read the lines from standard input: the current passphrase when one is set, then the new one',
    )
    .action(passphrase);
  return key;
}

const ways = {
  key_file: 'in a file that only this user can read. A passphrase is safer: npx lares key passphrase',
  passphrase: 'locked by a passphrase (Argon2id, AES-256-GCM). Lares asks for it at every start.',
  operating_system: "by the operating system's key store. Only Lares' own window can open it.",
} as const;

function status(): void {
  const { config, data } = pathsFrom(process.env);
  const keptBy = keyKeptBy(config);
  if (keptBy !== 'nothing') {
    console.log(`The key of your data is kept ${ways[keptBy]}`);
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
  const isSet = keyKeptBy(config) === 'passphrase';
  if (remove && !isSet)
    throw new Trouble('not_found', { what: 'No passphrase is set.', advice: 'There is nothing to remove.' });
  const ask = stdin ? asLines(await text(process.stdin)) : askHidden;
  const current = isSet ? await ask('Current passphrase: ') : undefined;
  const next = remove ? null : await newPassphrase(ask, stdin === true);
  await setPassphrase(config, { current, next });
  console.log(
    next === null
      ? 'The passphrase is removed; the key lies in its file.'
      : 'The passphrase is set. A running Lares goes on; it asks for the passphrase at its next start. Nobody can recover it for you.',
  );
}

type Ask = (question: string) => Promise<string>;

async function newPassphrase(ask: Ask, onlyOnce: boolean): Promise<string> {
  const next = await ask('New passphrase: ');
  if (onlyOnce || next === (await ask('Once more: '))) return next;
  throw new Trouble('bad_input', {
    what: 'The two new passphrases differ.',
    advice: 'Nothing was changed; try again.',
  });
}

function asLines(input: string): Ask {
  const lines = input.split(/\r?\n/);
  return (question) => {
    const line = lines.shift() ?? '';
    if (line !== '') return Promise.resolve(line);
    throw new Trouble('bad_input', {
      what: `Standard input has no line for "${question.replace(/: $/, '')}".`,
      advice: 'Give one passphrase a line: the current one when one is set, then the new one.',
    });
  };
}
