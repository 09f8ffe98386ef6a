import { Command } from 'commander';
import { pathsFrom } from '../contract/paths.ts';
import { VoiceSettings } from '../contract/settings.ts';
import { Trouble } from '../contract/trouble.ts';
import type { WakeModel } from '../contract/wake.ts';
import type { NoiseUnder } from './clips.ts';
import { printTable, writeJson } from './table.ts';
import { wakeCurve, type ScoredClip, type WakePoint } from './wake-curve.ts';

export interface WakeFigures {
  readonly phrase: string;
  readonly snrDb: number | null;
  readonly positives: number;
  readonly negatives: number;
  readonly hoursOfNegatives: number;
  readonly misses: number;
  readonly missRate: number;
  readonly falseAlarms: number;
  readonly falseAlarmsPerHour: number;
  /** Seconds of work for a second of sound. */
  readonly realTimeFactor: number;
  readonly unreadable: readonly string[];
  /** From the calmest to the keenest sensitivity. */
  readonly curve: readonly WakePoint[];
}

interface WakeOptions {
  readonly phrase?: string;
  readonly model?: string;
  readonly positives: string;
  readonly negatives: readonly string[];
  readonly noise?: string;
  readonly snr?: number;
  readonly json?: string;
}

/** `lares eval wake`: misses and false alarms of the wake word. */
export function wakeCommand(): Command {
  return new Command('wake')
    .description('misses and false alarms of the wake word on recordings')
    .option('--phrase <text>', 'a wake phrase that Lares knows from the start')
    .option('--model <file>', 'a trained phrase: its .onnx, with its report as .json beside it')
    .requiredOption('--positives <dir>', 'recordings with the phrase, once in each')
    .requiredOption('--negatives <dir...>', 'recordings without it')
    .option('--noise <file>', 'a noise to lay under every recording')
    .option('--snr <db>', 'signal-to-noise ratio as Picovoice defines it', Number)
    .option('--json <file>', 'write the figures there as well')
    .action(async (options: WakeOptions) => {
      const { readNoise } = await import('./clips.ts');
      const noise = await readNoise(options);
      const model = await modelOf(options);
      const figures = await evaluateWake({ ...options, model, noise, models: pathsFrom(process.env).models });
      const { curve, unreadable, ...flat } = figures;
      printTable('wake', [{ ...flat, unreadable: unreadable.length }]);
      printTable(
        'curve',
        curve.map((point) => ({ ...point })),
      );
      if (options.json !== undefined) await writeJson(options.json, figures);
    });
}

/** Hears every recording in a quiet room with the product's own ears; the default sensitivity makes the figures. */
export async function evaluateWake(options: {
  readonly model: WakeModel;
  readonly positives: string;
  readonly negatives: readonly string[];
  readonly noise: NoiseUnder | null;
  readonly models: string;
}): Promise<WakeFigures> {
  const { findClips } = await import('./clips.ts');
  const { WakeEvaluation } = await import('./wake-evaluation.ts');
  const { wakeSensitivity } = VoiceSettings.parse({});
  const unreadable: string[] = [];
  const evaluation = await WakeEvaluation.open(options.model, options.models);
  const hear = async (what: string, folders: readonly string[]): Promise<readonly ScoredClip[]> =>
    evaluation.hear(await findClips(folders), { what, noise: options.noise, unreadable });
  const positives = await hear('positives', [options.positives]);
  const negatives = await hear('negatives', options.negatives);
  const thresholdAt = (sensitivity: number): number => evaluation.thresholdAt(sensitivity);
  const curve = wakeCurve({ positives, negatives }, thresholdAt);
  const [standard] = wakeCurve({ positives, negatives }, thresholdAt, [wakeSensitivity]);
  return {
    phrase: options.model.report.phrase,
    snrDb: options.noise?.snrDb ?? null,
    positives: positives.length,
    negatives: negatives.length,
    hoursOfNegatives: negatives.reduce((sum, { seconds }) => sum + seconds, 0) / 3600,
    misses: standard?.misses ?? 0,
    missRate: standard?.missRate ?? 0,
    falseAlarms: standard?.falseAlarms ?? 0,
    falseAlarmsPerHour: standard?.falseAlarmsPerHour ?? 0,
    realTimeFactor: evaluation.realTimeFactor,
    unreadable,
    curve,
  };
}

async function modelOf({ phrase, model }: Pick<WakeOptions, 'phrase' | 'model'>): Promise<WakeModel> {
  const { readWakeModel, shippedPhrase } = await import('../voice/wake/shipped-phrases.ts');
  const found =
    model === undefined
      ? await shippedPhrase((phrase ?? '').trim().toLowerCase())
      : await readWakeModel(model);
  if (found !== null) return found;
  throw new Trouble('not_found', {
    what:
      model === undefined
        ? `Lares does not know "${phrase ?? ''}" from the start.`
        : `There is no wake model ${model}.`,
    advice:
      'Give --phrase computer or jarvis, or --model FILE.onnx of a trained phrase with its report FILE.json beside it.',
  });
}
