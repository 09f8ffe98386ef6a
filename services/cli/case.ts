import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { type CameraId, EventId } from '../contract/identifiers.ts';
import { type CaseWish, shortestCasePassphrase } from '../contract/memory.ts';
import { Trouble } from '../contract/trouble.ts';
import type { CaseFlaw } from '../store/case/case-reader.ts';
import { openCase, type OpenedCase } from '../store/case/open-case.ts';
import { bytes } from './doctor/folders.ts';
import { hubAddress, withHub } from './hub-client.ts';
import { askers, newPassphrase } from './key/ask.ts';
import { ProgressBar } from './progress-bar.ts';
import { saveDownload } from './save-download.ts';
import { cameraOf, spanOf, timeOf } from './span-options.ts';

/** `lares case`: what was seen, sealed under a passphrase, for who is to have it. */
export function caseCommand(): Command {
  const command = new Command('case').description(
    'give away what was seen in one encrypted file with hashes, and open such a file',
  );
  command
    .command('make')
    .description(
      'write videos, pictures and events of a span of time, or of single events, to an encrypted file',
    )
    .argument('<file>', 'the file to write')
    .option('--from <time>', 'from when: "2026-11-20 08:00"', timeOf)
    .option('--to <time>', 'until when', timeOf)
    .option('--camera <id>', 'of this camera only', cameraOf)
    .option('--event <id...>', 'these events, instead of a span of time', eventsOf)
    .option('--stdin', 'read the passphrase for the file from standard input')
    .action(make);
  command
    .command('open')
    .description(
      'unpack such a file, and compare every file with its hash; exit code 1 if anything is not as it was written',
    )
    .argument('<file>')
    .argument('<folder>', 'empty, or not there yet')
    .option('--stdin', 'read its passphrase from standard input')
    .option('--json', 'what was found, as JSON')
    .action(open);
  return command;
}

interface MakeOptions {
  readonly from?: number;
  readonly to?: number;
  readonly camera?: CameraId;
  readonly event?: readonly EventId[];
  readonly stdin?: true;
}

async function make(file: string, options: MakeOptions): Promise<void> {
  const of = wishOf(options);
  const ask = await askers(options.stdin === true);
  const passphrase = await newPassphrase(ask, options.stdin === true);
  if (passphrase.length < shortestCasePassphrase)
    throw new Trouble('bad_input', {
      what: `The passphrase of a case file needs at least ${shortestCasePassphrase} characters.`,
      advice: 'Whoever has the file may guess as often as they like: four or five words are better.',
    });
  const ticket = await withHub((hub) => hub.memory.caseFile.mutate({ of, passphrase }));
  const url = new URL(ticket.path, hubAddress()).href;
  const size = await saveDownload(url, resolve(file), new ProgressBar('Case file'));
  const { events, clips } = ticket.counts;
  console.log(`${file}: ${events} events, ${clips} videos, ${bytes(size)}, encrypted.`);
  console.log(
    `Give the passphrase by another way than the file. It is opened by: npx lares case open ${file} FOLDER`,
  );
}

function wishOf({ from, to, camera, event }: MakeOptions): CaseWish['of'] {
  if (event !== undefined) return { kind: 'events', eventIds: [...event] };
  if (from === undefined || to === undefined)
    throw new Trouble('bad_input', {
      what: 'It is not said what the case file is of.',
      advice: 'Give --from and --to, or --event.',
    });
  return { kind: 'span', ...spanOf({ from, to, ...(camera === undefined ? {} : { camera }) }) };
}

interface OpenOptions {
  readonly stdin?: true;
  readonly json?: true;
}

async function open(file: string, folder: string, { stdin, json }: OpenOptions): Promise<void> {
  const bar = new ProgressBar('Unpacking');
  const opened = await openCase({
    from: resolve(file),
    into: resolve(folder),
    passphrase: async () => (await askers(stdin === true))('Passphrase of the case file: '),
    progress: (done, total) => {
      bar.show(done, total);
    },
  });
  console.log(json ? JSON.stringify(opened, null, 2) : openedText(opened));
  if (opened.flaws.length > 0) process.exitCode = 1;
}

/** What was unpacked, and each flaw in a sentence. */
export function openedText({ manifest, files, flaws }: OpenedCase): string {
  const whole = files.filter(({ isWhole }) => isWhole).length;
  const made =
    manifest === null
      ? ['The list of what belongs to this case is damaged or missing.']
      : [
          `Made on ${manifest.madeAt} by Lares ${manifest.lares}; entry ${manifest.audit.number} of the house's audit.`,
          ...manifest.leftOut.map(({ name, why }) => `Left out when it was made: ${name}. ${why}`),
        ];
  if (flaws.length === 0)
    return [...made, `${whole} files unpacked, each exactly as it was written.`].join('\n');
  const broken = files
    .filter(({ isWhole }) => !isWhole)
    .map(({ name }) => `  ${name}.damaged: what stands before the flaw`);
  return [
    ...made,
    `This file is not as it was written. ${whole} files are whole and were unpacked:`,
    ...flaws.map((flaw) => `  ${flawText(flaw)}`),
    ...broken,
  ].join('\n');
}

function flawText(flaw: CaseFlaw): string {
  switch (flaw.kind) {
    case 'changed':
      return `Record ${flaw.record} was changed.`;
    case 'moved':
      return `In the place of record ${flaw.record} stands record ${flaw.from}.`;
    case 'cut_off':
      return `The file is cut off, or can't be read, from record ${flaw.record} on.`;
    case 'added':
      return `${flaw.bytes} bytes were put behind its end.`;
    case 'not_as_listed':
      return `${flaw.name} is not what the list says.`;
    case 'missing':
      return `${flaw.name} is missing.`;
  }
}

function eventsOf(text: string, before: readonly EventId[] = []): readonly EventId[] {
  const id = EventId.safeParse(text);
  if (id.success) return [...before, id.data];
  throw new InvalidArgumentError('Give the id of an event.');
}
