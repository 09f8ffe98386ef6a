import { embeddingLength } from '../../../../models/speech-embedding.ts';
import { wakeWindowEmbeddings } from '../../../../models/wake-heads.ts';

/** Values that a head looks at. */
export const windowLength = wakeWindowEmbeddings * embeddingLength;

/** Where each group of weights is in the list of all: a head is 1536 → hidden → hidden → 1, layers normalised. */
export const weightGroups = [
  { name: 'first', shape: (hidden: number) => [windowLength, hidden] },
  { name: 'firstBias', shape: (hidden: number) => [hidden] },
  { name: 'firstGain', shape: (hidden: number) => [hidden] },
  { name: 'firstShift', shape: (hidden: number) => [hidden] },
  { name: 'second', shape: (hidden: number) => [hidden, hidden] },
  { name: 'secondBias', shape: (hidden: number) => [hidden] },
  { name: 'secondGain', shape: (hidden: number) => [hidden] },
  { name: 'secondShift', shape: (hidden: number) => [hidden] },
  { name: 'last', shape: (hidden: number) => [hidden, 1] },
  { name: 'lastBias', shape: () => [1] },
] as const;
export type WeightName = (typeof weightGroups)[number]['name'];

/** Where a group begins in the list of all weights, and how long it is. */
export function weightPlaces(
  hidden: number,
): Readonly<Record<WeightName, { start: number; length: number }>> {
  let start = 0;
  const place = (name: WeightName): { start: number; length: number } => {
    const group = weightGroups.find((each) => each.name === name);
    const length = (group?.shape(hidden) ?? []).reduce((product: number, size) => product * size, 1);
    start += length;
    return { start: start - length, length };
  };
  return {
    first: place('first'),
    firstBias: place('firstBias'),
    firstGain: place('firstGain'),
    firstShift: place('firstShift'),
    second: place('second'),
    secondBias: place('secondBias'),
    secondGain: place('secondGain'),
    secondShift: place('secondShift'),
    last: place('last'),
    lastBias: place('lastBias'),
  };
}
