import type { Measures } from '../../../services/contract/measures.ts';
import type { Mood } from '../../parts/state-dot.tsx';
import { bytes, degrees, rate } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import { type Figure, figureOf, latest, recentMean } from './figure.ts';

export interface JudgedFigure extends Figure {
  /** Whether it is well, in words. */
  readonly verdict: string;
}

/** A short burst is no trouble: five minutes are looked at. */
const judgedSamples = 15;

type Judged = 'good' | 'warn' | 'bad';

/** The machine's processor, memory and temperature; what it does not tell is left out. */
export function machineFigures({ machine }: Measures): readonly JudgedFigure[] {
  const { measures } = words;
  const { cores, memoryBytes, busyCores, usedBytes, celsius } = machine;
  const busy = judge((recentMean(busyCores, judgedSamples) ?? 0) / cores, { warn: 0.75, bad: 0.92 });
  const full = judge((latest(usedBytes) ?? 0) / memoryBytes, { warn: 0.85, bad: 0.95 });
  const warmth = judge(recentMean(celsius, judgedSamples) ?? 0, { warn: 75, bad: 85 });
  const all = bytes(memoryBytes);
  const figures: readonly JudgedFigure[] = [
    {
      ...figureOf({
        ...{ key: 'processor', name: measures.processor, course: busyCores, top: cores, mood: busy },
        say: (value) => measures.cores(rate(value), rate(cores)),
      }),
      verdict: measures.verdicts[busy],
    },
    {
      ...figureOf({
        ...{ key: 'memory', name: measures.memory, course: usedBytes, top: memoryBytes, mood: full },
        say: (value) => measures.ofBytes(bytes(value), all),
      }),
      verdict: measures.memoryVerdicts[full],
    },
    {
      ...figureOf({
        ...{ key: 'temperature', name: measures.temperature, course: celsius, top: 90, mood: warmth },
        say: degrees,
      }),
      verdict: measures.warmth[warmth],
    },
  ];
  return figures.filter(({ course }) => course.some((value) => value !== null));
}

function judge(value: number, { warn, bad }: { readonly warn: number; readonly bad: number }): Judged & Mood {
  if (value >= bad) return 'bad';
  return value >= warn ? 'warn' : 'good';
}
