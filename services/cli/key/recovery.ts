import { Command } from 'commander';
import { pathsFrom } from '../../contract/paths.ts';
import { makeRecoveryCode, removeRecoveryCode } from '../../store/keys/key-changes.ts';
import { askers, currentSecret } from './ask.ts';

/** `lares key recovery`: the code that opens the house when the passphrase or the machine's key store is lost. */
export function recoveryCommand(): Command {
  return new Command('recovery')
    .description('make a new recovery code, to be printed and kept apart; the one before is void')
    .option('--remove', 'have no recovery code any more')
    .option('--stdin', 'read the passphrase or the recovery code, when one is set, from standard input')
    .action(recovery);
}

interface Options {
  readonly remove?: true;
  readonly stdin?: true;
}

async function recovery({ remove, stdin }: Options): Promise<void> {
  const { config } = pathsFrom(process.env);
  const current = await currentSecret(config, await askers(stdin === true));
  if (remove) {
    await removeRecoveryCode(config, { current });
    console.log('The recovery code is removed; the sheet opens nothing any more.');
    return;
  }
  printCode(await makeRecoveryCode(config, { current }));
}

/** The code alone on standard output, so that it can be printed; what to do with it beside. */
export function printCode(code: string): void {
  console.error('The recovery code of this house:\n');
  console.log(code);
  console.error(
    '\nPrint it, or write it down, and keep it where you would keep a spare key. With it and the key file the data can be opened' +
      '\nwithout passphrase. It is not shown again; a new one makes it void.',
  );
}
