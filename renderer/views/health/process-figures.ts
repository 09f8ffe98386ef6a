import type { NetworkCourse, ProcessCourse } from '../../../services/contract/measures.ts';
import { bytes, count, percent, rate } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import { type Figure, figureOf, latest } from './figure.ts';
import type { HealthRow } from './health-row.ts';

/** What a process costs. */
export function processFigures({ cores, bytes: held }: ProcessCourse): readonly Figure[] {
  const { measures } = words;
  return [
    figureOf({
      ...{ key: 'cores', name: measures.processor, course: cores, top: 1 },
      say: (value) => measures.oneCore(percent(value)),
    }),
    figureOf({ ...{ key: 'memory', name: measures.memory, course: held, top: 1e8 }, say: bytes }),
  ];
}

/** A network by the name of its file: how long a run takes, and how often it is asked. */
export function networkRow({ name, process, milliseconds, runsPerMinute }: NetworkCourse): HealthRow {
  const { measures } = words;
  const perMinute = latest(runsPerMinute) ?? 0;
  const run = figureOf({
    ...{ key: 'run', name: measures.run, course: milliseconds, top: 20 },
    say: (value) => measures.milliseconds(rate(value)),
  });
  return {
    key: `${process} ${name}`,
    name,
    mood: perMinute > 0 ? 'good' : 'quiet',
    state: perMinute > 0 ? run.now : '',
    details: [perMinute > 0 ? measures.perMinute(count(perMinute)) : measures.idle],
    figures: [run],
  };
}
