import { resolve } from 'node:path';
import { Command } from 'commander';
import { pathsFrom } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import { restoreBackup } from '../store/backup/restore-backup.ts';
import { hubRuns } from './hub-client.ts';
import { askers } from './key/ask.ts';
import { ProgressBar } from './progress-bar.ts';
import { timeText } from './time-text.ts';

/** `lares restore`: a house out of a backup, where there is none yet. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('bring a house back from a backup, where there is none yet')
    .requiredOption('--from <path>', 'the file that "lares backup" wrote')
    .option('--stdin', 'read the passphrase or the recovery code from standard input')
    .action(restore);
}

async function restore({ from, stdin }: { readonly from: string; readonly stdin?: true }): Promise<void> {
  if (await hubRuns())
    throw new Trouble('unavailable', {
      what: 'Lares is running; nothing can be restored under it.',
      advice: 'Stop it first, and start it again afterwards.',
    });
  const { config, data } = pathsFrom(process.env);
  const bar = new ProgressBar('Restore');
  const { madeAtMs, files } = await restoreBackup({
    from: resolve(from),
    ...{ configDirectory: config, dataDirectory: data },
    secret: async (ways) => {
      const given = process.env['LARES_PASSPHRASE'];
      if (given !== undefined) return given;
      const ask = await askers(stdin === true);
      const hasBoth = ways.length > 1;
      const only = ways[0]?.kind === 'recovery' ? 'Recovery code: ' : 'Passphrase: ';
      return ask(hasBoth ? 'Passphrase or recovery code: ' : only);
    },
    progress: (done, total) => {
      bar.show(done, total);
    },
  });
  console.log(`The house is as it was on ${timeText(madeAtMs)} (${files} files).`);
  console.log('Lares asks for the passphrase or the recovery code when it starts: npm start');
  console.log('Videos that were not in the backup are still listed, but can not be played.');
}
