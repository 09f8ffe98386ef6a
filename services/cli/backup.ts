import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { pathsFrom } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import type { BackupClips } from '../contract/backup.ts';
import { backupSource, forgetSource } from '../store/backup/backup-source.ts';
import { noteBackup } from '../store/backup/backup-state.ts';
import { backupWays } from '../store/backup/backup-ways.ts';
import { makeBackup } from '../store/backup/make-backup.ts';
import { openDataKey } from '../store/data-key.ts';
import { hasData, keyFits, openStore } from '../store/store.ts';
import { bytes } from './doctor/folders.ts';
import { askers } from './key/ask.ts';
import { ownVersion } from './own-version.ts';
import { ProgressBar } from './progress-bar.ts';

/** `lares backup`: one sealed file, also beside a running hub. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('write settings, people, events, pictures and pinned videos to one encrypted file')
    .requiredOption('--to <path>', 'the file to write')
    .addOption(
      new Option('--clips <which>', 'which videos go along')
        .choices(['pinned', 'none', 'all'])
        .default('pinned'),
    )
    .option('--stdin', 'read the passphrase or the recovery code, when one is needed, from standard input')
    .action(backup);
}

interface Options {
  readonly to: string;
  readonly clips: BackupClips;
  readonly stdin?: true;
}

async function backup({ to, clips, stdin }: Options): Promise<void> {
  const { config, data } = pathsFrom(process.env);
  if (!hasData(data))
    throw new Trouble('not_found', {
      what: 'There is no data yet.',
      advice: 'Start Lares once with "npm start".',
    });
  const ways = backupWays(config);
  const key = await ownKey(stdin === true);
  const path = resolve(to);
  const bar = new ProgressBar('Backup');
  const nowMs = Date.now();
  const source = backupSource(data, key);
  try {
    const made = await makeBackup({
      ...{ source, ways, to: path, clips, lares: ownVersion(), nowMs },
      progress: (done, total) => {
        bar.show(done, total);
      },
    });
    noteBackup(data, { path, atMs: nowMs });
    const store = openStore({ dataDirectory: data, key });
    store.audit.note({ who: 'command line', deed: 'backed_up' });
    store.close();
    console.log(`${path}: ${made.files} files, ${bytes(made.bytes)}, encrypted.`);
    const opens = ways.map(({ kind }) => (kind === 'recovery' ? 'the recovery code' : 'the passphrase'));
    console.log(`It is opened by ${opens.join(' or ')} of today: npx lares restore --from ${path}`);
  } finally {
    key.fill(0);
    forgetSource(source);
  }
}

async function ownKey(fromStandardInput: boolean): Promise<Uint8Array> {
  const { config, data } = pathsFrom(process.env);
  const open = (passphrase?: string) =>
    openDataKey({
      configDirectory: config,
      dataExists: true,
      passphrase,
      fits: (candidate) => keyFits(data, candidate),
    });
  const atOnce = await open(process.env['LARES_PASSPHRASE']);
  if (atOnce.kind === 'open') return atOnce.key;
  const ask = await askers(fromStandardInput);
  const opened = await open(await ask('Passphrase or recovery code: '));
  if (opened.kind === 'open') return opened.key;
  throw new Trouble('locked', { what: 'The house is locked.', advice: 'Give its passphrase.' });
}
