import { strangeFrom, sureBelow } from './rejection.ts';

/** A ratio that many orders reach which are spoken clearly. */
const surelySaid = 0.7;

/** Whether a sentence is believed: `sure` enough to be done, `likely` enough to be asked, or `strange`. */
export type Belief = 'sure' | 'likely' | 'strange';

/** `ratio`: the log likelihood of the sentence over that of free phones; the higher, the less it was said. */
export function beliefOf(ratio: number): Belief {
  return ratio < sureBelow ? 'sure' : ratio < strangeFrom ? 'likely' : 'strange';
}

/** 1 for a sentence that explains the sound far better than free phones do, 0.5 where it is just believed. */
export function confidenceOf(ratio: number): number {
  const share = (ratio - surelySaid) / (strangeFrom - surelySaid);
  return 1 - Math.min(1, Math.max(0, share)) / 2;
}
