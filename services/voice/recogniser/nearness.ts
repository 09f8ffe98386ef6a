import type { Near } from './command.ts';
import type { Segment } from './pocketsphinx.ts';
import { unsaidFrom } from './rejection.ts';

/** The words before the strange one must fit as well as words that are said do, or the whole is talk: excess per frame. */
const closeBelow = 0.25;
/** Of the words that were said, that many must stand together before it: fewer are found in any talk. */
const fewestWords = 2;

/**
 * How a word of a sentence fits. `excess`: how much worse than free phones it explains its sound, in frames of the mean
 * frame's log likelihood; a long word or one in noise has more of it, a word that was not said has most.
 */
export interface Fit {
  readonly word: string;
  readonly frames: number;
  readonly excess: number;
}

/** What is known of sentences: the home's names, and whether a sentence is a command. */
export interface Sentences {
  readonly names: readonly string[];
  readonly isCommand: (text: string) => boolean;
}

/** How each word fits. `words` are those of a sentence, `free` the path of free phones through the same frames. */
export function fitsOf(words: readonly Segment[], free: readonly Segment[]): readonly Fit[] {
  const costs = costsOf(free);
  const whole = costs.at(-1) ?? 0;
  const mean = whole < 0 ? whole / (costs.length - 1) : -1;
  return words.map(({ word, firstFrame, lastFrame, acoustic }) => {
    const cost = (costs[lastFrame + 1] ?? whole) - (costs[firstFrame] ?? 0);
    return { word, frames: lastFrame - firstFrame + 1, excess: (acoustic - cost) / mean };
  });
}

/**
 * What a sentence that was not believed has in common with what was said: its words up to the one that fits badly. Null when
 * too little fits. A name is missing where one of the home's would make a command of them.
 */
export function nearnessOf(fits: readonly Fit[], { names, isCommand }: Sentences): Near | null {
  const fitting = fits.findIndex(({ excess }) => excess >= unsaidFrom);
  if (fitting < fewestWords) return null;
  const said = fits.slice(0, fitting);
  const frames = said.reduce((sum, fit) => sum + fit.frames, 0);
  const excess = said.reduce((sum, fit) => sum + fit.excess, 0);
  if (excess >= closeBelow * frames) return null;
  const text = said.map(({ word }) => word).join(' ');
  const isName = names.some((name) => isCommand(`${text} ${name}`));
  return { heard: `${text} …`, unknown: isName ? 'name' : 'words' };
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
