import type { CameraView } from '../../../services/contract/camera.ts';
import type { CameraCourse } from '../../../services/contract/measures.ts';
import { count, percent, rate } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';
import { type Figure, figureOf, latest, recentMean, sumOf } from './figure.ts';
import type { HealthRow } from './health-row.ts';

/** A camera at rest is looked at by its key frames, which may be some seconds apart. */
const oldAfterMs = 20_000;
/** Of the pictures that come, so many may be passed over before it is worth a word. */
const mostDropped = 0.1;
/** Five minutes. */
const judgedSamples = 15;

/** What a camera costs, how old its newest picture is, and how many were passed over. */
export function cameraFigures({ cores, ageMs, dropped }: CameraCourse): readonly Figure[] {
  const { measures } = words;
  const lost = sumOf(dropped);
  return [
    figureOf({
      ...{ key: 'cores', name: measures.decoding, course: cores, top: 0.25 },
      say: (value) => measures.oneCore(percent(value)),
    }),
    figureOf({
      ...{ key: 'age', name: measures.age, course: ageMs, top: 5000 },
      mood: (latest(ageMs) ?? 0) > oldAfterMs ? 'warn' : 'quiet',
      say: (value) => measures.old(measures.seconds(rate(value / 1000))),
    }),
    {
      ...figureOf({ ...{ key: 'dropped', name: measures.dropped, course: dropped, top: 10 }, say: count }),
      now: measures.pictures(count(lost)),
    },
  ];
}

/** The row of a camera, which is not as well as it says itself when its pictures are old or passed over. */
export function judgedCamera(
  row: HealthRow,
  { state }: CameraView,
  { course, everyMs }: { readonly course: CameraCourse; readonly everyMs: number },
): HealthRow {
  if (state.kind !== 'live' || row.mood !== 'good') return row;
  const perSample = (state.framesPerSecond * everyMs) / 1000;
  const passedOver = (recentMean(course.dropped, judgedSamples) ?? 0) > perSample * mostDropped;
  const isOld = (latest(course.ageMs) ?? 0) > oldAfterMs;
  if (!passedOver && !isOld) return row;
  const why = passedOver ? words.measures.tooSlow : words.measures.oldPicture;
  return { ...row, mood: 'warn', details: [why, ...row.details] };
}
