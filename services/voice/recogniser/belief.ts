import type { Fit } from './nearness.ts';
import { fitsBelow, strangeFrom, strangeWordFrom, sureBelow, unsaidFrom } from './rejection.ts';

/** A ratio that many orders reach which are spoken clearly. */
const surelySaid = 0.7;

/** Whether a sentence is believed: `sure` enough to be done, `likely` enough to be asked, or `strange`. */
export type Belief = 'sure' | 'likely' | 'strange';

/**
 * `ratio`: the log likelihood of the sentence over that of free phones; the higher, the less it was said. Where one word fits
 * far worse than the others something else was said in its place: "turn on the unicorn". Then only a sentence that fits well as a
 * whole is asked.
 */
export function beliefOf(ratio: number, fits: readonly Fit[]): Belief {
  if (!(ratio < strangeFrom)) return 'strange';
  const worst = fits.reduce((most, fit) => Math.max(most, fit.excess), 0);
  if (ratio < sureBelow) return worst < strangeWordFrom ? 'sure' : 'likely';
  return ratio < fitsBelow || worst < unsaidFrom ? 'likely' : 'strange';
}

/** 1 for a sentence that explains the sound far better than free phones do, 0.5 where it is just believed. */
export function confidenceOf(ratio: number): number {
  const share = (ratio - surelySaid) / (strangeFrom - surelySaid);
  return 1 - Math.min(1, Math.max(0, share)) / 2;
}
