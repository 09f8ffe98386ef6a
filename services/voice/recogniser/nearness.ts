import type { Near } from './command.ts';
import type { Segment } from './pocketsphinx.ts';

/** A word that free phones explain this much better was not said; said words are mostly at 0.6 to 1.1. */
const strangeWordFrom = 1.3;
/** Of the words that were said, that many must stand together before the strange ones: fewer are found in any talk. */
const fewestWords = 2;
/** The words before must fit as well as words that are said do, or the whole is talk. */
const closeBelow = 1.1;

/**
 * What a sentence that was not believed has in common with what was said: its words up to the one that fits badly. Null when
 * too little fits. `words` are those of the sentence, `free` the path of free phones through the same frames, `names` the
 * words of the home's own names.
 */
export function nearnessOf(
  words: readonly Segment[],
  free: readonly Segment[],
  names: ReadonlySet<string>,
): Near | null {
  const costs = costsOf(free);
  const ratios = words.map((word) => ratioOf(word, costs));
  const fitting = ratios.findIndex((ratio) => ratio >= strangeWordFrom);
  if (fitting < fewestWords) return null;
  const mean = ratios.slice(0, fitting).reduce((sum, ratio) => sum + ratio, 0) / fitting;
  if (mean >= closeBelow) return null;
  const strange = words.filter((_, at) => (ratios[at] ?? 0) >= strangeWordFrom);
  const heard = [...words.slice(0, fitting).map(({ word }) => word), '…'].join(' ');
  return { heard, unknown: strange.every(({ word }) => names.has(word)) ? 'name' : 'words' };
}

/** The log likelihood of free phones up to the beginning of each frame, negative. */
function costsOf(free: readonly Segment[]): readonly number[] {
  const costs = [0];
  let sum = 0;
  for (const { firstFrame, lastFrame, acoustic } of free)
    for (let frame = firstFrame; frame <= lastFrame; frame++) {
      sum += acoustic / (lastFrame - firstFrame + 1);
      costs.push(sum);
    }
  return costs;
}

function ratioOf({ firstFrame, lastFrame, acoustic }: Segment, costs: readonly number[]): number {
  const free = (costs[lastFrame + 1] ?? costs.at(-1) ?? 0) - (costs[firstFrame] ?? 0);
  return free >= 0 ? 0 : acoustic / free;
}
