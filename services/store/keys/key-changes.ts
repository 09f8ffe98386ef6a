import type { KeyWay } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';
import { currentKey, keyWays, type Secret } from '../data-key.ts';
import { replaceKeyFile } from '../key-file.ts';
import { wrapByPassphrase } from '../passphrase.ts';
import { plainWay, wayOf, withWay } from './key-ways.ts';
import { wrapByCode } from './recovery.ts';
import { newRecoveryCode } from './recovery-code.ts';

// Each of these changes the ways to the key, never the key: no data is written again, and a running hub goes on.

export interface PassphraseChange extends Secret {
  /** Null: none any more; where the operating system does not keep the key, it then lies in the file. */
  readonly next: string | null;
}

const shortestPassphrase = 8;

/** Throws Trouble `bad_input` for a new passphrase that is too short. */
export function checkPassphrase(next: string): void {
  if (next.length >= shortestPassphrase) return;
  throw new Trouble('bad_input', {
    what: `A passphrase needs at least ${shortestPassphrase} characters.`,
    advice: 'Four or five words that do not belong together are easy to keep in mind and hard to guess.',
  });
}

/** Throws Trouble as `currentKey` does, `bad_input` for a passphrase that is too short. */
export async function setPassphrase(configDirectory: string, change: PassphraseChange): Promise<void> {
  const { next } = change;
  if (next !== null) checkPassphrase(next);
  const { file, key } = await currentKey(configDirectory, change);
  if (next !== null) {
    const way = await wrapByPassphrase(key, next);
    replaceWays(configDirectory, withWay(file.ways, way, ['plain']));
  } else {
    const kept = wayOf(file.ways, 'operating_system') !== undefined;
    replaceWays(configDirectory, withWay(file.ways, kept ? null : plainWay(key), ['passphrase']));
  }
  key.fill(0);
}

/** A new recovery code for the owner to print. The one before is void; this one is nowhere else and can't be shown again. */
export async function makeRecoveryCode(configDirectory: string, secret: Secret): Promise<string> {
  const { file, key } = await currentKey(configDirectory, secret);
  const code = newRecoveryCode();
  replaceWays(configDirectory, withWay(file.ways, wrapByCode(key, code), []));
  key.fill(0);
  return code;
}

/** The recovery code opens nothing from now on. Throws Trouble as `currentKey` does, `not_found` when there is none. */
export async function removeRecoveryCode(configDirectory: string, secret: Secret): Promise<void> {
  const { file, key } = await currentKey(configDirectory, secret);
  key.fill(0);
  if (!keyWays(configDirectory).includes('recovery'))
    throw new Trouble('not_found', { what: 'There is no recovery code.', advice: 'Nothing was changed.' });
  const left = withWay(file.ways, null, ['recovery']);
  if (left.length === 0)
    throw new Trouble('bad_input', {
      what: 'The recovery code is the only way to the key.',
      advice: 'Set a passphrase first: npx lares key passphrase',
    });
  replaceWays(configDirectory, left);
}

function replaceWays(configDirectory: string, ways: KeyWay[]): void {
  replaceKeyFile(configDirectory, { version: 2, ways });
}
