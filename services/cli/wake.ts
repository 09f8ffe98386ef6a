import { Command } from 'commander';
import type { TrainingOrder } from '../contract/voice-process.ts';
import type { Recording, WakePoint, WakeReport } from '../contract/wake.ts';
import { table } from './table.ts';

/** `lares wake`: what Lares can be called by. */
export function wakeCommand(): Command {
  const command = new Command('wake').description(
    'what Lares can be called by: learn a phrase from its text',
  );
  command.addCommand(trainCommand());
  command.addCommand(listCommand());
  command.addCommand(adviseCommand());
  return command;
}

const language = ['--language <code>', 'of the voices: en or de', 'en'] as const;

function languageOf(code: string): TrainingOrder['language'] {
  return code === 'de' ? 'de' : 'en';
}

interface TrainOptions {
  readonly language: string;
  readonly recordings?: string;
  readonly out: string;
}

function trainCommand(): Command {
  return new Command('train')
    .description('learn a phrase from its text, as the kiosk does: a network and a report are written')
    .argument('<phrase...>', 'two or three syllables at least: view glass')
    .option(...language)
    .option('--recordings <dir>', 'sound files in which somebody calls, once in each')
    .option('--out <dir>', 'where PHRASE.onnx and PHRASE.json go', '.')
    .action(async (words: readonly string[], options: TrainOptions) => {
      const { WakeTrial } = await import('./wake-trial.ts');
      const calls = options.recordings === undefined ? [] : await recordingsOf(options.recordings);
      const phrase = words.join(' ').toLowerCase();
      const order: TrainingOrder = { phrase, language: languageOf(options.language), calls, notCalls: [] };
      const { report, path } = await new WakeTrial(options.out).train(order);
      printReport(report);
      console.log(`\nWritten: ${path}`);
    });
}

function listCommand(): Command {
  return new Command('list').description('the phrases that Lares knows from the start').action(async () => {
    const { shippedWakePhrases } = await import('../voice/wake/shipped-phrases.ts');
    const rows = (await shippedWakePhrases()).map((report) => {
      const middle = report.curve.find(({ sensitivity }) => sensitivity === 0.5);
      return [report.phrase, percent(middle?.missRate), String(middle?.falseAlarmsPerHour ?? '')];
    });
    console.log(
      table([['phrase', 'missed of synthetic calls', 'false alarms an hour (estimated)'], ...rows]),
    );
  });
}

function adviseCommand(): Command {
  return new Command('advise')
    .description('whether a phrase would do')
    .argument('<phrase...>')
    .option(...language)
    .action(async (words: readonly string[], options: { readonly language: string }) => {
      const { adviseWakePhrase } = await import('../voice/wake/training/wake-advice.ts');
      const phrase = words.join(' ').toLowerCase();
      const { verdict, advice } = await adviseWakePhrase({ phrase, language: languageOf(options.language) });
      console.log([`"${phrase}" is ${verdict}.`, ...advice].join('\n'));
    });
}

async function recordingsOf(folder: string): Promise<readonly Recording[]> {
  const { findClips } = await import('../evaluate/clips.ts');
  const { int16Of, readSound } = await import('../voice/sound/sound.ts');
  const recordings: Recording[] = [];
  for (const path of await findClips([folder])) {
    const samples = await readSound(path);
    const integers = int16Of(samples);
    recordings.push({
      pcm: new Uint8Array(integers.buffer),
      durationMs: Math.round(samples.length / 16),
      peak: samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
    });
  }
  return recordings;
}

function printReport(report: WakeReport): void {
  const row = (point: WakePoint): string[] => [
    point.sensitivity.toFixed(2),
    point.threshold.toFixed(2),
    point.falseAlarmsPerHour.toFixed(2),
    percent(point.missRate),
  ];
  const shown = report.curve.filter((_, index) => index % 5 === 0).map(row);
  console.log(table([['sensitivity', 'threshold', 'false alarms/h', 'missed (synthetic)'], ...shown]));
  if (report.heldOut !== null)
    console.log(
      `Of ${report.heldOut.recordings} recordings left out in turns, ${report.heldOut.heard} were heard.`,
    );
}

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? '–' : `${(100 * share).toFixed(1)} %`;
}
