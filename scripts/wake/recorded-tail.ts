import { join } from 'node:path';
import { pathsFrom } from '../../services/contract/paths.ts';
import type { WakeModel, WakeReport } from '../../services/contract/wake.ts';
import { findClips } from '../../services/evaluate/clips.ts';
import { WakeEvaluation } from '../../services/evaluate/wake-evaluation.ts';
import type { AlarmTail } from '../../services/voice/wake/training/judging.ts';
import { isLearntFrom } from './recordings.ts';

const folders = ['speech', 'commands/speech', 'noise', 'home-tts'];
/** So low that whatever is at all like a call is looked at twice. */
const lowest = -4;
const oneAlarmSeconds = 1.04;

/**
 * How often the whole ear, second looks included, finds something like a call in recordings that hold none and that no head has learnt
 * from. An owner's machine has no recordings; what ships is judged by them.
 */
export async function recordedTail(
  { network, embedding, phrase }: Pick<WakeModel, 'network' | 'embedding'> & { readonly phrase: string },
  data: string,
): Promise<AlarmTail> {
  const curve = [{ sensitivity: 0, threshold: lowest, falseAlarmsPerHour: 0, missRate: null }];
  const report: WakeReport = {
    phrase,
    origin: 'shipped',
    trainedAtMs: 0,
    recordings: 0,
    heldOut: null,
    hoursOfNegatives: 0,
    curve,
  };
  const evaluation = await WakeEvaluation.open({ network, embedding, report }, pathsFrom(process.env).models);
  const paths = await findClips(folders.map((folder) => join(data, 'voice', folder)));
  const strange = paths.filter((path) => !isLearntFrom(path, paths));
  const clips = await evaluation.hear(strange, { what: 'recordings', noise: null, unreadable: [] });
  const peaks = clips.flatMap(({ candidates }) => peaksOf(candidates)).sort((a, b) => b - a);
  const hours = clips.reduce((sum, { seconds }) => sum + seconds, 0) / 3600;
  console.log(
    hours.toFixed(3),
    'hours, highest',
    peaks
      .slice(0, 8)
      .map((peak) => peak.toFixed(2))
      .join(' '),
  );
  return { hours, peaks, lifts: [0] };
}

/** The best of what follows within about a second. */
function peaksOf(candidates: readonly { readonly score: number; readonly atSeconds: number }[]): number[] {
  const peaks: { score: number; atSeconds: number }[] = [];
  for (const candidate of candidates) {
    const last = peaks.at(-1);
    if (last === undefined || candidate.atSeconds - last.atSeconds >= oneAlarmSeconds)
      peaks.push({ ...candidate });
    else last.score = Math.max(last.score, candidate.score);
  }
  return peaks.map(({ score }) => score);
}
