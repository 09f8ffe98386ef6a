import { Command, Option } from 'commander';
import { pathsFrom } from '../contract/paths.ts';
import type { NoiseUnder } from './clips.ts';
import { commandFigures, type CommandFigures } from './command-score.ts';
import { Trouble } from '../contract/trouble.ts';
import { printTable, writeJson } from './table.ts';

interface CommandsOptions {
  readonly grammar: string;
  readonly audio: string;
  readonly labels: string;
  readonly noise?: string;
  readonly snr?: number;
  readonly reject?: readonly string[];
  readonly json?: string;
}

export interface CommandsReport extends CommandFigures {
  readonly snrDb: number | null;
  /** Seconds of work for a second of sound. */
  readonly realTimeFactor: number;
  /** The share of the commands that the product would take for ended where one only pauses. */
  readonly cutRate: number;
  /** Milliseconds of work left when an utterance has ended, the mean. */
  readonly endWorkMs: number;
  readonly unreadable: readonly string[];
}

/** `lares eval commands`: how well spoken commands of a grammar are understood. */
export function commandsCommand(): Command {
  return new Command('commands')
    .description('recognition of spoken commands on labelled recordings')
    .requiredOption('--grammar <file>', "a phrase file in Lares' own format")
    .requiredOption('--audio <dir>', 'the recordings, one command in each')
    .requiredOption('--labels <file>', 'label.json, or the word names: then the file name is what is said')
    .option('--noise <file>', 'a noise to lay under every recording')
    .addOption(new Option('--snr <db>', 'signal-to-noise ratio as Picovoice defines it').argParser(Number))
    .option('--reject <dir...>', 'recordings that are no command of the grammar')
    .option('--json <file>', 'write the figures there as well')
    .action(async (options: CommandsOptions) => {
      const { readNoise } = await import('./clips.ts');
      const noise = await readNoise(options);
      const report = await evaluateCommands({ ...options, noise, models: pathsFrom(process.env).models });
      printTable('commands', [{ ...report, unreadable: report.unreadable.length }]);
      if (options.json !== undefined) await writeJson(options.json, report);
    });
}

/** Each recording is one utterance for the product's own recogniser; those to reject may hold several. */
export async function evaluateCommands(options: {
  readonly grammar: string;
  readonly audio: string;
  readonly labels: string;
  readonly reject?: readonly string[];
  readonly noise: NoiseUnder | null;
  readonly models: string;
}): Promise<CommandsReport> {
  const { findClips } = await import('./clips.ts');
  const { readLabels } = await import('./command-labels.ts');
  const { CommandEvaluation } = await import('./command-evaluation.ts');
  const evaluation = await CommandEvaluation.open(options.grammar, options.models);
  const expected = await readLabels(options.labels, evaluation.grammar);
  const unreadable: string[] = [];
  const paths = (await findClips([options.audio])).filter((path) => expected(path) !== undefined);
  if (paths.length === 0) throw noneLabelled(options);
  const how = { noise: options.noise, unreadable };
  const orders = await evaluation.hear(paths, { ...how, what: 'commands' }, expected);
  const rejectPaths = options.reject === undefined ? [] : await findClips(options.reject);
  const strangers = await evaluation.hearStrangers(rejectPaths, { ...how, what: 'to reject' });
  return {
    snrDb: options.noise?.snrDb ?? null,
    ...commandFigures(orders, strangers),
    realTimeFactor: evaluation.realTimeFactor,
    cutRate: evaluation.cutRate,
    endWorkMs: evaluation.endWorkMs,
    unreadable,
  };
}

function noneLabelled({ audio, labels }: { readonly audio: string; readonly labels: string }): Trouble {
  return new Trouble('not_found', {
    what: `No recording in ${audio} is one that ${labels === 'names' ? 'its name' : labels} gives a command for.`,
    advice: 'Check that the folder, the labels and the grammar belong together.',
  });
}
