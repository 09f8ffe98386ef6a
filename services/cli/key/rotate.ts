import { Command } from 'commander';
import { pathsFrom } from '../../contract/paths.ts';
import { Trouble } from '../../contract/trouble.ts';
import { keyWays } from '../../store/data-key.ts';
import { readRecoveryCode } from '../../store/keys/recovery-code.ts';
import { rotateKey } from '../../store/keys/rotate-key.ts';
import { hubRuns } from '../hub-client.ts';
import { type Ask, askers, currentSecret, newPassphrase } from './ask.ts';
import { printCode } from './recovery.ts';

/** `lares key rotate`: a new house key, for when somebody may have seen the old one. */
export function rotateCommand(): Command {
  return new Command('rotate')
    .description(
      'give the house a new key; Lares must not run meanwhile. Pictures and videos are not written again',
    )
    .option(
      '--stdin',
      'read from standard input: the current passphrase or recovery code when one is set, then, after a code, the new passphrase',
    )
    .action(rotate);
}

async function rotate({ stdin }: { readonly stdin?: true }): Promise<void> {
  if (await hubRuns())
    throw new Trouble('unavailable', {
      what: 'Lares is running; the key of its data can not be changed under it.',
      advice: 'Stop it first, and start it again afterwards.',
    });
  const { config, data } = pathsFrom(process.env);
  const ask: Ask = await askers(stdin === true);
  const current = await currentSecret(config, ask);
  const hasPassphrase = keyWays(config).includes('passphrase');
  const isCode = current !== undefined && readRecoveryCode(current).kind === 'code';
  const again = hasPassphrase && isCode ? await newPassphrase(ask, stdin === true) : current;
  const passphrase = hasPassphrase ? again : undefined;
  const { recoveryCode, leftKeyStore } = await rotateKey({
    ...{ configDirectory: config, dataDirectory: data, current, passphrase },
  });
  console.error('The house has a new key. Copies of the old key file open nothing of it.');
  if (leftKeyStore)
    console.error(
      "The operating system's key store was not given it: Lares' window asks for the passphrase or code now.",
    );
  if (recoveryCode !== null) printCode(recoveryCode);
}
