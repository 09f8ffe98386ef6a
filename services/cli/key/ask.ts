import { text } from 'node:stream/consumers';
import { Trouble } from '../../contract/trouble.ts';
import { keyWays } from '../../store/data-key.ts';
import { askHidden } from '../hidden-prompt.ts';

/** Asks for something secret. */
export type Ask = (question: string) => Promise<string>;

/** At the terminal, or one line of standard input after the other. */
export async function askers(fromStandardInput: boolean): Promise<Ask> {
  return fromStandardInput ? asLines(await text(process.stdin)) : askHidden;
}

/** The passphrase or the recovery code, where the key does not lie in the file; else undefined. */
export async function currentSecret(config: string, ask: Ask): Promise<string | undefined> {
  const ways = keyWays(config);
  if (ways.includes('plain')) return undefined;
  if (ways.includes('passphrase')) return ask('Current passphrase: ');
  return ways.includes('recovery') ? ask('Recovery code: ') : undefined;
}

/** Asked twice, where somebody types it. Throws Trouble `bad_input` when the two differ. */
export async function newPassphrase(ask: Ask, onlyOnce: boolean): Promise<string> {
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
